"""Closed months. Of each station there is one line for the whole tree below it, and one for every team in it."""

import json
from collections.abc import Sequence

from bot.ground.frozen import Frozen
from bot.ground.months import Period, month_shifted
from bot.ground.times import Span
from bot.reports.rows import where
from bot.reports.rules import Figures, Scope, from_json, to_json
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value

WHOLE = -1


class ToClose(Frozen):
    """A station and the month it would close next; `month` None: it has nothing to close yet."""

    id: int
    path: str
    zone: str
    created_at: int
    last_closed: str | None
    first_booked: str | None

    def next_month(self, created_month: str) -> str:
        """After the last closed one; else the first with anything in it."""
        if self.last_closed:
            return month_shifted(self.last_closed, 1)
        return min(self.first_booked or created_month, created_month)


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
INSERT INTO tally (station_id, month, team_id, totals, closed_at)
VALUES (:station_id, :month, :team_id, :totals, :now)
ON CONFLICT (station_id, month, team_id) DO NOTHING
""")
async def add_tally(tx: Tx, *, station_id: int, month: str, team_id: Value, totals: str, now: int) -> int:
    """One frozen line of a closed month; a second closing changes nothing."""


async def add(tx: Tx, station_id: int, month: str, figures: dict[int, Figures], now: int) -> None:
    """Figures by team id; ``WHOLE`` is the station's own line."""
    for team_id, one in figures.items():
        await add_tally(
            tx, station_id=station_id, month=month, team_id=team_id, totals=json.dumps(to_json(one)), now=now
        )


@sql("""
SELECT team_id, totals FROM tally WHERE station_id = :station_id AND month = :month ORDER BY team_id
""")
async def tallies_of_month(tx: Tx, *, station_id: int, month: str) -> list[Row]:
    """The closed month of a station: the whole (team_id -1), its teams, and what had no team (0)."""


async def of_month(tx: Tx, station_id: int, month: str) -> dict[int, Figures]:
    """Empty while the month is open."""
    rows = await tallies_of_month(tx, station_id=station_id, month=month)
    return {row["team_id"]: from_json(json.loads(row["totals"])) for row in rows}


@sql("""
SELECT s.id, s.path, s.zone, s.created_at, t.closed AS last_closed, m.first AS first_booked
FROM station s
LEFT JOIN (SELECT station_id, max(month) AS closed FROM tally GROUP BY station_id) t ON t.station_id = s.id
LEFT JOIN (SELECT station_id, min(month) AS first FROM team_month GROUP BY station_id) m ON m.station_id = s.id
WHERE t.closed IS NULL OR t.closed < :month
ORDER BY length(s.path) - length(replace(s.path, '/', '')) DESC, s.id
""")
async def to_close(tx: Tx, month: str) -> list[ToClose]:
    """Stations that have closed no month from ``month`` on, and where each goes on; what lies deepest in the tree comes
    first.
    """


@sql("""
SELECT b.id FROM station b
WHERE b.path LIKE cast(:path AS text) || '%' AND b.id <> :id AND b.created_at < :ends_at
    AND NOT EXISTS (SELECT 1 FROM tally t WHERE t.station_id = b.id AND t.month = :month)
LIMIT 1
""")
async def open_below(tx: Tx, path: str, id: int, *, month: str, ends_at: int) -> bool:
    """Whether a station below has not closed the month yet, though it was there: its hours could still change."""


@sql("""
SELECT s.id FROM station s
WHERE s.path LIKE cast(:path AS text) || '%'
    AND NOT EXISTS (SELECT 1 FROM tally t WHERE t.station_id = s.id AND t.month = :month)
ORDER BY s.id
""")
async def unclosed(tx: Tx, path: str, month: str) -> list[int]:
    """The station of this path and those below it that have not closed the month, by id: the order in which they are
    locked.
    """


@sql("""
SELECT s.path, c.key, c.value FROM station_setting c JOIN station s ON s.id = c.station_id
WHERE c.key IN ('report_day', 'report_time', 'closing_day', 'closing_time', 'digest_weekday', 'digest_time',
    'quiet_starts', 'quiet_ends')
""")
async def month_settings(tx: Tx) -> list[Row]:
    """What stations have set about reports, closing and digests themselves."""


