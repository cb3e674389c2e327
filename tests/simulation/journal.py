"""Everything that people did and read, in order and with its time: the transcript, and what the invariants look at."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from bot.simulator.people.chats import Message
from bot.simulator.people.presses import Press


@dataclass(frozen=True, slots=True)
class Shown:
    """What the bot put on a screen. `key`, `kind`: of the row of the outbox that it was; a toast has none."""

    at: float
    chat_id: int
    message_id: int
    way: str  # "new", "edit" or "toast"
    text: str
    labels: tuple[str, ...]
    silent: bool = False
    key: str = ""
    kind: str = ""

    @property
    def rings(self) -> bool:
        """A message that nobody waits for, with a sound."""
        return self.way == "new" and not self.silent and not self.kind.startswith("call:")


@dataclass(slots=True)
class Pressed:
    """A press that was fetched by the bot or not; `press.answer` tells whether it was answered."""

    at: float
    person: str
    chat_id: int
    press: Press
    screen: str
    version: int  # of the chat, when it was pressed
    seen: bool = False


@dataclass(slots=True)
class Journal:
    lines: list[str] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    presses: list[Pressed] = field(default_factory=list)
    acts: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    copies: Counter[tuple[str, str]] = field(default_factory=Counter)
    doubts: Counter[tuple[float, str]] = field(default_factory=Counter)  # by outage and key, of what may have been sent
    errors: list[str] = field(default_factory=list)

    def write(self, at: float, who: str, words: str) -> None:
        self.lines.append(f"{stamp(at)} {who}: {words}")

    def show(self, who: str, one: Shown) -> None:
        self.shown.append(one)
        if one.kind:
            self.kinds[one.kind] += 1
        if one.way == "new" and one.key:
            self.copies[one.key, one.text] += 1
        mark = {"new": "<", "edit": "~", "toast": "!"}[one.way]
        labels = "".join(f" [{label}]" for label in one.labels)
        self.write(one.at, who, f"{mark} {one.text!r}{labels}{' (silent)' if one.silent else ''}")

    def act(self, at: float, who: str, what: str, words: str) -> None:
        self.acts[what] += 1
        self.write(at, who, f"> {what} {words!r}")

    def digest(self) -> str:
        return hashlib.sha256("\n".join(self.lines).encode()).hexdigest()


def stamp(at: float) -> str:
    """Day, hour, minute and second since the play began."""
    whole = int(at)
    return f"{whole // 86400:03d} {whole // 3600 % 24:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def labels_of(message: Message) -> tuple[str, ...]:
    return tuple(message.buttons)
