"""What an activity gives away on paper."""
