"""One process is the bot: the lock, the hold on it, the fence and its epochs."""
