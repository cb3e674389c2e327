"""Somebody next door: a second city with a station, teams, people, months, shifts and a bot of its own.

Every town of the tests has it beside itself. Nobody of the town has to do with it, so whatever counts, lists or changes
rows for the town must come out as if it were not there. Its numbers are primes: a sum that is wrong tells whose it is.
There are as many of each thing as of no other, so that ids of different things differ as well.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.activities import rows as activities
from bot.activities.rules import ActivityFacts, Audience, ShiftFacts
from bot.ground.frozen import replace
from bot.ground.times import DAY, HOUR, MINUTE
from bot.hours.noted import rows as noted
from bot.hours.sums.anew_rows import count_anew
from bot.people.name_part_rows import add_parts, stand_in_teams
from bot.store.statements import Statement, read_statement
from bot.store.transaction import Tx

BOT = 7_919
PLACED = read_statement("next door: placed", "UPDATE station SET path = :path WHERE id = :id")
THEIRS = read_statement("next door: stations", "SELECT id FROM station WHERE name IN ('harbour', 'pier')")
THEY = read_statement("next door: people", "SELECT id FROM person WHERE name IN ('Mei', 'Rui', 'Nan', 'Tao', 'Sun')")
TAKEN = read_statement("next door: taken", "UPDATE shift SET taken = 1 WHERE id = :id")
MONTHS = {"2026-10": 37, "2026-11": 41, "2026-12": 43, "2027-01": 47}
"""Minutes that were verified for the one record of each month."""


async def put(tx: Tx, table: str, **columns: Any) -> None:
    await tx.change(insertion(table, columns), **columns)


async def put_new(tx: Tx, table: str, **columns: Any) -> int:
    made: int = await tx.value(insertion(table, columns, "RETURNING id"), **columns)
    return made


def insertion(table: str, columns: Iterable[str], giving: str = "") -> Statement:
    names, values = ", ".join(columns), ", ".join(f":{name}" for name in columns)
    return read_statement(f"next door: {table}", f"INSERT INTO {table} ({names}) VALUES ({values}) {giving}")  # noqa: S608  # names of our tables


async def move_in(tx: Tx, now: int, starts_at: int) -> None:
    """``starts_at``: of the town's own visits. Next door they meet just after it, a week later, and did last week."""
    street = await stations(tx, now)
    people = [await person(tx, number, now) for number in range(5)]
    team = await teams(tx, street, people, now)
    for at in (starts_at + 17 * MINUTE, starts_at + 7 * DAY, now - 5 * DAY):
        await visit(tx, street, team, people, at, now)
    await books(tx, street, team, people, now)
    await count_anew(tx)
    await post(tx, people[2], now)


async def stations(tx: Tx, now: int) -> int:
    """The city is called Harbour, its one street Pier."""
    made: list[int] = []
    for level, name in (("city", "harbour"), ("street", "pier")):
        parent = made[-1] if made else None
        id = await put_new(
            tx, "station", parent_id=parent, path=f"/new{level}/", level=level, name=name, zone="Asia/Shanghai",
            own_zone=int(parent is None), preset=None if parent else "mainland", created_at=now,
        )  # fmt: skip
        made.append(id)
        path = "".join(f"/{one}" for one in made) + "/"
        await tx.change(
            read_statement("neighbours:path", "UPDATE station SET path = :path WHERE id = :id"), path=path, id=id
        )
    return made[-1]


async def station_ids(tx: Tx) -> set[int]:
    return {row["id"] for row in await tx.rows(THEIRS)}


async def people_ids(tx: Tx) -> set[int]:
    return {row["id"] for row in await tx.rows(THEY)}


async def person(tx: Tx, number: int, now: int) -> int:
    """Mei leads, Rui is captain; Nan and Tao are members, Tao without a phone; Sun answers for the city."""
    managed = number == 3
    id = await put_new(
        tx, "person", telegram_id=None if managed else 6_000_000_000 + number, state="managed" if managed else "active",
        name=("Mei", "Rui", "Nan", "Tao", "Sun")[number], client_language="en", age_band="adult", consent_at=now,
        created_at=now,
    )  # fmt: skip
    await add_parts(tx, person_id=id)
    return id


