"""What the Bot API's own reference says about calls and updates, as a table, and whoever holds them against it."""