async def own_settings(tx: Tx) -> dict[str, dict[str, str]]:
    """What stations set themselves about months and weeks, by path."""
    found: dict[str, dict[str, str]] = {}
    for row in await month_settings(tx):
        found.setdefault(row["path"], {})[row["key"]] = row["value"]
    return found


@sql("""
SELECT s.id, s.path, s.zone, s.created_at FROM station s
WHERE NOT EXISTS (SELECT 1 FROM occurrence o WHERE o.key = 'report/' || cast(:month AS text) || '/' || s.id)
    AND EXISTS (SELECT 1 FROM role_grant g WHERE g.station_id = s.id AND g.withdrawn_at IS NULL
        AND g.role IN ('coordinator', 'administrator'))
ORDER BY s.id
""")
async def to_report(tx: Tx, month: str) -> list[Reporting]:
    """Stations of a zone that somebody answers for and that have had no provisional report of this month."""


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


@sql("""
SELECT a.lead_id, p.name AS lead, cast(count(*) AS bigint) AS n
FROM shift h JOIN activity a ON a.id = h.activity_id JOIN station s ON s.id = a.station_id
JOIN person p ON p.id = a.lead_id
LEFT JOIN roll_call c ON c.shift_id = h.id
WHERE h.starts_at >= :starts_at AND h.starts_at < :ends_at AND h.ends_at <= :now AND a.state <> 'cancelled'
    AND (c.shift_id IS NULL OR c.state <> 'closed') AND (h.taken > 0 OR c.shift_id IS NOT NULL)
    AND s.path LIKE cast(:path AS text) || '%' AND (cast(:team_id AS bigint) = 0 OR a.team_id = :team_id)
GROUP BY a.lead_id, p.name
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
    AND r.station_id IN (SELECT id FROM station WHERE path LIKE cast(:path AS text) || '%')
    AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
GROUP BY coalesce(a.lead_id, t.lead_id)
""")
async def waiting_records_by_lead(tx: Tx, *, first: Value, last: Value, path: Value, team_id: Value) -> list[Row]:
    """Records of these days that wait, per lead of the activity or of the team. The cast keeps the database to the
    index of what waits.
    """


async def missing(tx: Tx, scope: Scope, period: Period, span: Span, now: int) -> list[Missing]:
    """What is still open in a period, per lead. ``span``: its instants."""
    calls = await open_roll_calls(tx, **where(scope), starts_at=span.starts_at, ends_at=span.ends_at, now=now)
    first, last = period.first_day.isoformat(), period.last_day.isoformat()
    records = await waiting_records_by_lead(tx, **where(scope), first=first, last=last)
    open_calls = {row["lead_id"]: row["n"] for row in calls}
    waiting = {row["lead_id"]: (row["n"], row["minutes"]) for row in records}
    leads: Sequence[int | None] = sorted(open_calls.keys() | waiting.keys(), key=lambda id: id or 0)
    return [Missing(id, open_calls.get(id, 0), *waiting.get(id, (0, 0))) for id in leads]


@sql("""
SELECT cast(coalesce(sum(r.minutes * r.heads), 0) AS bigint) AS minutes
FROM service_record r
WHERE r.month BETWEEN :first AND :last AND r.day < :first_day AND r.state = 'verified'
    AND r.station_id IN (SELECT id FROM station WHERE path LIKE cast(:path AS text) || '%')
    AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
""")
async def adjustments_of_months(
    tx: Tx, *, first: Value, last: Value, first_day: Value, path: Value, team_id: Value
) -> int:
    """What was booked in these months for days before them: corrections and late verifications after a closing."""


async def adjustments(tx: Tx, scope: Scope, first: str, last: str) -> int:
    """Minutes booked from month ``first`` to ``last`` for days before them."""
    minutes: int = await adjustments_of_months(tx, **where(scope), first=first, last=last, first_day=f"{first}-01")
    return minutes
