"""Adding somebody without Telegram to a team: name, then age group."""
