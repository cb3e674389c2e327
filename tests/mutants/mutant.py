"""One small fault: where it is, what it changes, and how it is put into a process that is about to run tests."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutant:
    """``where``: a statement's name, or a file and its lines. ``put`` changes this process for good."""

    id: str  # the same as long as the source is
    kind: str
    how: str
    where: str
    lines: tuple[int, int]  # first and last; (0, 0) for a statement of SQL
    was: str
    becomes: str
    put: Callable[..., None]


def drawn(made: Sequence[Mutant], count: int, seed: str) -> list[Mutant]:
    """So many, at random, for the same seed the same ones: who asks for more gets those and others."""
    shuffled = sorted(made, key=lambda one: one.id)
    random.Random(seed).shuffle(shuffled)
    return shuffled[:count]
