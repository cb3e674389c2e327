"""What people are told of their hours, and may say is not right."""
