"""The books as rows. Nothing here checks a rule: go through use_cases/crediting, which does, and keeps the sums."""

import json
from datetime import date
from typing import Any

from bot.ground.frozen import Frozen
from bot.ground.times import Span
from bot.hours.rules import Entry, Nature, Occupied, RecordState, ServiceRecord, Source, Why
from bot.store.asking import sql
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


@sql("""
INSERT INTO service_record (
    person_id, team_id, station_id, activity_id, shift_id, kind, nature, day, month, starts_at, ends_at, minutes, heads,
    state, source, note, why, flags, entered_by, entered_at, verified_by, verified_at, verified_reason,
    reverses_id, replaces_id
) VALUES (
    :person_id, :team_id, :station_id, :activity_id, :shift_id, :kind, :nature, :day, :month, :starts_at, :ends_at,
    :minutes, :heads, :state, :source, :note, :why, :flags, :entered_by, :entered_at, :verified_by, :verified_at,
    :verified_reason, :reverses_id, :replaces_id
) RETURNING id
""")
async def add_service_record(tx: Tx, /, **values: Value) -> Any:
    """A new line of the books."""


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
    id: int = await add_service_record(
        tx,
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


@sql(
    """
SELECT r.*, s.path AS station_path, s.zone AS zone, coalesce(a.lead_id, t.lead_id) AS lead_id,
    coalesce(p.name, '') AS person, coalesce(a.title, '') AS activity, coalesce(t.name, '') AS team,
    coalesce(v.name, '') AS verifier, x.id AS reversed_by_id
FROM service_record r
JOIN station s ON s.id = r.station_id
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN team t ON t.id = r.team_id
LEFT JOIN person p ON p.id = r.person_id
LEFT JOIN person v ON v.id = r.verified_by
LEFT JOIN service_record x ON x.reverses_id = r.id
WHERE r.id = :id
""",
    read=record_of,
)
async def get(tx: Tx, id: int) -> ServiceRecord | None:
    """One record with the names that its readers need."""


@sql("""
SELECT r.starts_at, r.ends_at, coalesce(a.title, r.note) AS activity
FROM service_record r
LEFT JOIN activity a ON a.id = r.activity_id
WHERE r.person_id = :person_id AND r.id <> :except_id AND r.starts_at < :ends_at AND r.ends_at > :starts_at
    AND r.state <> 'returned' AND r.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM service_record x WHERE x.reverses_id = r.id)
ORDER BY r.starts_at, r.id
""")
async def service_records_in_the_way(
    tx: Tx, *, person_id: Value, except_id: Value, ends_at: Value, starts_at: Value
) -> list[Row]:
    """What a person has on record in a stretch of time: sent back, reversed and reversing records leave it free."""


async def in_the_way(tx: Tx, person_id: int, span: Span, *, except_id: int = 0) -> list[Occupied]:
    """The person's records that overlap this time, by title or note."""
    rows = await service_records_in_the_way(
        tx,
        person_id=person_id,
        except_id=except_id,
        starts_at=span.starts_at,
        ends_at=span.ends_at,
    )
    return [Occupied(row["activity"].split("\n")[0][:60], Span(row["starts_at"], row["ends_at"])) for row in rows]


@sql("""
SELECT cast(coalesce(sum(minutes), 0) AS bigint) AS minutes FROM service_record
WHERE person_id = :person_id AND day = :day AND state = 'verified'
""")
async def verified_minutes_of_day(tx: Tx, *, person_id: Value, day: Value) -> Any:
    """What counts for a person on one day of a station already."""


async def verified_minutes(tx: Tx, person_id: int, day: date) -> int:
    minutes: int = await verified_minutes_of_day(tx, person_id=person_id, day=day.isoformat())
    return minutes


@sql("""
UPDATE service_record
SET state = 'verified', month = :month, verified_by = :by, verified_at = :now, verified_reason = :reason
WHERE id = :id AND state = 'submitted'
""")
async def set_verified(tx: Tx, id: int, *, month: str, by: int, now: int, reason: str | None) -> bool:
    """From waiting (or sent back) to verified, once."""


@sql("""
UPDATE service_record SET state = 'returned', returned_by = :by, returned_at = :now, returned_reason = :reason
WHERE id = :id AND state = 'submitted'
""")
async def set_returned(tx: Tx, id: int, *, by: int, now: int, reason: str) -> bool:
    """From waiting to sent back, with the reason."""


@sql("""
UPDATE service_record
SET state = 'submitted', day = :day, month = :month, starts_at = :starts_at, ends_at = :ends_at, minutes = :minutes,
    note = :note, entered_at = :now, station_id = :station_id, team_id = :team_id, activity_id = :activity_id,
    shift_id = :shift_id, kind = :kind, nature = :nature, source = :source, why = :why, flags = :flags
WHERE id = :id AND state = 'returned'
""")
async def resubmit_record(tx: Tx, /, **values: Value) -> int:
    """Sent back, mended, waiting again."""


async def resubmit(tx: Tx, id: int, entry: Entry, *, day: date, now: int) -> bool:
    columns = {name: value for name, value in columns_of(entry).items() if name not in {"person_id", "heads"}}
    changed = await resubmit_record(tx, id=id, day=day.isoformat(), month=f"{day:%Y-%m}", now=now, **columns)
    return changed == 1


@sql("""
SELECT g.id FROM role_grant g JOIN station s ON s.id = g.station_id
WHERE g.person_id = :person_id AND g.granted_at <= :at AND (g.withdrawn_at IS NULL OR g.withdrawn_at > :at)
    AND (cast(:path AS text) LIKE s.path || '%' OR EXISTS (
        SELECT 1 FROM activity a WHERE a.id = cast(:activity_id AS bigint) AND a.lead_id = g.person_id))
LIMIT 1
""")
async def on_duty(tx: Tx, person_id: int, *, path: str, at: int, activity_id: int | None) -> bool:
    """Who held a role on the station (or above) at that time, or leads the activity as staff, was on duty."""


@sql("""
SELECT s.id AS station_id, s.zone AS zone, h.starts_at AS starts_at
FROM shift h JOIN activity a ON a.id = h.activity_id JOIN station s ON s.id = a.station_id
WHERE h.id = :shift_id
""")
async def place_of_shift_rows(tx: Tx, *, shift_id: Value) -> Row | None:
    """Where and when a shift is, for the month it counts in."""


async def place_of_shift(tx: Tx, shift_id: int) -> ShiftPlace | None:
    row = await place_of_shift_rows(tx, shift_id=shift_id)
    return ShiftPlace(row["station_id"], row["zone"], row["starts_at"]) if row else None


@sql("""
UPDATE roll_call SET month = :month,
    came = (SELECT cast(count(*) AS bigint) FROM attendance t
        WHERE t.shift_id = roll_call.shift_id AND t.state IN ('here', 'done', 'late', 'left_early'))
        + (SELECT cast(coalesce(sum(g.heads_here), 0) AS bigint) FROM group_place g
        WHERE g.shift_id = roll_call.shift_id AND g.cancelled_at IS NULL),
    no_shows = (SELECT cast(count(*) AS bigint) FROM attendance t
        WHERE t.shift_id = roll_call.shift_id AND t.state = 'no_show')
        + (SELECT cast(coalesce(sum(g.places - g.heads_here - (SELECT count(*) FROM sign_up u
            WHERE u.group_place_id = g.id AND u.state = 'confirmed')), 0) AS bigint) FROM group_place g
        WHERE g.shift_id = roll_call.shift_id AND g.cancelled_at IS NULL)
WHERE shift_id = :shift_id
""")
async def set_roll_call_month(tx: Tx, shift_id: int, month: str) -> None:
    """Once a roll-call is closed: the month in which it counts, and how many came and did not, with and without
    names.
    """


@sql("""
SELECT m.team_id FROM membership m JOIN person p ON p.id = m.person_id
WHERE m.person_id = :person_id
    AND (m.left_at IS NULL OR (m.joined_at <= :at AND m.left_at > :at))
ORDER BY CASE WHEN m.joined_at <= :at THEN 0 ELSE 1 END, CASE WHEN m.team_id = p.home_team_id THEN 0 ELSE 1 END,
    m.joined_at, m.id
LIMIT 1
""")
async def team_then(tx: Tx, person_id: int, at: int) -> int | None:
    """The team a person was in at that time (home team first); who was in none then, the one of today."""


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


@sql("""
SELECT h.id AS shift_id, a.id AS activity_id, a.station_id, a.team_id, a.kind
FROM sign_up u JOIN shift h ON h.id = u.shift_id JOIN activity a ON a.id = h.activity_id
WHERE u.person_id = :person_id AND u.state = 'confirmed' AND a.state <> 'cancelled'
    AND h.starts_at < :span.ends_at AND h.ends_at > :span.starts_at
ORDER BY h.starts_at, h.id LIMIT 1
""")
async def served_then(tx: Tx, person_id: int, span: Span) -> Served | None:
    """The activity that a person had signed up for at that time: its place and kind are the record's."""


@sql("SELECT station_id FROM team WHERE id = :team_id")
async def station_of_team(tx: Tx, team_id: int) -> int:
    """Where a team belongs."""


@sql(
    """
SELECT r.*, s.path AS station_path, s.zone AS zone, coalesce(a.lead_id, t.lead_id) AS lead_id,
    coalesce(p.name, '') AS person, coalesce(a.title, '') AS activity, coalesce(t.name, '') AS team,
    coalesce(v.name, '') AS verifier, x.id AS reversed_by_id
FROM service_record r
JOIN station s ON s.id = r.station_id
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN team t ON t.id = r.team_id
LEFT JOIN person p ON p.id = r.person_id
LEFT JOIN person v ON v.id = r.verified_by
LEFT JOIN service_record x ON x.reverses_id = r.id
WHERE r.person_id = :person_id
ORDER BY r.starts_at DESC, r.id DESC
LIMIT :limit OFFSET :offset
""",
    read=record_of,
)
async def of_person(tx: Tx, person_id: int, *, limit: int, offset: int) -> list[ServiceRecord]:
    """A page of a person's records, the newest day first."""


@sql("""
SELECT state, substr(day, 1, 7) AS month, kind, nature, cast(sum(minutes) AS bigint) AS minutes,
    cast(count(*) AS bigint) AS records
FROM service_record WHERE person_id = :person_id
GROUP BY state, substr(day, 1, 7), kind, nature
ORDER BY 1, 2, 3, 4
""")
async def own_sums(tx: Tx, person_id: int) -> list[OwnSum]:
    """A person's minutes by state, month of service, kind and nature."""


@sql(
    """
SELECT r.*, s.path AS station_path, s.zone AS zone, coalesce(a.lead_id, t.lead_id) AS lead_id,
    coalesce(p.name, '') AS person, coalesce(a.title, '') AS activity, coalesce(t.name, '') AS team,
    '' AS verifier, NULL AS reversed_by_id
FROM service_record r
JOIN station s ON s.id = r.station_id
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN team t ON t.id = r.team_id
LEFT JOIN person p ON p.id = r.person_id
WHERE r.state = 'submitted' AND r.id > :after AND coalesce(r.person_id, 0) <> :viewer_id
    AND (coalesce(a.lead_id, t.lead_id) = :viewer_id OR EXISTS (
        SELECT 1 FROM role_grant g JOIN station gs ON gs.id = g.station_id
        WHERE g.person_id = :viewer_id AND g.withdrawn_at IS NULL AND s.path LIKE gs.path || '%'))
ORDER BY r.id
LIMIT :limit
""",
    read=record_of,
)
async def to_verify(tx: Tx, viewer_id: int, *, after: int, limit: int) -> list[ServiceRecord]:
    """A page of what waits below a station, or for this lead anywhere, except the viewer's own; the oldest first.
    What waits and is this viewer's to look at, the oldest first, from the id ``after`` on.
    """


@sql("""
SELECT cast(count(*) AS bigint) AS n
FROM service_record r
JOIN station s ON s.id = r.station_id
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN team t ON t.id = r.team_id
WHERE r.state = 'submitted' AND coalesce(r.person_id, 0) <> :viewer_id
    AND (coalesce(a.lead_id, t.lead_id) = :viewer_id OR EXISTS (
        SELECT 1 FROM role_grant g JOIN station gs ON gs.id = g.station_id
        WHERE g.person_id = :viewer_id AND g.withdrawn_at IS NULL AND s.path LIKE gs.path || '%'))
""")
async def count_to_verify(tx: Tx, viewer_id: int) -> int:
    """How much of it there is."""
