"""Whom somebody must phone about an activity, because the bot did not reach them, or nobody knows whether it did.

A name stands there for a matter: who was reached by phone about a reminder is asked for again when it is cancelled.
"""

import re
from enum import StrEnum

from bot.ground.frozen import Frozen
from bot.ground.notices import KINDS, Matter
from bot.ground.times import DAY

PAGE = 10
STANDS = 2 * DAY
"""So long after its end a name still stands there: whoever asks why somebody was missing finds it."""
REVISION = re.compile(r":rev(\d+):")
SIGN_UP = re.compile(r":sign_up:(\d+)")


class Why(StrEnum):
    """Why it takes a phone call."""

    DOUBT = "doubt"  # sent twice at most, and no answer of Telegram's told whether it arrived
    UNDELIVERED = "undelivered"  # refused, or too late to be sent
    UNREACHABLE = "unreachable"  # has blocked the bot, or is gone from Telegram
    ABSENT = "absent"  # has no Telegram


class Mark(StrEnum):
    """What whoever leads says of a name; `OPEN` takes it back."""

    OPEN = "open"
    REACHED = "reached"
    NOT_REACHED = "not_reached"


MARKS = (Mark.OPEN, Mark.REACHED, Mark.NOT_REACHED)
"""By the number that a button carries."""

WHOLE = frozenset({Matter.CANCELLED, Matter.HELD, Matter.GOES_AHEAD})
"""Of the activity; all others are of one session."""
BY_SIGN_UP = frozenset({Matter.PROMOTED, Matter.OFFER, Matter.SIGNED_UP, Matter.WITHDRAWN})
HARMLESS_LATE = frozenset({Matter.SIGNED_UP, Matter.WITHDRAWN})
"""Neither critical nor a reminder: where they came too late nobody is called for them."""


class Undelivered(Frozen):
    """A notice that did not leave as it should. `about` is a word and an id, such as shift:17."""

    id: int
    key: str
    kind: str
    state: str
    error: str | None
    person_id: int | None
    about: str
    created_at: int

    @property
    def why(self) -> Why:
        if self.error in {"unreachable", "blocked"}:
            return Why.UNREACHABLE
        return Why.DOUBT if self.state == "unknown" else Why.UNDELIVERED

    @property
    def matter(self) -> Matter | None:
        """What it was about; None where it is worth no call."""
        row = KINDS.get(self.kind)
        matter = row.matter if row else None
        return None if self.state == "expired" and matter in HARMLESS_LATE else matter

    def version(self, revision: int) -> int | None:
        """Tells news of a matter from what was told before. `revision`: of its session now.

        None where it spoke of an older time and place: whoever moved it again has told everybody anew.
        """
        matter = self.matter
        if matter in WHOLE:
            return self.created_at
        if matter in BY_SIGN_UP:
            found = SIGN_UP.search(self.key)
            return int(found[1]) if found else 0
        spoken = REVISION.search(self.key)
        return None if spoken and int(spoken[1]) != revision else revision


class Entry(Frozen):
    """One name for one matter, as it is kept. `shift_id` 0: the whole activity."""

    activity_id: int
    person_id: int
    shift_id: int
    what: Matter
    version: int
    why: Why


class CallLine(Frozen):
    """One name, as those who lead read it. `phone` only where it was asked for, and the look noted."""

    person_id: int
    name: str
    what: Matter
    shift_id: int
    version: int
    why: Why
    state: Mark
    starts_at: int
    manager: str | None  # who looks after somebody without Telegram
    carried: bool  # that one is reached, and passes it on
    marked_by: str | None
    marked_at: int | None
    phone: str | None = None


class CallList(Frozen):
    """A page of it. `waiting`: people of the whole list whom nobody has reached yet."""

    activity_id: int
    shift_id: int  # whose card the way back leads to
    title: str
    zone: str
    lines: tuple[CallLine, ...]
    page: int
    total: int
    waiting: int
    phones: bool = False  # they were looked up for this page

    @property
    def more(self) -> bool:
        return self.total > (self.page + 1) * PAGE

    @property
    def pages(self) -> int:
        return -(-self.total // PAGE)


class CallNews(Frozen):
    """What whoever leads is told: names that came onto the list. `people`: how many in all, `more`: not named here."""

    activity_id: int
    title: str
    zone: str
    lines: tuple[CallLine, ...]
    people: int
    more: int
