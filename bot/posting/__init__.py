"""A new activity, from the first word to its publication."""
