"""Every button, with what it carries."""
