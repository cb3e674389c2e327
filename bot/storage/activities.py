"""A shift always comes with its activity: nearly everything said of one needs the other."""

from typing import Any

from bot.domain.activities import Activity, ActivityFacts, ActivityState, Audience, Shift, ShiftFacts
from bot.domain.activity_looks import Offered
from bot.domain.frozen import asdict, field_names
from bot.domain.posting import PastPlace, RecentShift
from bot.domain.text import folded
from bot.storage.transaction import Row, Tx, Value

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


async def upcoming(
    tx: Tx, person_id: int, *, first: int, until: int, now: int, kind: str, limit: int, skip: int
) -> list[Offered]:
    """Shifts that start in the half-open span and are open to the person; `kind` '' is any."""
    span = {"first": first, "until": until, "now": now}
    rows = await tx.rows("upcoming_for_person", person_id=person_id, **span, kind=kind, limit=limit, skip=skip)
    return [Offered(**{**row, "state": ActivityState(row["state"]), "own": bool(row["own"])}) for row in rows]


async def helpers(tx: Tx, activity_id: int) -> dict[int, str]:
    """Names of the helpers by person id."""
    return {row["id"]: row["name"] for row in await tx.rows("helpers_of_activity", activity_id=activity_id)}


async def recent_shifts(tx: Tx, lead_id: int, limit: int) -> list[RecentShift]:
    """The newest shift of each title this lead posted, the latest first."""
    rows = await tx.rows("recent_shifts_of_lead", lead_id=lead_id, limit=limit)
    return [RecentShift(**row) for row in rows]


async def recent_places(tx: Tx, lead_id: int, limit: int) -> list[PastPlace]:
    rows = await tx.rows("recent_places_of_lead", lead_id=lead_id, limit=limit)
    return [PastPlace(row["shift_id"], row["place"]) for row in rows]


async def known_trainings(tx: Tx) -> dict[str, str]:
    """Names of trainings as they are written, by how they are read."""
    return {folded(row["name"]): row["name"] for row in await tx.rows("known_trainings")}
