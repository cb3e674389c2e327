"""A tick does not know when it last ran: it asks the database what is due, and each occurrence has a key of its own.

So ticks may come late, twice, or from two processes, and every event still happens once.
"""

from collections.abc import Awaitable, Callable, Sequence

from bot.ground.frozen import Frozen
from bot.store.transaction import Tx

AT_ONCE = 64
"""Occurrences of one transaction; a tick that did so many is asked again at once."""


class Due(Frozen, order=True):
    """The next thing that time will bring: `what` is a code such as "reminder_24h", `people` who are written to."""

    at: int
    what: str
    people: int
    subject: str = ""


Work = Callable[[Tx, int], Awaitable[int]]
Watch = Callable[[Tx, int], Awaitable[str]]
NextDue = Callable[[Tx, int], Awaitable[Sequence[Due]]]


class Tick(Frozen):
    """`work(tx, now)` does at most `AT_ONCE` of what is due and says how many it did.

    `next_due(tx, now)` tells what comes next, later than now, for whoever winds the clock; None where it cannot.
    `watch(tx, now)` says what an operator should know afterwards, '' for nothing: a part of health under this name.
    """

    name: str
    seconds: int
    work: Work
    next_due: NextDue | None = None
    watch: Watch | None = None
    leaves: bool = True
    """Whether something may have to leave afterwards: nobody need look where it only puts the books in order."""
