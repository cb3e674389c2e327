"""Two wishes of one person for one hour."""
