"""What screens show of messages to many."""

from dataclasses import dataclass

from bot.domain.broadcasts import Broadcast

PAGE = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """One audience that can be written to; `code` is like t3, s4, a17."""

    code: str
    name: str
    starts_at: int | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class ChoicePage:
    what: str  # t, s or a
    choices: tuple[Choice, ...]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """A message as it would leave: to whom, how many, and how many of them Telegram does not reach."""

    broadcast: Broadcast
    name: str
    author: str
    people: int
    unreachable: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How a broadcast stands; `name` is its audience's. `held_until`: it waits for the end of quiet hours."""

    broadcast: Broadcast
    name: str
    delivered: int
    waiting: int
    failed: int
    held_until: int | None = None
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Letter:
    """What one of the addressees reads."""

    author: str
    name: str
    text: str
