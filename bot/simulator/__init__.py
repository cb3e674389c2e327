"""A Bot API on localhost: the bot that talks to it cannot tell it from Telegram, and no token is needed."""
