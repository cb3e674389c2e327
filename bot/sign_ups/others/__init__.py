"""Whom somebody may sign up for others."""
