"""A Telegram in a box: the Bot API, its people and its bad days, on 127.0.0.1 only."""
