"""How far getUpdates has come. Telegram numbers updates one after the other, so asking for the next confirms the last.

Nothing odd among the numbers may make us deaf: neither one far ahead of all others (confirming it would confirm what is
still to come, or nothing at all), nor a batch without any.
"""

from collections.abc import Set

PAGE = 100  # updates in an answer, unless fewer are asked for
LEAP = 1_000_000  # no day has so many: who is that far ahead does not belong to the others
AGAIN_SECONDS = 5.0  # before the same is asked for again that has just been kept, or cannot be


class Progress:
    """``offset`` goes into the next getUpdates; None: from the oldest that waits."""

    def __init__(self) -> None:
        self.offset: int | None = None
        self.kept: Set[int] = frozenset()
        self.repeats = 0  # batches in a row that brought nothing new

    def moved(self, numbers: Set[int]) -> float:
        """These are kept. How many seconds to wait before the next are asked for: some, where nothing new comes."""
        self.repeats = self.repeats + 1 if numbers <= self.kept else 0
        self.kept = numbers
        self.offset = (max(numbers) if self.repeats % 2 else end_of_run(numbers)) + 1
        return AGAIN_SECONDS if self.repeats > 1 else 0.0

    def blocked(self, count: int) -> float:
        """So many came and none can be kept. A whole page would hide what is behind: the last one is asked for."""
        if count >= PAGE:
            self.offset = -PAGE
        return AGAIN_SECONDS


def end_of_run(numbers: Set[int]) -> int:
    """The last of those that follow each other."""
    first, *others = sorted(numbers)
    for one in others:
        if one - first > LEAP:
            break
        first = one
    return first
