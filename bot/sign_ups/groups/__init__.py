"""Places reserved for a group, and the names that fill them."""
