"""Telegram's formatting: tags read and written, entities, what is marked by itself."""
