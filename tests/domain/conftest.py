"""Busy cores make single examples slow now and then: no deadline per example; limits of time are tests of their own."""

from hypothesis import settings

settings.register_profile("domain", deadline=None)
settings.load_profile("domain")
