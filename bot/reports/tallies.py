"""Closed months. Of each station there is one line for the whole tree below it, and one for every team in it."""

import json
from collections.abc import Sequence

from bot.ground.frozen import Frozen
from bot.ground.months import Period, month_shifted
from bot.ground.times import Span
from bot.reports.rows import where
from bot.reports.rules import Figures, Scope, from_json, to_json
from bot.store.transaction import Tx

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


async def add(tx: Tx, station_id: int, month: str, figures: dict[int, Figures], now: int) -> None:
    """Figures by team id; ``WHOLE`` is the station's own line."""
    for team_id, one in figures.items():
        await tx.change(
            "add_tally", station_id=station_id, month=month, team_id=team_id, totals=json.dumps(to_json(one)), now=now
        )


async def of_month(tx: Tx, station_id: int, month: str) -> dict[int, Figures]:
    """Empty while the month is open."""
    rows = await tx.rows("tallies_of_month", station_id=station_id, month=month)
    return {row["team_id"]: from_json(json.loads(row["totals"])) for row in rows}


async def to_close(tx: Tx, month: str) -> list[ToClose]:
    """Stations that have closed no month from this one on; what lies deepest in the tree comes first."""
    return [ToClose(**row) for row in await tx.rows("stations_to_close", month=month)]


async def open_below(tx: Tx, path: str, id: int, *, month: str, ends_at: int) -> bool:
    return await tx.value("open_station_below", path=path, id=id, month=month, ends_at=ends_at) is not None


async def unclosed(tx: Tx, path: str, month: str) -> list[int]:
    """The station of this path and those below it whose month is open, by id."""
    return [row["id"] for row in await tx.rows("unclosed_stations", path=path, month=month)]


async def own_settings(tx: Tx) -> dict[str, dict[str, str]]:
    """What stations set themselves about months and weeks, by path."""
    found: dict[str, dict[str, str]] = {}
    for row in await tx.rows("month_settings"):
        found.setdefault(row["path"], {})[row["key"]] = row["value"]
    return found


async def to_report(tx: Tx, month: str) -> list[Reporting]:
    return [Reporting(**row) for row in await tx.rows("stations_to_report", month=month)]


async def answerable(tx: Tx, station_id: int) -> list[int]:
    """Its coordinators; its administrators where it has none."""
    rows = await tx.rows("answerable_people", station_id=station_id)
    coordinators = [row["person_id"] for row in rows if row["role"] == "coordinator"]
    return coordinators or sorted({row["person_id"] for row in rows})


async def missing(tx: Tx, scope: Scope, period: Period, span: Span, now: int) -> list[Missing]:
    """What is still open in a period, per lead. ``span``: its instants."""
    calls = await tx.rows("open_roll_calls", **where(scope), starts_at=span.starts_at, ends_at=span.ends_at, now=now)
    first, last = period.first_day.isoformat(), period.last_day.isoformat()
    records = await tx.rows("waiting_records_by_lead", **where(scope), first=first, last=last)
    open_calls = {row["lead_id"]: row["n"] for row in calls}
    waiting = {row["lead_id"]: (row["n"], row["minutes"]) for row in records}
    leads: Sequence[int | None] = sorted(open_calls.keys() | waiting.keys(), key=lambda id: id or 0)
    return [Missing(id, open_calls.get(id, 0), *waiting.get(id, (0, 0))) for id in leads]


async def adjustments(tx: Tx, scope: Scope, first: str, last: str) -> int:
    """Minutes booked from month ``first`` to ``last`` for days before them."""
    minutes: int = await tx.value(
        "adjustments_of_months", **where(scope), first=first, last=last, first_day=f"{first}-01"
    )
    return minutes
