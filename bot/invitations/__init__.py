"""Links that let people in or give a role."""
