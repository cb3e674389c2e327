"""A shift always comes with its activity: nearly everything said of one needs the other."""

from typing import Any

from bot.activities.rules import Activity, ActivityFacts, ActivityState, Audience, Led, Shift, ShiftFacts
from bot.ground.frozen import asdict, field_names
from bot.store.transaction import Row, Tx, Value

ACTIVITY = field_names(Activity)
FLAGS = ("outdoor", "companions", "confirmed_only")


def activity_of(row: Row) -> Activity:
    """The activity in a row that holds all its columns."""
    values: dict[str, Any] = {name: row[name] for name in ACTIVITY}
    values |= {name: bool(values[name]) for name in FLAGS}
    values |= {"state": ActivityState(row["state"]), "audience": Audience(row["audience"])}
    return Activity(**values)


def shift_of(row: Row) -> Shift:
    """The shift in a row that holds all its columns and its activity's."""
    return Shift(
        id=row["shift_id"],
        starts_at=row["starts_at"],
        ends_at=row["ends_at"],
        meet_at=row["meet_at"],
        deadline_at=row["deadline_at"],
        capacity=row["capacity"],
        minimum=row["minimum"],
        taken=row["taken"],
        revision=row["shift_revision"],
        activity=activity_of(row),
    )


async def get_activity(tx: Tx, activity_id: int) -> Activity | None:
    row = await tx.row("get_activity", activity_id=activity_id)
    return activity_of(row) if row else None


async def get_shift(tx: Tx, shift_id: int) -> Shift | None:
    row = await tx.row("get_shift", shift_id=shift_id)
    return shift_of(row) if row else None


async def shifts_of(tx: Tx, activity_id: int) -> list[Shift]:
    """Every shift of the activity, in order of time."""
    return [shift_of(row) for row in await tx.rows("shifts_of_activity", activity_id=activity_id)]


async def add_activity(tx: Tx, facts: ActivityFacts, now: int) -> int:
    """The id of the new activity, published."""
    made: int = await tx.value("add_activity", **values_of(facts, now))
    return made


def values_of(facts: ActivityFacts, now: int) -> dict[str, Value]:
    """As ``add_activity`` takes them."""
    return asdict(facts) | {name: int(getattr(facts, name)) for name in FLAGS} | {"now": now}


async def add_shift(tx: Tx, activity_id: int, facts: ShiftFacts) -> int:
    """The id of the new shift, with nobody in it."""
    made: int = await tx.value("add_shift", activity_id=activity_id, **asdict(facts))
    return made


async def helpers(tx: Tx, activity_id: int) -> dict[int, str]:
    """Names of the helpers by person id."""
    return {row["id"]: row["name"] for row in await tx.rows("helpers_of_activity", activity_id=activity_id)}


ALL_TIME = 1 << 40


TODAY_LIMIT = 40


async def led_between(
    tx: Tx,
    person_id: int,
    *,
    first: int,
    until: int,
    limit: int = TODAY_LIMIT,
    skip: int = 0,
    latest_first: bool = False,
    outdoor: bool = False,
) -> list[Led]:
    """Shifts that are not over at `first` and begin before `until`; `outdoor`: only those, and not cancelled."""
    rows = await tx.rows(
        "led_between",
        person_id=person_id,
        first=first,
        until=until,
        limit=limit,
        skip=skip,
        direction=-1 if latest_first else 1,
        outdoor=int(outdoor),
    )
    return [
        Led(**{**row, "state": ActivityState(row["state"]), "own": bool(row["own"]), "outdoor": bool(row["outdoor"])})
        for row in rows
    ]


async def coming(tx: Tx, person_id: int, now: int, *, limit: int, skip: int = 0) -> list[Led]:
    return await led_between(tx, person_id, first=now, until=ALL_TIME, limit=limit, skip=skip)


async def past(tx: Tx, person_id: int, now: int, *, limit: int, skip: int = 0) -> list[Led]:
    """The latest first; what runs now is not past."""
    found = await led_between(tx, person_id, first=0, until=now, limit=limit, skip=skip, latest_first=True)
    return [one for one in found if one.ends_at <= now]
