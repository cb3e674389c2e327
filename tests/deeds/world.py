"""A busy week of the town: everything that can stand in a row stands in some, at random, and it hangs together.

Always the same one. Times lie on the limits of the rules and beside them.
"""

import json
import random
import sqlite3
from typing import Any

from bot.ground.times import DAY, HOUR, MINUTE
from bot.hours.sums.anew_rows import count_anew
from bot.schema import metadata
from bot.store.transaction import Tx
from tests.helpers.neighbours import put, put_new
from tests.helpers.town import NOW, Town, build_town
from tests.store.answers.world import Filling, Kind, Values, add, fitting

BEGINS = (
    *(-40 * DAY, -8 * DAY, -26 * HOUR, -3 * HOUR, -HOUR, -10 * MINUTE, 0, 10 * MINUTE, 25 * MINUTE, 2 * HOUR),
    *(5 * HOUR, 20 * HOUR, 24 * HOUR, 30 * HOUR, 47 * HOUR, 3 * DAY, 6 * DAY, 13 * DAY, 40 * DAY),
)
LASTS = (HOUR, 150 * MINUTE, 150 * MINUTE, 13 * HOUR)
STATES = ("published",) * 5 + ("on_hold", "closed", "cancelled")
AUDIENCES = ("team", "station", "everyone")
STANDS = ("confirmed",) * 4 + ("waitlisted", "offered", "withdrawn")
MARKS = ("here", "here", "done", "late", "left_early", "no_show", "excused")
ROLLS = ("open", "open", "handed", "submitted", "closed")
REST = {
    "acknowledgement": 40, "activity_helper": 12, "broadcast": 12, "call_entry": 40, "erasure": 3, "group_place": 0,
    "guardian_consent": 0, "invitation": 16, "notice_off": 12, "outbox": 40, "pass_on": 16, "qualification": 12,
    "role_grant": 6, "roll_card": 16, "station_setting": 0, "statement": 24, "tally": 8, "team_month": 12, "wish": 20,
    "wrong_try": 8,
}  # fmt: skip
"""How many more rows of these, at random, of the people and shifts that are there."""


async def busy_week(tx: Tx, connection: sqlite3.Connection, words: Values, seed: int) -> Town:
    chance = random.Random(seed)
    town = await build_town(tx)
    await families(town, chance)
    for turn, begins in enumerate(BEGINS * 2):
        await activity(town, chance, NOW + begins, turn)
    await books(town, chance)
    connection.execute("UPDATE shift SET taken = min(capacity, (SELECT count(*) FROM sign_up s WHERE "
                       "s.shift_id = shift.id AND s.state IN ('confirmed', 'offered')))")  # fmt: skip
    rest(connection, words, seed)
    await count_anew(tx)
    return town


async def families(town: Town, chance: random.Random) -> None:
    """A captain of the group team, minors with and without a guardian's word, and who has left or cannot be reached."""
    for name, band, team in (
        ("finn", "adult", "company"), ("kim", "14_17", "first"), ("max", "14_17", "first"), ("una", None, "first"),
        ("tim", "under_14", "first"), ("old", "60_up", "second"), ("mum", "adult", None), ("hal", "adult", "second"),
    ):  # fmt: skip
        await town.person(name, age_band=band, team=team)
        if team:
            await town.joins(name, team, captain=name == "finn")
    await town.person("lea", state="managed", age_band="under_14", team="first", managed_by="carl")
    await town.joins("lea", "first")
    await town.person("gone", state="erased")
    await town.person("newt", state="new")
    consents = (("kim", "2027-11-01", None), ("lea", "2026-11-25", None), ("tim", "2027-01-01", NOW))
    for child, until, withdrawn in consents:
        await put(
            town.tx, "guardian_consent", person_id=town.people[child], way="chat" if child == "kim" else "paper",
            guardian_id=town.people["mum"], companion_id=town.people["mum"] if child == "lea" else None,
            given_on="2026-11-01", valid_until=until, created_at=NOW - DAY, withdrawn_at=withdrawn,
        )  # fmt: skip
    await put(town.tx, "qualification", person_id=town.people["ben"], name="First aid", recorded_at=NOW)
    for key, value in (("self_report_days", "7"), ("grace_minutes", "10"), ("group_names_hours", "24")):
        await put(town.tx, "station_setting", station_id=town.stations["nanshan"], key=key, value=value, set_at=NOW)


