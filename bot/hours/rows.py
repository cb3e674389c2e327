"""The books as rows. Nothing here checks a rule: go through ``crediting``, which does, and keeps the sums."""

import json
from datetime import date

from bot.ground.frozen import Frozen
from bot.hours.rules import Entry, Nature, RecordState, ServiceRecord, Source, Why
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


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
        needs=row["needs"],
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
    reverses_id, replaces_id, needs
) VALUES (
    :person_id, :team_id, :station_id, :activity_id, :shift_id, :kind, :nature, :day, :month, :starts_at, :ends_at,
    :minutes, :heads, :state, :source, :note, :why, :flags, :entered_by, :entered_at, :verified_by, :verified_at,
    :verified_reason, :reverses_id, :replaces_id, :needs
) RETURNING id
""")
async def add_service_record(tx: Tx, /, **values: Value) -> int:
    """A new line of the books: a record of hours."""


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
    needs: str = "",
) -> int:
    """Stored as waiting; its id. A reversing record has minutes below 0."""
    return await add_service_record(
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
        needs=needs,
    )


RECORDS = """
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
"""
"""Records with the names that their readers need."""


@sql(
    RECORDS
    + """WHERE r.id = :id
""",
    read=record_of,
)
async def get(tx: Tx, id: int) -> ServiceRecord | None:
    """One record with the names that its readers need."""


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
    shift_id = :shift_id, kind = :kind, nature = :nature, source = :source, why = :why, flags = :flags, needs = :needs
WHERE id = :id AND state = 'returned'
""")
async def resubmit_record(tx: Tx, /, **values: Value) -> bool:
    """Sent back, mended, waiting again."""


async def resubmit(tx: Tx, id: int, entry: Entry, *, day: date, now: int, needs: str) -> bool:
    columns = {name: value for name, value in columns_of(entry).items() if name not in {"person_id", "heads"}}
    more: dict[str, Value] = {"day": day.isoformat(), "month": f"{day:%Y-%m}", "now": now, "needs": needs}
    return await resubmit_record(tx, id=id, **more, **columns)


@sql(
    RECORDS
    + """WHERE r.shift_id = :shift_id AND r.state <> 'returned' AND r.reverses_id IS NULL AND x.id IS NULL
ORDER BY r.id
""",
    read=record_of,
)
async def standing_of_shift(tx: Tx, shift_id: int) -> list[ServiceRecord]:
    """What is on record of a shift and not taken back, verified or waiting."""


class OwnSum(Frozen):
    """A person's minutes of one state, month of service ('YYYY-MM', not that of booking), kind and nature."""

    state: str
    month: str
    kind: str
    nature: str
    minutes: int
    records: int


@sql(
    RECORDS
    + """WHERE r.reverses_id = :id
""",
    read=record_of,
)
async def reversal_of(tx: Tx, id: int) -> ServiceRecord | None:
    """What took a record back."""


@sql(
    RECORDS
    + """LEFT JOIN service_record n ON n.replaces_id = r.id
WHERE r.person_id = :person_id AND r.reverses_id IS NULL AND n.id IS NULL
ORDER BY r.starts_at DESC, r.id DESC
LIMIT :limit OFFSET :offset
""",
    read=record_of,
)
async def of_person(tx: Tx, person_id: int, *, limit: int, offset: int) -> list[ServiceRecord]:
    """A page of a person's records as they stand, the newest day first: nothing that takes back or was replaced."""


@sql("""
SELECT CASE WHEN state = 'returned' AND returned_reason = 'own' THEN 'own' ELSE state END AS state,
    substr(day, 1, 7) AS month, kind, nature, cast(sum(minutes) AS bigint) AS minutes,
    cast(count(*) AS bigint) AS records
FROM service_record WHERE person_id = :person_id
GROUP BY 1, substr(day, 1, 7), kind, nature
ORDER BY 1, 2, 3, 4
""")
async def own_sums(tx: Tx, person_id: int) -> list[OwnSum]:
    """A person's minutes by state ('own': taken back by the person), month of service, kind and nature."""


@sql("DELETE FROM service_record WHERE person_id = :person_id AND state <> 'verified'")
async def erase_waiting_records(tx: Tx, *, person_id: Value) -> int:
    """Hours that nobody has verified were never in a total."""


@sql("""
UPDATE service_record SET note = '', verified_reason = NULL, returned_reason = NULL
WHERE person_id = :person_id AND (note <> '' OR verified_reason IS NOT NULL OR returned_reason IS NOT NULL)
""")
async def erase_notes_of_records(tx: Tx, *, person_id: Value) -> int:
    """Verified minutes stay, without words."""
