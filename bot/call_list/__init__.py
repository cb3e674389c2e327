"""Whom the bot may not have reached, and who phones."""
