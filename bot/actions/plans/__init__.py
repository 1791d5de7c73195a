"""Plans: read, written anew part by part, agreed on, and celebrated."""
