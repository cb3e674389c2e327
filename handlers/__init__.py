"""Everything the bot says and hears, by the same subjects as `bot`. `routes` mounts it."""
