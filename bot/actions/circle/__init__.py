"""The circle: everybody around a client, how they come in, what they get, and how they go."""
