"""Roles: who may give which, and who stands for whom."""
