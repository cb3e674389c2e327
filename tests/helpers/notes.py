"""The notes that staff's acts leave, read back."""

import json
import re
from collections.abc import Collection
from functools import cache
from zoneinfo import available_timezones

from bot.ground.frozen import Frozen
from bot.ground.text import folded
from bot.store.statements import read_statement
from bot.store.transaction import Tx, Value
from tests.helpers.raw_sql import fetched

ABOUT = read_statement(
    "notes:about", "SELECT at, act, actor_id, facts FROM audit WHERE subject = :subject ORDER BY id DESC"
)


class Note(Frozen):
    at: int
    act: str
    actor_id: int | None
    facts: dict[str, Value]


async def notes_about(tx: Tx, subject: str) -> list[Note]:
    """The latest first."""
    rows = await tx.rows(ABOUT, subject=subject)
    return [Note(row["at"], row["act"], row["actor_id"], json.loads(row["facts"])) for row in rows]


DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")
CODE = re.compile(r"[a-z0-9_:.,+-]*|en|zh_Hans|zh_Hant")
SHORTEST = 3  # of what was typed: "ok" and "1" stand in many a code


async def words_in_notes(database_url: str, typed: Collection[str]) -> list[tuple[object, str]]:
    """Acts with a fact that is no id and no code, or that is somebody's name or what anybody has typed."""
    names = await fetched(database_url, "SELECT name FROM person")
    words = {folded(text) for text in (*(str(name) for (name,) in names), *typed)}
    words = {text for text in words if len(text) >= SHORTEST and not text.startswith("/") and not is_no_word(text)}
    return [
        (act, value)
        for act, facts in await fetched(database_url, "SELECT act, facts FROM audit ORDER BY id")
        for value in json.loads(str(facts)).values()
        if isinstance(value, str) and not (is_code(value) and words.isdisjoint({folded(value)}))
    ]


def is_no_word(text: str) -> bool:
    """A number, a day, a month or a zone says nothing of anybody, also where it was typed."""
    return text.isdigit() or bool(DAY.fullmatch(text)) or text in folded_zones()


@cache
def zones() -> frozenset[str]:
    """Read from the disk once: some six hundred files."""
    return frozenset(available_timezones())


@cache
def folded_zones() -> frozenset[str]:
    return frozenset(folded(zone) for zone in zones())


def is_code(value: str) -> bool:
    return bool(CODE.fullmatch(value)) or value in zones()
