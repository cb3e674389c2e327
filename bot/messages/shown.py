"""What screens show of messages to many."""

from typing import Literal

from bot.ground.frozen import Frozen
from bot.messages.broadcast_rules import Broadcast

PAGE = 8
NAMES = 20
"""So many are named of those who may not have been reached."""

What = Literal["t", "s", "a"]
"""Teams, stations, or activities that are coming."""


class Choice(Frozen):
    """One audience that can be written to; `code` is like t3, s4, a17."""

    code: str
    name: str
    starts_at: int | None = None
    zone: str = ""


class ChoicePage(Frozen):
    what: What
    choices: tuple[Choice, ...]
    page: int
    more: bool
    pages: int | None


class Preview(Frozen):
    """A message as it would leave: to how many, how many are not on Telegram, and who is but cannot be reached."""

    broadcast: Broadcast
    name: str
    author: str
    people: int
    absent: int
    blocked: tuple[str, ...] = ()
    more: bool = False  # than were counted


class Progress(Frozen):
    """How a broadcast stands; `name` is its audience's. `held_until`: it waits for the end of quiet hours."""

    broadcast: Broadcast
    name: str
    delivered: int
    waiting: int
    failed: int
    held_until: int | None = None
    zone: str = "UTC"
    blocked: tuple[str, ...] = ()  # names of who is on Telegram, but has blocked the bot or is gone from there
    missed: tuple[str, ...] = ()  # some names of those not delivered to
    doubtful: int = 0  # of how many nobody knows
    doubts: tuple[str, ...] = ()  # some of their names
    shift_id: int | None = None  # the first session of the activity that it is about


class Letter(Frozen):
    """What one of the addressees reads."""

    author: str
    name: str
    text: str
