"""How any dialog runs: shape, session, player, screens and proofs."""
