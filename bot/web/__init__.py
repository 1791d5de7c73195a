"""The bot's own small HTTP server: health, figures, and the webhook's place."""
