"""Guessing is made slow: five wrong codes within ten minutes stop that kind of code for an account for an hour."""

from collections.abc import Sequence

LIMIT = 5
WINDOW = 10 * 60  # seconds
PAUSE = 60 * 60  # seconds
HORIZON = WINDOW + PAUSE
"""How far back tries can still matter."""


def paused_until(tries: Sequence[int], now: int) -> int | None:
    """``tries`` are the instants of wrong codes, the oldest first; None where another try is allowed now."""
    ends = [last + PAUSE for first, last in zip(tries, tries[LIMIT - 1 :], strict=False) if last - first <= WINDOW]
    return ends[-1] if ends and ends[-1] > now else None
