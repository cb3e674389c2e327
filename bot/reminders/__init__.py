"""What is said before a shift, to volunteers and to the lead."""
