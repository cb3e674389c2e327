"""What people type, read: days, times, spans, periods, numbers, lengths of time."""
