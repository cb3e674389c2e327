"""How much of a file is looked at."""

LONGEST = 20 * 2**20
"""Bytes: what the Bot API hands over at most."""
