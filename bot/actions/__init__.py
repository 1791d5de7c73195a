"""What people can do here: one verb per function, one unit of work per call, no Telegram."""
