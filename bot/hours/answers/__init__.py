"""What was corrected, as it stands; and the books behind it."""
