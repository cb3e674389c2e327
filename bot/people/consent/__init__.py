"""What a guardian agrees to, and how long it holds."""
