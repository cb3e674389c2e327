"""The months of a world that are over, closed as they would have been."""

import json
from collections import defaultdict
from collections.abc import Iterable

from bot.ground.frozen import replace
from bot.ground.times import DAY
from bot.hours.credit import counting
from bot.reports.closing_rows import WHOLE, add_tally
from bot.reports.figures import Figures, Sum, figures_of, figures_to_json
from bot.stations.rows import settings_of
from bot.store.transaction import Tx
from tests.benchmarks import world_book_rows as books
from tests.walking.agency import NOW

OPEN = "2026-11"
"""The month that is not closed yet."""


async def close_months(tx: Tx, city_id: int) -> None:
    """Every month but this one, of every station, with the figures that closing would have written."""
    natures = counting(await settings_of(tx, city_id))
    sums: dict[tuple[int, str, int], list[Sum]] = defaultdict(list)
    for row in await books.sums_by_team(tx, month=OPEN):
        part = Sum(row["team_id"], row["kind"], row["nature"], row["minutes"], row["attendances"])
        for place in above(row["path"], row["month"], row["team_id"]):
            sums[place].append(part)
    figures = {place: figures_of(parts, natures) for place, parts in sums.items()}
    counted: dict[tuple[int, str, int], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for found_rows, names in (
        (await books.volunteers_by_team(tx, month=OPEN), ("volunteers",)),
        (await books.helped_by_team(tx, month=OPEN), ("helped", "came", "no_shows")),
    ):
        for row in found_rows:
            for place in above(row["path"], row["month"], row["team_id"] or 0):
                for name in names:
                    counted[place][name] += row[name] or 0
    months = sorted({month for _, month, _ in figures})
    empty = [(last(path), month, WHOLE) for path in await books.every_path(tx) for month in months]
    await add_tally.many(
        tx,
        [
            {
                "station_id": place[0], "month": place[1], "team_id": place[2], "now": NOW - DAY,
                "totals": json.dumps(figures_to_json(replace(figures.get(place, Figures()), **counted.get(place, {})))),
            }
            for place in {**figures, **dict.fromkeys(empty)}
        ],
    )  # fmt: skip


def above(path: str, month: str, team_id: int) -> Iterable[tuple[int, str, int]]:
    """Where something of a team counts: at its station and at every one above, of the team and of the whole."""
    for part in path.strip("/").split("/"):
        yield int(part), month, team_id
        yield int(part), month, WHOLE


def last(path: str) -> int:
    return int(path.strip("/").rpartition("/")[2])
