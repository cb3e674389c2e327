"""What a process has while it holds the process lock, and who is told when it no longer does.

A lock in a file goes with the process. One in a server goes with a connection, and a connection can go by itself.
"""

from collections.abc import Callable
from enum import Enum


class Taken(Exception):
    """Another process holds the database; ``holder`` says which, where it is known."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


class Grip(Enum):
    FAST = "fast"  # the lock is ours
    SLIPPED = "slipped"  # it was lost; we try to get it again
    GONE = "gone"  # somebody else has it


Heed = Callable[[Grip, str], None]


class Hold:
    """``heed`` is called at once with how things stand, and again whenever that changes; with words for the log."""

    def __init__(self) -> None:
        self.grip = Grip.FAST
        self.words = ""
        self.heed: Heed = lambda _grip, _words: None

    def tell(self, heed: Heed) -> None:
        self.heed = heed
        heed(self.grip, self.words)

    def become(self, grip: Grip, words: str = "") -> None:
        self.grip, self.words = grip, words
        self.heed(grip, words)