async def activity(town: Town, chance: random.Random, starts_at: int, turn: int) -> None:
    here = chance.random() < 0.7
    state = chance.choice(STATES)
    team = chance.choice(("first", "first", "second", None)) if here else chance.choice(("company", None))
    ends_at = starts_at + chance.choice(LASTS)
    made = await put_new(
        town.tx, "activity", station_id=town.stations["futian" if here else "nanshan"],
        team_id=town.teams[team] if team else None, lead_id=town.people["chan" if here else "li"],
        title=f"Visit {turn}", kind="elderly", place="Home", meet_place=chance.choice(("Home", "Gate")), contact="Lead",
        risk="None",
        outdoor=chance.choice((0, 1)), audience=chance.choice(AUDIENCES if team else AUDIENCES[1:]),
        training=chance.choice((None, None, None, "First aid")), minimum_age=chance.choice((None, None, None, 16)),
        break_minutes=chance.choice((0, 0, 30)), companions=chance.choice((0, 0, 1)),
        confirmed_only=chance.choice((0, 1)),
        state=state, cancel_reason="weather" if state == "cancelled" else None,
        cancelled_at=chance.choice((starts_at - HOUR, starts_at + 30 * MINUTE)) if state == "cancelled" else None,
        decide_at=chance.choice((None, NOW, NOW + HOUR)) if state == "on_hold" else None,
        revision=chance.choice((0, 1)), created_at=NOW - 50 * DAY, published_at=NOW - 50 * DAY,
    )  # fmt: skip
    shift = await put_new(
        town.tx, "shift", activity_id=made, starts_at=starts_at, ends_at=ends_at, meet_at=starts_at - 15 * MINUTE,
        capacity=chance.choice((3, 5, 8)), minimum=chance.choice((None, None, 2)), revision=chance.choice((0, 0, 1)),
        deadline_at=chance.choice((None, None, starts_at - HOUR)),
    )  # fmt: skip
    group = None
    if chance.random() < 0.4:
        group = await put_new(
            town.tx, "group_place", shift_id=shift, team_id=town.teams["company"], places=2,
            heads_here=chance.choice((None, 1)), created_by=town.people["finn"], created_at=NOW - 9 * DAY,
            cancelled_at=chance.choice((None, None, NOW)),
        )  # fmt: skip
    names = [name for name in town.people if name not in {"gone", "newt", "chan", "li"}]
    people = {town.people[name]: name for name in chance.sample(names, 6)}
    for person, name in people.items():
        await place(town, chance, shift, person, name, starts_at, group)
    if starts_at <= NOW + 30 * MINUTE and chance.random() < 0.8:
        await roll(town, chance, shift, list(people)[:5], starts_at, ends_at)


async def place(
    town: Town, chance: random.Random, shift: int, person: int, name: str, starts_at: int, group: int | None
) -> None:
    stands = chance.choice(STANDS)
    said = chance.choice((None, None, NOW - HOUR))
    withdrawn = NOW - 2 * HOUR if stands == "withdrawn" else None
    offered = stands == "offered" or (stands == "waitlisted" and chance.random() < 0.3)
    await put(
        town.tx, "sign_up", shift_id=shift, person_id=person, state=stands, behind=chance.choice((0, 0, 1)),
        group_place_id=group if name in {"fay", "finn"} and stands == "confirmed" else None,
        line_at=NOW - chance.randrange(9) * DAY, answer=chance.choice(("yes", "late")) if said else None,
        answered_at=said, answered_revision=chance.choice((0, 1)) if said else None,
        late_minutes=chance.choice((None, 0, 20)) if said else None, offered_at=NOW - HOUR if offered else None,
        offer_ends_at=chance.choice((NOW - 1, NOW, NOW + HOUR)) if stands == "offered" else None,
        confirmed_at=NOW - 3 * DAY if stands == "confirmed" else None, withdrawn_at=withdrawn,
        withdrawn_by=chance.choice((person, town.people["chan"])) if withdrawn else None,
        reason=chance.choice((None, "ill", "work", "declined", "expired", "staff")) if withdrawn else None,
        late=chance.choice((0, 1)) if withdrawn else 0,
        created_by=chance.choice((person, person, town.people["carl"])), created_at=NOW - 9 * DAY,
    )  # fmt: skip


