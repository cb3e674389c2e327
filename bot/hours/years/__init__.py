"""A person's year, day by day, as it is drawn."""
