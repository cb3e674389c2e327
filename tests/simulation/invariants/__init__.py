"""What must hold after each simulated day and at the end: each a small named function that says what it found."""
