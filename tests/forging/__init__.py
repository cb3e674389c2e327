"""Presses that no screen offered, by everybody and in great numbers: ``python -m tests.forging --presses 100000``."""
