"""Service records: booking, verifying, correcting, statements, own entries."""
