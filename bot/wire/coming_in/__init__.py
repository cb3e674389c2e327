"""From Telegram to a handler: polling, the inbox, one transaction for each update."""
