"""Everything random comes from the seed: of the play, of the product's invitations and codes, and of the library."""

import random
import secrets
from collections.abc import Iterator
from contextlib import contextmanager


def luck(seed: int, *of: object) -> random.Random:
    """A stream for each thing, so that one person less changes no other's luck. The same in every process."""
    return random.Random("/".join(map(str, (seed, *of))))


@contextmanager
def loaded_dice(seed: int) -> Iterator[None]:
    """`random` and `secrets` draw from the seed while the block runs."""
    before, kept = random.getstate(), secrets._sysrand  # type: ignore[attr-defined]  # the one source of that module
    random.seed(seed)
    secrets._sysrand = luck(seed, "secrets")  # type: ignore[attr-defined]  # as above
    try:
        yield
    finally:
        random.setstate(before)
        secrets._sysrand = kept  # type: ignore[attr-defined]  # as above
