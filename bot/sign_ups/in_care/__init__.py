"""Those without Telegram for whom one person reads: one message for all of them, and one answer."""
