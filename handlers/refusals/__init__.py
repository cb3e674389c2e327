"""Every "no" in words."""