async def teams(tx: Tx, street: int, people: list[int], now: int) -> int:
    made = [
        await put_new(
            tx, "team", station_id=street, name=name, kind=kind, open=0, lead_id=people[0], created_at=now
        )
        for name, kind in (("ropes", "service"), ("nets", "service"), ("crew", "group"))
    ]  # fmt: skip
    for number in (1, 2, 3):
        await put_new(
            tx, "membership", team_id=made[0], person_id=people[number], captain=int(number == 1), joined_at=now
        )
        await stand_in_teams(tx, people[number])
    for number, role in ((0, "social_worker"), (4, "coordinator")):
        await put_new(tx, "role_grant", person_id=people[number], role=role, station_id=street, granted_at=now)
    return made[0]


async def visit(tx: Tx, street: int, team: int, people: list[int], at: int, now: int) -> None:
    """Rui is in it, Nan waits, Tao has withdrawn. Those before have been rolled, with 17 helped."""
    facts = ActivityFacts(
        station_id=street, team_id=team, lead_id=people[0], title="Paint the pier", kind="elderly", place="Pier 3",
        meet_place="Pier 2", contact="Mei", outdoor=True, risk="deep water", audience=Audience.TEAM,
    )  # fmt: skip
    activity_id = await activities.add_activity(tx, facts, now)
    shift = ShiftFacts(starts_at=at, ends_at=at + 2 * HOUR, meet_at=at - HOUR, capacity=1)
    for later in (0, 30 * DAY):
        again = replace(shift, starts_at=at + later, ends_at=at + later + 2 * HOUR, meet_at=at + later - HOUR)
        shift_id = await activities.add_shift(tx, activity_id, again)
        for who, state in ((1, "confirmed"), (2, "waitlisted" if at + later > now else "withdrawn"), (3, "withdrawn")):
            await put_new(
                tx, "sign_up", shift_id=shift_id, person_id=people[who], state=state, behind=0, line_at=now, late=0,
                confirmed_at=now if who == 1 else None, withdrawn_at=now if state == "withdrawn" else None,
                created_by=people[who], created_at=now,
            )  # fmt: skip
        await tx.change(TAKEN, id=shift_id)
        if at + later < now:
            await put(
                tx, "roll_call", shift_id=shift_id, state="closed", opened_at=at, closed_at=now, closed_by=people[0],
                month="2026-11", beneficiaries=17, came=19, no_shows=3,
            )  # fmt: skip


async def books(tx: Tx, street: int, team: int, people: list[int], now: int) -> None:
    """A verified record of each month, and the sums that go with it; one that waits."""
    for month, minutes in MONTHS.items():
        await record(tx, street, team, people, month, minutes, now)
        await put(
            tx, "team_month", station_id=street, team_id=team, month=month, kind="elderly", nature="service",
            minutes=minutes, attendances=1,
        )  # fmt: skip
    await record(tx, street, team, people, "2026-12", 53, now, day=7, state="submitted")
    await noted.take_as_they_are(tx)


async def record(
    tx: Tx,
    street: int,
    team: int,
    people: list[int],
    month: str,
    minutes: int,
    now: int,
    *,
    day: int = 5,
    state: str = "verified",
) -> None:
    begins = int(datetime.fromisoformat(f"{month}-{day:02}T09:00+08:00").timestamp())
    done = state == "verified"
    await put_new(
        tx, "service_record", person_id=people[1], team_id=team, station_id=street, kind="elderly", nature="service",
        day=f"{month}-{day:02}", month=month, starts_at=begins, ends_at=begins + HOUR, minutes=minutes, heads=1,
        state=state, source="late_entry", entered_by=people[1], entered_at=now, verified_by=people[0] if done else None,
        verified_at=now if done else None,
    )  # fmt: skip


async def post(tx: Tx, who: int, now: int) -> None:
    """What another bot on the same books sent and read, and what this one has sent long ago."""
    for number, state in enumerate(("pending", "sending", "sent", "dead", "unknown")):
        await put_new(
            tx, "outbox", bot_id=BOT, key=f"next door {number}", kind="moved", chat_id=6_000_000_002, person_id=who,
            payload="{}", created_at=now, due_at=now, state=state, **{"class": "normal"},
        )  # fmt: skip
    await put(tx, "inbox", bot_id=BOT, update_id=23, lane=6_000_000_002, raw="{}", received_at=now)
