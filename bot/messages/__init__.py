"""Writing to many, and passing on what was meant for people."""
