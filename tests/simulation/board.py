"""What people know from outside: links in other groups, codes on somebody's screen, messages forwarded elsewhere."""

from dataclasses import dataclass, field

from bot.simulator.people.chats import Message


@dataclass(slots=True)
class Board:
    links: list[tuple[str, str]] = field(default_factory=list)  # language, payload
    codes: dict[str, str] = field(default_factory=dict)  # of a check-in, by language
    forwarded: list[tuple[str, str]] = field(default_factory=list)  # to a parent
    seen: list[Message] = field(default_factory=list)  # cards that somebody had on a screen
    typed: set[str] = field(default_factory=set)  # names and words that stay as they are
    erasing: str = "ers"  # the one button that nobody presses by chance
