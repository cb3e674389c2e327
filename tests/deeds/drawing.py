"""What an act is done with: by whom, when, and with values that mostly belong together."""

import json
import random
import re
import sqlite3
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from sqlalchemy import Table

from bot.activities import rows as activities
from bot.activities.rules import Activity, Shift
from bot.desk import Desk, Seated
from bot.ground.drafts import Draft, Filled
from bot.ground.frozen import Frozen
from bot.ground.times import DAY, HOUR, MINUTE
from bot.ground.viewer import Person, Viewer
from bot.hours import rows as records
from bot.hours.rules import ServiceRecord
from bot.joining.acts import ACTIVITY_LINK
from bot.people import rows as people
from bot.people.notice_choices import Silenced
from bot.sign_ups import last_looks
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.rules import SignUp
from bot.stations.settings import RANGES
from bot.store import drafts
from bot.store.transaction import Tx
from tests.deeds.shaking import away, merged, shake
from tests.deeds.stirring import CODES, Stirring
from tests.helpers.town import NOW, viewer_of
from tests.store.answers.drawing import CHAIN, Drawing

COLUMNS = {
    "shift_id": "shift.id", "activity_id": "activity.id", "sign_up_id": "sign_up.id", "record_id": "service_record.id",
    "team_id": "team.id", "station_id": "station.id", "group_place_id": "group_place.id", "person_id": "person.id",
    "child_id": "guardian_consent.person_id", "captain_id": "person.id", "grant_id": "role_grant.id",
    "lead_id": "role_grant.person_id",
    "invitation_id": "invitation.id", "broadcast_id": "broadcast.id", "parent_id": "station.id",
    "said_id": "pass_on.id", "reader_id": "person.id", "by": "person.id", "actor_id": "person.id",
    "guardian_id": "person.id",
    "decide_at": "activity.decide_at", "starts_at": "shift.starts_at", "ends_at": "shift.ends_at",
    "entered_at": "service_record.entered_at", "since": "shift.starts_at", "told_at": "acknowledgement.told_at",
    "target_id": "team.id", "companion_id": "person.id", "chat_id": "person.telegram_id",
}  # fmt: skip
ROUND = (
    *(-49 * HOUR, -25 * HOUR, -24 * HOUR, -12 * HOUR, -3 * HOUR, -HOUR, -31 * MINUTE, -15 * MINUTE, -1, 0, 1),
    *(40 * MINUTE, HOUR, 150 * MINUTE - 1, 150 * MINUTE, 4 * HOUR, 26 * HOUR, 8 * DAY),
)
DAYS = tuple(date.fromisoformat(f"2026-{day}") for day in ("11-01", "11-08", "11-21", "11-22", "11-23", "12-05"))
NUMBERS = (0, 0, 1, 1, 2, 3, 5, 30, 60, 240, 241)
TEXTS = [
    "", "Anna", "ben", "Zoe", "Zoe\nYan\nZoe", "12", "9:00-11:00", CODES[1], "elderly", "7", "2.5", "1", "2-4",
    "2026-11-21 9:00-11:00", "x" * 999, "1,5",
]  # fmt: skip
WORDS: Mapping[str, Sequence[str]] = {
    "reason": ("weather", "other", "ill", "work", "time", "activity", "", "too_few"),
    "kind": ("elderly", "training", "team", "activity", "station", "service", "group", "nope", "month"),
    "what": ("cancelled", "held", "moved", "team", "activity", "came", "day", "captain", "no_captain", "lead"),
    "month": ("2026-10", "2026-10", "2026-11", "2026-11", "2026-12", "x"), "language": ("en", "zh_Hans", "de"),
    "age_band": ("under_14", "14_17", "18_59", "60_up", "x"), "band": ("14_17", "18_59", "adult", "minor", "x"),
    "zone": ("Asia/Shanghai", "Asia/Shanghai", "Asia/Urumqi", "Nowhere"),
    "level": ("district", "street", "city", "community", "x"),
    "preset": ("mainland", "hong_kong", "x"), "key": (*RANGES, "quiet", "x"), "typed": ("5", "22-8", "x", ""),
    "field": ("title", "start", "capacity", "place", "outdoor", "x"),
    "notice": (*Silenced, "weekly", "x"), "phone": ("+8613800138000", "12"),
    "name": ("Anna", "Zoe", "first", "", "x" * 99), "hours": ("1", "2,5", "25", "x"),
    "start": ("0900", "1300", "25"), "end": ("1100", "1200", "0800"),
    "code": (*CODES, CODES[0], "s2", "x", "social_worker", "coordinator", "captain"),
    "form": ("edit", "log"),
    "text": (*TEXTS, "3", "14:00", "tomorrow", "title: Sorting\nstart: 2026-12-05 9:00"), "day": ("2026-11-21",),
    "question": ("", "why"), "note": ("", "Sorting"), "file": ("entries", "x"), "seen": ("", "x"), "kept": ("",),
}  # fmt: skip
ODD = ("²", "7" * 15, "7" * 16)
"""Digits that are none of ours, and as many as a number may have, and one more."""
FORMS = [
    "edit", "postpone", "hold", "cancel_activity", "post", "log", "group_names", "sign_up_other", "join", "broadcast",
    "roll_call_minutes", "roll_call_heads", "people_helped", "walk_in",
]  # fmt: skip
STEPS = [
    "title", "start", "capacity", "place", "when", "until", "text", "fill", "day", "span", "kind", "note", "look",
    "name",
]  # fmt: skip
LOADED = (Shift, Activity, SignUp, Person, Viewer, ServiceRecord, Draft)
WHAT_MATTERS = [one for name, one in sorted(vars(last_looks).items()) if name.startswith("is_")]


