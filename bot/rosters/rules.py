"""A list of people on its way in: what becomes of each row, and until when it can be taken back."""

from enum import StrEnum
from typing import Any

from bot.ground.frozen import Frozen
from bot.ground.reading.names import read_name
from bot.ground.refusals import EmptyText, NumberInName, TextTooLong
from bot.ground.text import clean_line, folded
from bot.ground.times import DAY
from bot.rosters.columns import Columns

MOST_BYTES = 20 * 2**20
"""Of a file that Telegram lets a bot fetch."""
WAITS = DAY
"""So long a list waits to be imported; then it is erased."""
UNDONE_WITHIN = 7 * DAY
NAME_LIMIT, NUMBER_LIMIT = 40, 32
PHONE_DIGITS = range(5, 16)  # ITU-T E.164


class RosterState(StrEnum):
    SENT = "sent"  # a file that was not fetched yet
    ASKING = "asking"  # which column is the name, or which team
    MATCHING = "matching"  # compared with who is there
    READY = "ready"
    IMPORTING = "importing"
    IMPORTED = "imported"
    UNDOING = "undoing"
    UNDONE = "undone"
    CANCELLED = "cancelled"


AT_WORK = (RosterState.MATCHING, RosterState.IMPORTING, RosterState.UNDOING)


class Outcome(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DOUBTFUL = "doubtful"
    BAD = "bad"
    MADE = "made"
    FILLED = "filled"  # somebody who was there has a number more
    GONE = "gone"  # taken back
    STAYS = "stays"  # has done something since


class Why(StrEnum):
    """What is the matter with a row."""

    OK = ""
    NO_NAME = "no_name"
    LONG_NAME = "long_name"
    NUMBER_IN_NAME = "number_in_name"
    NO_TEAM = "no_team"
    BAD_AGE = "bad_age"
    BAD_PHONE = "bad_phone"
    LONG_NUMBER = "long_number"
    TWICE = "twice"
    SAME_NAME = "same_name"  # another row has it, with other particulars
    TWO_OF_THE_NAME = "two_of_the_name"
    OTHER_PHONE = "other_phone"
    OTHER_NAME = "other_name"
    OTHER_TEAM = "other_team"
    SIGNED_UP = "signed_up"
    HAS_HOURS = "has_hours"
    HAS_TELEGRAM = "has_telegram"
    ANOTHER_TEAM = "another_team"
    ON_RECORD = "on_record"


class Roster(Frozen):
    id: int
    person_id: int
    file_id: str | None
    state: RosterState
    team_id: int | None
    heads: str  # sealed
    columns: str  # JSON
    salt: str  # sealed
    rows: int
    card_id: int | None
    created_at: int
    expires_at: int | None
    imported_at: int | None

    @property
    def subject(self) -> str:
        return f"roster:{self.id}"


class Entry(Frozen):
    """One row as it is read, clean."""

    name: str
    team: str = ""
    number: str | None = None
    phone: str | None = None
    age: str = ""


class Misread(Exception):
    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def entry_of(cells: list[str], columns: Columns) -> Entry:
    """Raises Misread."""

    def cell(column: str) -> str:
        place = columns.get(column)
        return clean_line(cells[place]) if place is not None and place < len(cells) else ""

    return Entry(
        name=name_of(cell("name")), team=cell("team"), number=number_of(cell("number")), phone=phone_of(cell("phone")),
        age=cell("age"),
    )  # fmt: skip


def name_of(text: str) -> str:
    try:
        return read_name("name", text, NAME_LIMIT)
    except EmptyText:
        raise Misread(Why.NO_NAME) from None
    except NumberInName:
        raise Misread(Why.NUMBER_IN_NAME) from None
    except TextTooLong:
        raise Misread(Why.LONG_NAME) from None


def number_of(text: str) -> str | None:
    if len(text) > NUMBER_LIMIT:
        raise Misread(Why.LONG_NUMBER)
    return text or None


def phone_of(text: str) -> str | None:
    """As it is kept: a plus sign and digits, of Telegram's own; without the code of a country, its digits."""
    if not text:
        return None
    bare = folded(text)
    digits = "".join(char for char in bare if char.isascii() and char.isdigit())
    if len(digits) not in PHONE_DIGITS or any(char.isalpha() for char in bare):
        raise Misread(Why.BAD_PHONE)
    return f"+{digits}" if bare.startswith(("+", "(+", "00")) else digits


def same_phone(one: str, other: str) -> bool:
    """With the code of a country before it or not."""
    short, long = sorted((one.lstrip("+0"), other.lstrip("+0")), key=len)
    return long == short or (len(short) >= 7 and long.endswith(short) and len(long) - len(short) <= 3)


def fields(counts: dict[str, int], *names: Outcome) -> int:
    return sum(counts.get(name, 0) for name in names)


Json = dict[str, Any]
