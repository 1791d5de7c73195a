"""How the world reaches us, and we it: edges, actions, and the one place where all is wired."""
