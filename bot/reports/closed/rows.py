"""What a closed month kept, and what is kept of one when it is closed."""

import json

from bot.reports.closed.rules import FrozenLine, exceptions_from
from bot.reports.closing_rows import WHOLE
from bot.reports.figures import figures_from_json
from bot.store.asking import sql
from bot.store.transaction import Row, Tx


@sql("""
SELECT team_id, totals, closed_at FROM tally WHERE station_id = :station_id AND month = :month ORDER BY team_id
""")
async def frozen_lines(tx: Tx, *, station_id: int, month: str) -> list[Row]:
    """The closed month of a station, with when that was."""


async def lines_of(tx: Tx, station_id: int, month: str) -> dict[int, FrozenLine]:
    """By team, and ``WHOLE``; empty while the month is open."""
    found = {}
    for row in await frozen_lines(tx, station_id=station_id, month=month):
        kept = json.loads(row["totals"])
        found[row["team_id"]] = FrozenLine(
            figures_from_json(kept),
            kept.get("name", ""),
            kept.get("rounding", ""),
            row["closed_at"],
            exceptions_from(kept),
        )
    return found


@sql(f"""
SELECT month, totals FROM tally
WHERE station_id = :station_id AND month BETWEEN :first AND :last AND team_id = {WHOLE}
ORDER BY month
""")  # noqa: S608 - a number of ours
async def frozen_wholes(tx: Tx, *, station_id: int, first: str, last: str) -> dict[str, str]:
    """The closed ones of these months, each with all its teams."""


@sql("""
SELECT cast(count(*) AS bigint) AS n FROM service_record r
WHERE r.month = :month AND r.state = 'verified' AND r.minutes < 0
    AND r.station_id IN (SELECT id FROM station
      WHERE (path >= cast(:path AS text) AND path < cast(:path AS text) || ':'))
""")
async def taken_back(tx: Tx, path: str, *, month: str) -> int:
    """Lines of the books of a month that take back what was recorded before, in this part of the tree."""


@sql("""
SELECT id, name FROM team
WHERE station_id IN (SELECT id FROM station WHERE path >= cast(:path AS text) AND path < cast(:path AS text) || ':')
""")
async def team_names(tx: Tx, path: str) -> dict[int, str]:
    """Of every team in this part of the tree, also of closed ones."""


async def minutes_closed(tx: Tx, station_id: int, first: str, last: str) -> dict[str, int]:
    """Minutes of the closed ones of these months."""
    kept = await frozen_wholes(tx, station_id=station_id, first=first, last=last)
    return {month: figures_from_json(json.loads(totals)).minutes for month, totals in kept.items()}
