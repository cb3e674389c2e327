"""What a provisional report of a month is made of: which stations get one, who reads it, what is still open."""

from collections.abc import Sequence

from bot.ground.frozen import Frozen
from bot.ground.months import Period
from bot.ground.times import Span
from bot.reports.rows import where
from bot.reports.rules import Scope
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


class Reporting(Frozen):
    """A station that gets reports."""

    id: int
    path: str
    zone: str
    created_at: int


class Missing(Frozen):
    """What keeps a month from being whole, of one lead (None: nobody is named)."""

    lead_id: int | None
    roll_calls: int
    records: int
    minutes: int


@sql("""
SELECT id, path, zone, created_at FROM station WHERE report_at <= :now
ORDER BY report_at, id LIMIT cast(:limit AS bigint)
""")
async def to_report(tx: Tx, now: int, limit: int) -> list[Reporting]:
    """Stations that may have to get a provisional report."""


@sql("UPDATE station SET report_at = :at WHERE id = :id")
async def next_report(tx: Tx, id: int, at: int) -> None:
    """When the station gets its next report."""


READERS = """(SELECT count(*) FROM role_grant g JOIN person p ON p.id = g.person_id
    WHERE g.station_id = x.id AND g.withdrawn_at IS NULL AND g.role = '{}' AND p.state = 'active')"""
ANSWERABLE = f"""CASE WHEN {READERS.format("coordinator")} > 0 THEN {READERS.format("coordinator")}
  ELSE {READERS.format("administrator")} END"""
"""How many `answerable` finds for the station ``x``."""


@sql(f"""
SELECT x.report_at, cast(sum({ANSWERABLE}) AS bigint) AS people FROM (
  SELECT id, report_at FROM station WHERE report_at = (
    SELECT n.report_at FROM station n WHERE n.report_at > :since ORDER BY n.report_at LIMIT 1) LIMIT 64) x
GROUP BY x.report_at
""")  # noqa: S608 - constants of this file; every value is a parameter
async def reports_ahead(tx: Tx, since: int) -> list[tuple[int, int]]:
    """When reports are made next, and for how many people; of no more than 64 stations."""


@sql("""
SELECT g.person_id, g.role FROM role_grant g JOIN person p ON p.id = g.person_id
WHERE g.station_id = :station_id AND g.withdrawn_at IS NULL AND g.role IN ('coordinator', 'administrator')
    AND p.state = 'active'
ORDER BY g.person_id
""")
async def answerable_people(tx: Tx, *, station_id: int) -> list[Row]:
    """Who gets the reports of a station: its coordinators, or its administrators where it has none."""


async def answerable(tx: Tx, station_id: int) -> list[int]:
    """Its coordinators; its administrators where it has none."""
    rows = await answerable_people(tx, station_id=station_id)
    coordinators = [row["person_id"] for row in rows if row["role"] == "coordinator"]
    return coordinators or sorted({row["person_id"] for row in rows})


OPEN_ROLLS = """FROM shift h CROSS JOIN activity a JOIN station s ON s.id = a.station_id
JOIN person l ON l.id = a.lead_id
LEFT JOIN roll_call c ON c.shift_id = h.id
WHERE a.id = h.activity_id AND h.rolled = 0 AND h.starts_at >= :starts_at
    AND h.starts_at < CASE WHEN cast(:ends_at AS bigint) < cast(:now AS bigint) THEN cast(:ends_at AS bigint)
      ELSE cast(:now AS bigint) END
    AND h.ends_at <= :now AND a.state <> 'cancelled' AND (h.taken > 0 OR c.shift_id IS NOT NULL)
    AND (s.path >= cast(:path AS text) AND s.path < cast(:path AS text) || ':')
    AND (cast(:team_id AS bigint) = 0 OR a.team_id = :team_id)"""
"""Sessions ``h`` that are over without a finished roll-call, though people were expected; ``l`` leads them."""


@sql(f"""
SELECT a.lead_id, l.name AS lead, cast(count(*) AS bigint) AS n
{OPEN_ROLLS}
GROUP BY a.lead_id, l.name
ORDER BY a.lead_id
""")
async def open_roll_calls(
    tx: Tx, *, starts_at: Value, ends_at: Value, now: Value, path: Value, team_id: Value
) -> list[Row]:
    """Sessions that are over without a closed roll-call, per lead: people were expected, nobody has said who came."""


@sql("""
SELECT coalesce(a.lead_id, t.lead_id) AS lead_id, cast(count(*) AS bigint) AS n,
    cast(sum(r.minutes * r.heads) AS bigint) AS minutes
FROM service_record r
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN team t ON t.id = r.team_id
WHERE r.state = 'submitted' AND cast(r.day AS text) BETWEEN :first AND :last
    AND r.station_id IN (SELECT id FROM station
      WHERE (path >= cast(:path AS text) AND path < cast(:path AS text) || ':'))
    AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
GROUP BY coalesce(a.lead_id, t.lead_id)
""")
async def waiting_records_by_lead(tx: Tx, *, first: Value, last: Value, path: Value, team_id: Value) -> list[Row]:
    """Records of these days that wait, per lead of the activity or of the team. The cast keeps the database to the
    index of what waits.
    """


async def open_calls(tx: Tx, scope: Scope, span: Span, now: int) -> dict[int | None, int]:
    """How many roll-calls of a period are still open, by lead."""
    calls = await open_roll_calls(tx, **where(scope), starts_at=span.starts_at, ends_at=span.ends_at, now=now)
    return {row["lead_id"]: row["n"] for row in calls}


async def missing(tx: Tx, scope: Scope, period: Period, span: Span, now: int) -> list[Missing]:
    """What is still open in a period, per lead. ``span``: its instants."""
    open_of = await open_calls(tx, scope, span, now)
    first, last = period.first_day.isoformat(), period.last_day.isoformat()
    records = await waiting_records_by_lead(tx, **where(scope), first=first, last=last)
    waiting = {row["lead_id"]: (row["n"], row["minutes"]) for row in records}
    leads: Sequence[int | None] = sorted(open_of.keys() | waiting.keys(), key=lambda id: id or 0)
    return [Missing(id, open_of.get(id, 0), *waiting.get(id, (0, 0))) for id in leads]
