"""Closed months. Of each station there is one line for the whole tree below it, and one for every team in it."""

import json
from collections.abc import Mapping

from bot.ground.frozen import Frozen, replace
from bot.ground.months import month_shifted
from bot.hours.noted.rules import print_of
from bot.reports.figures import Figures, figures_from_json, figures_to_json
from bot.reports.month_report_rows import ANSWERABLE
from bot.reports.rows import where
from bot.reports.rules import Scope
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value

WHOLE = -1
CLOSED = "month_closed"
"""The act under which a closing is noted, about its station."""


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


@sql("""
INSERT INTO tally (station_id, month, team_id, totals, closed_at)
VALUES (:station_id, :month, :team_id, :totals, :now)
ON CONFLICT (station_id, month, team_id) DO NOTHING
""")
async def add_tally(tx: Tx, *, station_id: int, month: str, team_id: Value, totals: str, now: int) -> int:
    """One frozen line of a closed month; a second closing changes nothing."""


async def add(
    tx: Tx,
    station_id: int,
    month: str,
    figures: dict[int, Figures],
    now: int,
    beside: Mapping[int, Mapping[str, object]],
) -> None:
    """Figures by team id; ``WHOLE`` is the station's own line. ``beside``: what else is kept, for the report."""
    for team_id, one in figures.items():
        totals = json.dumps({**figures_to_json(one), **beside.get(team_id, {})})
        await add_tally(tx, station_id=station_id, month=month, team_id=team_id, totals=totals, now=now)


@sql("""
SELECT team_id, totals FROM tally WHERE station_id = :station_id AND month = :month ORDER BY team_id
""")
async def tallies_of_month(tx: Tx, *, station_id: int, month: str) -> dict[int, str]:
    """The closed month of a station: the whole (team_id -1), its teams, and what had no team (0)."""


async def of_month(tx: Tx, station_id: int, month: str) -> dict[int, Figures]:
    """Empty while the month is open."""
    totals = await tallies_of_month(tx, station_id=station_id, month=month)
    return {team_id: figures_from_json(json.loads(said)) for team_id, said in totals.items()}


async def print_of_month(tx: Tx, station_id: int, month: str) -> str:
    """The fingerprint of a closed month, by which it is noted."""
    return print_of(sorted((await tallies_of_month(tx, station_id=station_id, month=month)).items()))


@sql("""
SELECT s.id, s.path, s.zone, s.created_at,
  (SELECT max(t.month) FROM tally t WHERE t.station_id = s.id) AS last_closed,
  (SELECT min(m.month) FROM team_month m WHERE m.station_id = s.id) AS first_booked
FROM (SELECT id, path, zone, created_at FROM station WHERE close_at <= :now
  ORDER BY close_at, id LIMIT cast(:limit AS bigint)) s
ORDER BY length(s.path) - length(replace(s.path, '/', '')) DESC, s.id
""")
async def to_close(tx: Tx, now: int, limit: int) -> list[ToClose]:
    """Stations that may have a month to close, and where each goes on; what lies deepest in the tree comes first."""


@sql("UPDATE station SET close_at = :at WHERE id = :id")
async def next_closing(tx: Tx, id: int, at: int) -> None:
    """When the station may close its next month."""


@sql(f"""
SELECT x.close_at, cast(sum({ANSWERABLE}) AS bigint) AS people FROM (
  SELECT id, close_at FROM station WHERE close_at = (
    SELECT n.close_at FROM station n WHERE n.close_at > :since ORDER BY n.close_at LIMIT 1) LIMIT 64) x
GROUP BY x.close_at
""")  # noqa: S608 - constants; every value is a parameter
async def closings_ahead(tx: Tx, since: int) -> list[tuple[int, int]]:
    """When months are closed next, and how many people learn of it; of no more than 64 stations."""


@sql("""
SELECT b.id FROM station b
WHERE (b.path >= cast(:path AS text) AND b.path < cast(:path AS text) || ':') AND b.id <> :id
    AND b.created_at < :ends_at
    AND NOT EXISTS (SELECT 1 FROM tally t WHERE t.station_id = b.id AND t.month = :month)
LIMIT 1
""")
async def open_below(tx: Tx, path: str, id: int, *, month: str, ends_at: int) -> bool:
    """Whether a station below has not closed the month yet, though it was there: its hours could still change."""


@sql("""
SELECT s.id FROM station s
WHERE (s.path >= cast(:path AS text) AND s.path < cast(:path AS text) || ':')
    AND NOT EXISTS (SELECT 1 FROM tally t WHERE t.station_id = s.id AND t.month = :month)
ORDER BY s.id
""")
async def unclosed(tx: Tx, path: str, month: str) -> list[int]:
    """The station of this path and those below it that have not closed the month, by id: the order in which they are
    locked.
    """


@sql("""
SELECT cast(coalesce(sum(r.minutes * r.heads), 0) AS bigint) AS minutes
FROM service_record r
WHERE r.month BETWEEN :first AND :last AND r.day < :first_day AND r.state = 'verified'
    AND r.station_id IN (SELECT id FROM station
      WHERE (path >= cast(:path AS text) AND path < cast(:path AS text) || ':'))
    AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
""")
async def adjustments_of_months(
    tx: Tx, *, first: Value, last: Value, first_day: Value, path: Value, team_id: Value
) -> int:
    """What was booked in these months for days before them: corrections and late verifications after a closing."""


@sql("""
SELECT cast(coalesce(sum(x.helped), 0) AS bigint) AS helped, cast(coalesce(sum(x.no_shows), 0) AS bigint) AS no_shows
FROM roll_correction x JOIN roll_call c ON c.shift_id = x.shift_id JOIN shift h ON h.id = x.shift_id
JOIN activity a ON a.id = h.activity_id
WHERE x.month BETWEEN :first AND :last AND c.month < :first
    AND a.station_id IN (SELECT id FROM station
      WHERE (path >= cast(:path AS text) AND path < cast(:path AS text) || ':'))
    AND (cast(:team_id AS bigint) = 0 OR a.team_id = :team_id)
""")
async def rolls_put_right(tx: Tx, *, first: Value, last: Value, path: Value, team_id: Value) -> Row | None:
    """People helped and no-shows that were put right in these months, of roll-calls of months before them."""


async def with_adjustments(tx: Tx, figures: Figures, scope: Scope, first: str, last: str) -> Figures:
    """With what was booked from month ``first`` to ``last`` for days and roll-calls before them."""
    minutes = await adjustments_of_months(tx, **where(scope), first=first, last=last, first_day=f"{first}-01")
    rolls = await rolls_put_right(tx, **where(scope), first=first, last=last)
    helped, no_shows = (rolls["helped"], rolls["no_shows"]) if rolls else (0, 0)
    return replace(figures, adjusted=minutes, adjusted_helped=helped, adjusted_no_shows=no_shows)