MANY = (list, Sequence, Collection, Iterable)
PLAIN: tuple[Any, ...] = (int, str, int | None, str | None)
AT_HAND = ("group_place", "invitation", "broadcast", "guardian_consent", "service_record", "role_grant",
           "pass_on", "statement", "call_entry")  # fmt: skip
WHO = ("author_id", "guardian_id", "companion_id", "created_by", "entered_by", "person_id", "lead_id")


@cache
def fits(kind: Any) -> bool:
    """Whether such a value can be drawn."""
    if get_origin(kind) in {Union, UnionType}:
        return NoneType in get_args(kind) and all(fits(one) for one in get_args(kind))
    if get_origin(kind) in {dict, Mapping}:
        return get_args(kind) in {(str, Any), (str, str)}
    if get_origin(kind) in MANY:
        return all(fits(one) for one in get_args(kind))
    if (
        kind in {Desk, Tx, int, str, bool, date, NoneType, ZoneInfo, last_looks.Matters, *LOADED}
        or get_origin(kind) is Literal
    ):
        return True
    if not isinstance(kind, type):
        return False
    return issubclass(kind, Enum) or (issubclass(kind, Frozen) and all(map(fits, get_type_hints(kind).values())))


class Hand:
    """One draw: whose turn it is, when, how many lines a page has, and the rows at hand. ``matters``: what to stir;
    ``shaken``: whether more than that is otherwise.
    """

    def __init__(
        self, drawing: Drawing, chance: random.Random, matters: Sequence[Table] = (), *, shaken: bool = False
    ) -> None:
        self.drawing, self.chance, self.matters, self.shaken = drawing, chance, matters, shaken
        self.focus = drawing.focus(chance)
        for table in (table for table in AT_HAND if drawing.rows[table]):
            near = self.near(table)
            self.focus |= {table: chance.choice(near if near and chance.random() < 0.6 else drawing.rows[table])}
        self.shift = self.focus["shift"]
        self.now = chance.choice((NOW, NOW, self.shift["starts_at"] + chance.choice(ROUND)))
        if matters and chance.random() < 0.5:
            self.now = chance.choice(self.moments()) + chance.choice((-1, 0, 0, 1))
        if shaken and chance.random() < 0.6:
            self.now = away(chance, chance.choice((self.shift["starts_at"], self.shift["ends_at"], *self.moments())))
        self.page = chance.choice((None, None, None, 1, 2, 3))
        self.who = self.acting()

    def moments(self) -> list[int]:
        """That stand in the rows at hand."""
        named = [(name, row[name]) for row in self.focus.values() for name in row.keys()]  # noqa: SIM118  # a row is no dict
        return [one for name, one in named if name.endswith(("_at", "_until")) and isinstance(one, int)]

    def near(self, table: str) -> list[sqlite3.Row]:
        """Those that belong to what is at hand."""
        rows = self.drawing.rows[table]
        ids = {f"{name}_id": self.focus[name]["id"] for name in CHAIN if name in self.focus}
        ids = {name: id for name, id in ids.items() if name in rows[0].keys()}  # noqa: SIM118  # a row is no dict
        return [row for row in rows if all(row[name] in (None, id) for name, id in ids.items())] if ids else []

    def acting(self) -> int:
        rows, activity = self.drawing.rows, self.focus["activity"]
        captains = [row["person_id"] for row in rows["membership"] if row["captain"]]
        grants = [row["person_id"] for row in rows["role_grant"]]
        mine, anybody = self.focus["sign_up"]["person_id"], self.chance.choice(rows["person"])["id"]
        named = [row[name] for table in AT_HAND for row in (self.focus[table],) for name in WHO if name in row.keys()]  # noqa: SIM118  # a row is no dict
        named = [one for one in named if one is not None] or [mine]
        return int(self.chance.choice((mine, mine, activity["lead_id"], activity["lead_id"], *captains[:2],
                                       self.chance.choice(grants), anybody, self.chance.choice(named),
                                       self.chance.choice(named))))  # fmt: skip

    def fields(self) -> dict[str, Any]:
        """Of all forms at once."""
        place = [row["id"] for row in self.drawing.rows["group_place"] if row["shift_id"] == self.shift["id"]]
        typed = {"title": "Sorting", "start": "2026-12-05 9:00"}
        if self.chance.random() < 0.8:
            typed |= {"kind": "elderly", "end": "11:00", "place": "Home", "capacity": "8", "outdoor": "no"}
        return {
            "shift": self.shift["id"], "activity": self.focus["activity"]["id"], "place": (place or [0])[0],
            "person": self.focus["person"]["id"],
            "record": self.chance.choice((0, 0, self.one("service_record")["id"])),
            "day": str(self.chance.choice(DAYS)), "start": "09:00", "end": self.chance.choice(("11:00", "12:30")),
            "kind": self.chance.choice(("", "elderly", "training")), "note": self.chance.choice(("", "Sorting")),
            "name": "Zoe", "names": ["Zoe", "Fay"], "every": ["Zoe", "Zoe", "Fay"], "text": "flooded", "link": "",
            "typed": typed, "audience": f"team:{self.one('team')['id']}",
            "either": [], "target": f"t{self.one('team')['id']}", "heads": 1,
        }  # fmt: skip

    def sit(self, connection: sqlite3.Connection) -> None:
        """Every form lies open before them, and its fields are all filled in."""
        filled, at = json.dumps(self.fields()), self.now - MINUTE
        connection.executemany(
            "INSERT INTO draft (person_id, form, step, fields, card_id, revision, updated_at, state) "
            "VALUES (?, ?, ?, ?, 1, 1, ?, 'open')",
            [(self.who, form, self.chance.choice(STEPS), filled, at) for form in FORMS],
        )
        stirring = Stirring(connection, self.chance, self.who, self.now, self.focus)
        stirring.stir(self.matters)
        if self.shaken:
            shake(stirring)

    def one(self, table: str) -> sqlite3.Row:
        return self.focus.get(table) or self.chance.choice(self.drawing.rows[table])

    async def given(self, tx: Tx, name: str, kind: Any) -> Any:
        if get_origin(kind) in {Union, UnionType}:
            none, kind = self.chance.random() < 0.25, next(one for one in get_args(kind) if one is not NoneType)
            return None if none else await self.given(tx, name, kind)
        if get_origin(kind) in {dict, Mapping, *MANY}:
            return await self.several(tx, name, kind)
        if kind in {Desk, Tx, *LOADED}:
            return await self.loaded(tx, kind)
        if isinstance(kind, type) and issubclass(kind, Frozen):
            return await self.filled(tx, kind)
        return self.value(name, kind)

    async def several(self, tx: Tx, name: str, kind: Any) -> Any:
        if get_origin(kind) in {dict, Mapping}:
            return Filled(self.fields()) if get_args(kind)[1] is Any else self.fields()["typed"]
        return [await self.given(tx, name, get_args(kind)[0]) for _ in range(self.chance.choice((0, 1, 2)))]

    async def filled(self, tx: Tx, kind: type[Frozen]) -> Frozen:
        """Field by field; where it is a row of ours, one that is at hand."""
        table = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()
        row = self.one(table) if self.drawing.rows.get(table) else None
        stands = {} if row is None else {name: row[name] for name in row.keys()}  # noqa: SIM118  # a row is no dict
        stands = merged(self.focus) | stands if self.shaken else stands
        hints = get_type_hints(kind)
        known = {name for name, hint in hints.items() if name in stands and hint in PLAIN}
        if self.shaken:
            known = {name for name in known if stands[name] is not None or hints[name] not in {int, str}}
        return kind(**{
            name: stands[name] if name in known else await self.given(tx, name, hint) for name, hint in hints.items()
        })  # fmt: skip

    async def loaded(self, tx: Tx, kind: Any) -> Any:
        """As a row of it that is at hand says."""
        if kind is Tx:
            return tx
        if kind in {Desk, Viewer}:
            viewer = await viewer_of(tx, self.who)
            return viewer if kind is Viewer else Seated(tx, viewer, self.now)
        read: dict[Any, Callable[[], Awaitable[Any]]] = {
            Shift: lambda: activities.get_shift(tx, self.shift["id"]),
            Activity: lambda: activities.get_activity(tx, self.focus["activity"]["id"]),
            SignUp: lambda: sign_ups.known(tx, self.focus["sign_up"]["id"]),
            Person: lambda: people.person(tx, self.focus["person"]["id"]),
            ServiceRecord: lambda: records.get(tx, self.one("service_record")["id"]),
            Draft: lambda: drafts.find(tx, self.who, self.chance.choice(FORMS)),
        }
        return await read[kind]()

    def value(self, name: str, kind: Any) -> Any:
        if (said := self.spelled(name)) is not None:
            return said
        if kind is int:
            return self.number(name)
        if get_origin(kind) is Literal:
            return self.chance.choice(get_args(kind))
        zones = [ZoneInfo("Asia/Shanghai")]
        if kind is str:
            return self.chance.choice(self.words(name))
        plain: dict[Any, Sequence[Any]] = {
            bool: (True, False), date: DAYS, ZoneInfo: zones, last_looks.Matters: WHAT_MATTERS,
        }  # fmt: skip
        return self.chance.choice(plain[kind] if kind in plain else list(kind))

    def words(self, name: str) -> Sequence[str]:
        if self.matters and self.chance.random() < 0.15:
            return (*ODD, *(f"{ACTIVITY_LINK}{one}" for one in (*ODD, self.shift["id"]))) if name == "link" else ODD
        return WORDS.get(name, TEXTS)

    def spelled(self, name: str) -> str | None:
        """What names a row."""
        if name == "audience":
            of = self.chance.choice(("team", "station", "activity", "everyone"))
            return of if of == "everyone" else f"{of}:{self.one(of)['id']}"
        if name == "key" and self.chance.random() < 0.5:
            return self.chance.choice((f"t{self.one('team')['id']}", f"s{self.one('station')['id']}"))
        if name in {"about", "subject"}:
            table = self.chance.choice(("shift", "activity", "person", "service_record"))
            return f"{table}:{self.one(table)['id']}"
        return str(self.one("station")["path"]) if name in {"path", "station_path"} else None

    def number(self, name: str) -> int | None:
        if name == "now":
            return self.now
        if name == "owner":
            return next((row["telegram_id"] for row in self.drawing.rows["person"] if row["id"] == self.who), None)
        if (likely := self.likely(name)) is not None:
            return likely
        if name in COLUMNS:
            found = self.drawing.value(self.chance, self.focus, name, COLUMNS[name].split("."))
            return int(found) if found is not None else 0
        return self.chance.choice(NUMBERS)

    def likely(self, name: str) -> int | None:
        if name == "revision" and self.chance.random() < 0.7:
            return 1
        if self.shaken and f"_{name}".endswith(("_at", "until", "since")) and self.chance.random() < 0.7:
            return away(self.chance, self.chance.choice((self.now, self.now, *self.moments())))
        if name.endswith(("_at", "until", "since")) and self.chance.random() < 0.5:
            return self.now + self.chance.choice(ROUND)
        if name in {"limit", "most"}:
            return self.chance.choice((1000, 1, 2))
        return self.who if name in {"person_id", "reader_id", "by"} and self.chance.random() < 0.3 else None
