"""Copies: all that is kept of a client, as files they can open, keep or take elsewhere."""
