"""The books as rows. Nothing here checks a rule: go through use_cases/crediting, which does, and keeps the sums."""

import json
from datetime import date

from bot.ground.frozen import Frozen
from bot.ground.times import Span
from bot.hours.rules import Entry, Nature, Occupied, RecordState, ServiceRecord, Source, Why
from bot.store.transaction import Row, Tx, Value


class ShiftPlace(Frozen):
    """Where a shift is booked, and when it begins."""

    station_id: int
    zone: str
    starts_at: int


def read_why(text: str) -> tuple[Why, ...]:
    return tuple(Why(code, minutes) for code, minutes in json.loads(text))


def write_why(steps: tuple[Why, ...]) -> str:
    return json.dumps([[step.code, step.minutes] for step in steps])


def entry_of(row: Row) -> Entry:
    return Entry(
        person_id=row["person_id"],
        station_id=row["station_id"],
        starts_at=row["starts_at"],
        ends_at=row["ends_at"],
        minutes=row["minutes"],
        kind=row["kind"],
        source=Source(row["source"]),
        team_id=row["team_id"],
        activity_id=row["activity_id"],
        shift_id=row["shift_id"],
        nature=Nature(row["nature"]),
        heads=row["heads"],
        note=row["note"],
        why=read_why(row["why"]),
        flags=tuple(row["flags"].split()),
    )


def record_of(row: Row) -> ServiceRecord:
    return ServiceRecord(
        id=row["id"],
        entry=entry_of(row),
        state=RecordState(row["state"]),
        day=date.fromisoformat(row["day"]),
        month=row["month"],
        station_path=row["station_path"],
        zone=row["zone"],
        lead_id=row["lead_id"],
        person=row["person"],
        activity=row["activity"],
        team=row["team"],
        entered_by=row["entered_by"],
        entered_at=row["entered_at"],
        verified_by=row["verified_by"],
        verified_at=row["verified_at"],
        verifier=row["verifier"],
        returned_reason=row["returned_reason"] or "",
        reverses_id=row["reverses_id"],
        replaces_id=row["replaces_id"],
        reversed=row["reversed_by_id"] is not None,
    )


def columns_of(entry: Entry) -> dict[str, Value]:
    return {
        "person_id": entry.person_id,
        "team_id": entry.team_id,
        "station_id": entry.station_id,
        "activity_id": entry.activity_id,
        "shift_id": entry.shift_id,
        "kind": entry.kind,
        "nature": entry.nature.value,
        "starts_at": entry.starts_at,
        "ends_at": entry.ends_at,
        "minutes": entry.minutes,
        "heads": entry.heads,
        "source": entry.source.value,
        "note": entry.note,
        "why": write_why(entry.why),
        "flags": " ".join(entry.flags),
    }


async def add(
    tx: Tx,
    entry: Entry,
    *,
    day: date,
    month: str,
    entered_by: int,
    now: int,
    reverses_id: int | None = None,
    replaces_id: int | None = None,
) -> int:
    """Stored as waiting; its id. A reversing record has minutes below 0."""
    id: int = await tx.value(
        "add_service_record",
        **columns_of(entry),
        day=day.isoformat(),
        month=month,
        state=RecordState.SUBMITTED.value,
        entered_by=entered_by,
        entered_at=now,
        verified_by=None,
        verified_at=None,
        verified_reason=None,
        reverses_id=reverses_id,
        replaces_id=replaces_id,
    )
    return id


async def get(tx: Tx, id: int) -> ServiceRecord | None:
    row = await tx.row("service_record_by_id", id=id)
    return record_of(row) if row else None


async def in_the_way(tx: Tx, person_id: int, span: Span, *, except_id: int = 0) -> list[Occupied]:
    """The person's records that overlap this time, by title or note."""
    rows = await tx.rows(
        "service_records_in_the_way",
        person_id=person_id,
        except_id=except_id,
        starts_at=span.starts_at,
        ends_at=span.ends_at,
    )
    return [Occupied(row["activity"].split("\n")[0][:60], Span(row["starts_at"], row["ends_at"])) for row in rows]


async def verified_minutes(tx: Tx, person_id: int, day: date) -> int:
    minutes: int = await tx.value("verified_minutes_of_day", person_id=person_id, day=day.isoformat())
    return minutes


async def set_verified(tx: Tx, id: int, *, month: str, by: int, now: int, reason: str | None) -> bool:
    return await tx.change("set_record_verified", id=id, month=month, by=by, now=now, reason=reason) == 1


async def set_returned(tx: Tx, id: int, *, by: int, now: int, reason: str) -> bool:
    return await tx.change("set_record_returned", id=id, by=by, now=now, reason=reason) == 1


async def resubmit(tx: Tx, id: int, entry: Entry, *, day: date, now: int) -> bool:
    columns = {name: value for name, value in columns_of(entry).items() if name not in {"person_id", "heads"}}
    changed = await tx.change("resubmit_record", id=id, day=day.isoformat(), month=f"{day:%Y-%m}", now=now, **columns)
    return changed == 1


async def on_duty(tx: Tx, person_id: int, *, path: str, at: int, activity_id: int | None) -> bool:
    """Whether the person was staff of the station then, or leads the activity as staff."""
    found = await tx.value("person_on_duty", person_id=person_id, path=path, at=at, activity_id=activity_id)
    return found is not None


async def place_of_shift(tx: Tx, shift_id: int) -> ShiftPlace | None:
    row = await tx.row("place_of_shift", shift_id=shift_id)
    return ShiftPlace(row["station_id"], row["zone"], row["starts_at"]) if row else None


async def set_roll_call_month(tx: Tx, shift_id: int, month: str) -> None:
    await tx.change("set_roll_call_month", shift_id=shift_id, month=month)


async def team_then(tx: Tx, person_id: int, at: int) -> int | None:
    team_id: int | None = await tx.value("team_of_person_then", person_id=person_id, at=at)
    return team_id


class Served(Frozen):
    """The activity that a record belongs to."""

    shift_id: int
    activity_id: int
    station_id: int
    team_id: int | None
    kind: str


class OwnSum(Frozen):
    """A person's minutes of one state, month of service ('YYYY-MM', not that of booking), kind and nature."""

    state: str
    month: str
    kind: str
    nature: str
    minutes: int
    records: int


async def served_then(tx: Tx, person_id: int, span: Span) -> Served | None:
    """What the person had signed up for at that time."""
    row = await tx.row("shift_served_then", person_id=person_id, starts_at=span.starts_at, ends_at=span.ends_at)
    return Served(**row) if row else None


async def station_of_team(tx: Tx, team_id: int) -> int:
    station_id: int = await tx.value("station_of_team", team_id=team_id)
    return station_id


async def of_person(tx: Tx, person_id: int, *, limit: int, offset: int) -> list[ServiceRecord]:
    """The newest day first."""
    rows = await tx.rows("records_of_person", person_id=person_id, limit=limit, offset=offset)
    return [record_of(row) for row in rows]


async def own_sums(tx: Tx, person_id: int) -> list[OwnSum]:
    return [OwnSum(**row) for row in await tx.rows("own_sums", person_id=person_id)]


async def to_verify(tx: Tx, viewer_id: int, *, after: int, limit: int) -> list[ServiceRecord]:
    """What waits and is this viewer's to look at, the oldest first, from the id ``after`` on."""
    rows = await tx.rows("records_to_verify", viewer_id=viewer_id, after=after, limit=limit)
    return [record_of(row) for row in rows]


async def count_to_verify(tx: Tx, viewer_id: int) -> int:
    n: int = await tx.value("count_to_verify", viewer_id=viewer_id)
    return n
