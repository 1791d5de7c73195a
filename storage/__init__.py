"""What we remember, and who may read it."""