async def roll(town: Town, chance: random.Random, shift: int, people: list[int], starts_at: int, ends_at: int) -> None:
    state = chance.choice(ROLLS)
    closed = state == "closed"
    await put(
        town.tx, "roll_call", shift_id=shift, state=state, opened_at=starts_at - 10 * MINUTE,
        captain_id=town.people["carl"] if state in {"handed", "submitted"} else None,
        beneficiaries=12 if state in {"submitted", "closed"} else None, closed_at=NOW if closed else None,
        taken_by=town.people["carl"] if state == "submitted" else None,
        closed_by=town.people["chan"] if closed else None, month="2026-11" if closed else None,
        came=4 if closed else None, no_shows=1 if closed else None,
    )  # fmt: skip
    for person in people:
        mark = chance.choice(MARKS)
        if chance.random() < 0.85:
            await put(
                town.tx, "attendance", shift_id=shift, person_id=person, state=mark,
                late_minutes=20 if mark == "late" else None, early_minutes=30 if mark == "left_early" else None,
                here_at=chance.choice((None, starts_at, starts_at + 12 * MINUTE)),
                left_at=chance.choice((ends_at - 20 * MINUTE, ends_at + HOUR)) if mark == "done" else None,
                walk_in=chance.choice((0, 0, 1)), source=chance.choice(("roll_call", "check_in")),
                marked_by=town.people["chan"], marked_at=NOW - HOUR,
            )  # fmt: skip


async def books(town: Town, chance: random.Random) -> None:
    """Records of all states, of this month and of months before."""
    for turn in range(60):
        who = town.people[chance.choice(("anna", "ben", "carl", "fay", "gran", "kim", "chan", "olga"))]
        state = chance.choice(("submitted", "submitted", "verified", "returned"))
        days = chance.choice((0, 1, 2, 7, 8, 14, 15, 30, 60, 61))
        begins = NOW - days * DAY - turn * MINUTE - 3 * HOUR
        await put(
            town.tx, "service_record", person_id=None if turn % 15 == 0 else who, station_id=town.stations["futian"],
            team_id=town.teams["first"], kind="elderly", nature=chance.choice(("service", "service", "training")),
            day=f"2026-{'11' if days < 22 else '10'}-{22 - days if days < 22 else 15:02}",
            month="2026-11" if days < 22 else "2026-10", starts_at=begins, ends_at=begins + 2 * HOUR,
            minutes=chance.choice((60, 120, 400)), heads=3 if turn % 15 == 0 else 1, state=state,
            source=chance.choice(("self_report", "roll_call", "late_entry")),
            entered_by=chance.choice((who, town.people["chan"])), entered_at=begins + 3 * HOUR,
            verified_by=town.people["wu"] if state == "verified" else None,
            verified_at=NOW - HOUR if state == "verified" else None,
            returned_by=town.people["chan"] if state == "returned" else None,
            returned_reason=chance.choice(("time", "activity", "person")) if state == "returned" else None,
            returned_at=NOW - HOUR if state == "returned" else None,
        )  # fmt: skip


def rest(connection: sqlite3.Connection, words: Values, seed: int) -> None:
    """Of all other tables: as the crowded worlds of the statements have them, but of these people."""
    audiences = [
        f"{table}:{row[0]}"
        for table in ("team", "station", "activity")
        for row in connection.execute(f"SELECT id FROM {table} ORDER BY id LIMIT 5")  # noqa: S608  # names of our tables
    ]
    for table in metadata.sorted_tables:
        chances = {one.name: random.Random(f"{seed} {table.name} {one.name}") for one in table.columns}
        filling = Filling(connection, words, table, Kind(seed, 0.4))
        for number in range(REST.get(table.name, 0)):
            row = {one.name: filling.value(chances[one.name], one, number) for one in table.columns}
            row = {name: reads(name, value, number) for name, value in row.items()}
            row |= {"audience": audiences[number % len(audiences)]} if "audience" in row else {}
            add(connection, table.name, fitting(connection, chances, row))


def reads(name: str, value: Any, number: int) -> Any:
    if name in {"payload", "totals"}:
        return json.dumps({})
    if name == "key":
        return f"key {number}"
    return number + 5_000 if name == "id" else value
