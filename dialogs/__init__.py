"""What to say, to whom, when: the pure half of Handrail."""
