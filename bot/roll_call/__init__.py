"""Who was there: the roll, check-in codes, walk-ins, finishing."""
