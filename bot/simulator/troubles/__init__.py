"""What can go wrong with Telegram, on order."""
