"""Telegram: what comes in, what goes out, and the thin handlers between."""
