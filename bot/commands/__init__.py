"""The commands, one module for each group; what one needs is imported when it runs."""
