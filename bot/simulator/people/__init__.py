"""People, chats and groups, and what stands on their phones."""
