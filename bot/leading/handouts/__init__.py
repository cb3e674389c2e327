"""What an activity gives away on paper: a poster, the sheet at the door, the insurer's list."""
