"""A simulated clinic: people with habits, the real program, and a clock that is turned."""
