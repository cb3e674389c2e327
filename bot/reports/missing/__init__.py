"""What keeps a period from being whole, by name, and a word to whoever has it."""
