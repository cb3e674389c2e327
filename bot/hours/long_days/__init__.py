"""What waits for somebody higher than a social worker, because its day is long: kept, and told to who can."""
