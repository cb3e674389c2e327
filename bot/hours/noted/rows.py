"""What was noted of the books, held against what stands in them now."""

import json

from bot.hours.noted.rules import BOOKED, fingerprint
from bot.store.asking import sql
from bot.store.transaction import Row, Tx


@sql(f"""
SELECT a.id AS note_id, a.subject, a.facts, r.id, r.person_id, r.team_id, r.station_id, r.activity_id, r.shift_id,
    r.kind, r.nature, r.day, r.month, r.starts_at, r.ends_at, r.minutes, r.heads, r.source, r.state, r.verified_by,
    r.verified_at, r.reverses_id, r.replaces_id
FROM audit a LEFT JOIN service_record r ON r.id = cast(substr(a.subject, 8) AS bigint)
WHERE a.act = '{BOOKED}' AND a.id > :after ORDER BY a.id LIMIT 1000
""")  # noqa: S608  # a word of ours
async def noted_bookings(tx: Tx, *, after: int) -> list[Row]:
    """A page of what was noted, in order, each with its line as it is now; without where that is gone."""


@sql(f"""
SELECT min(q.id) AS id FROM (
    SELECT r.id FROM service_record r
    WHERE r.state = 'verified' AND r.id > (SELECT since_record FROM books_noted WHERE id = 1)
    EXCEPT SELECT cast(substr(a.subject, 8) AS bigint) FROM audit a WHERE a.act = '{BOOKED}'
) q
""")  # noqa: S608  # a word of ours
async def first_unnoted(tx: Tx) -> int | None:
    """The first booked line that no note tells of. Those from before lines were noted are not asked about."""


@sql("SELECT id FROM person WHERE merged_into_id = :person_id ORDER BY id")
async def earlier_selves(tx: Tx, *, person_id: int | None) -> list[int]:
    """Under which the same human was known before: the lines of these have come to the one that stayed."""


async def first_unfit(tx: Tx) -> tuple[str, int] | None:
    """Which line of the books is not what was booked: a code of ``check`` and its id."""
    after = 0
    while page := await noted_bookings(tx, after=after):
        for row in page:
            why = await unfit(tx, row)
            if why:
                return why, int(row["subject"].removeprefix("record:"))
            after = row["note_id"]
    unnoted = await first_unnoted(tx)
    return ("record_unnoted", unnoted) if unnoted is not None else None


async def unfit(tx: Tx, row: Row) -> str:
    if row["id"] is None:
        return "record_gone"
    noted = json.loads(row["facts"])["line"]
    if row["state"] == "verified" and noted == fingerprint(row):
        return ""
    selves = await earlier_selves(tx, person_id=row["person_id"])
    return "" if any(noted == fingerprint({**dict(row), "person_id": one}) for one in selves) else "record_changed"


@sql("UPDATE books_noted SET since_record = (SELECT coalesce(max(r.id), 0) FROM service_record r) WHERE id = 1")
async def take_as_they_are(tx: Tx) -> int:
    """What is in the books by now was put there otherwise, as the demo's past is: no note is asked for."""
