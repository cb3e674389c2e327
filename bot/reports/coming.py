"""What months and weeks will bring next, for whoever winds the clock. One instant each, the earliest."""

from collections.abc import Callable, Coroutine
from typing import Any
from zoneinfo import ZoneInfo

from bot.ground.times import Weekly, next_occurrence
from bot.reports import closing_rows as tallies
from bot.reports import digest_rows as digests
from bot.reports import month_report_rows
from bot.reports.report_times import closes_at, next_monthly, reports_at
from bot.stations import rows as stations
from bot.store.ticks import AT_ONCE
from bot.store.transaction import Tx

Coming = list[tuple[int, int]]  # when, and for how many people


Ahead = Callable[[Tx, int], Coroutine[Any, Any, Coming]]
INSTANTS = 24  # at which nobody would be written to, before it is given up


async def next_reports(tx: Tx, now: int) -> Coming:
    found = await told_ahead(tx, now, month_report_rows.reports_ahead)
    for station in await month_report_rows.to_report(tx, now, AT_ONCE):
        settings = await stations.settings_of(tx, station.id)
        people = len(await month_report_rows.answerable(tx, station.id))
        found.append((next_monthly(reports_at, ZoneInfo(station.zone), settings, now), people))
    return earliest(found)


async def next_closings(tx: Tx, now: int) -> Coming:
    found = await told_ahead(tx, now, tallies.closings_ahead)
    for station in await tallies.to_close(tx, now, AT_ONCE):
        settings = await stations.settings_of(tx, station.id)
        people = len(await month_report_rows.answerable(tx, station.id))
        found.append((next_monthly(closes_at, ZoneInfo(station.zone), settings, now), people))
    return earliest(found)


async def told_ahead(tx: Tx, now: int, ahead: Ahead) -> Coming:
    """The first instant at which somebody is written to: stations that nobody answers for are passed over."""
    since = now
    for _ in range(INSTANTS):
        found = await ahead(tx, since)
        if not found or found[0][1]:
            return found
        since = found[0][0]
    return []


async def next_digests(tx: Tx, now: int) -> Coming:
    looked = [(row["id"], row["path"], row["digest_at"]) for row in await digests.digests_ahead(tx, now)]
    for station in await digests.to_digest(tx, now, AT_ONCE):
        settings = await stations.settings_of(tx, station.id)
        rule = Weekly(settings.digest_weekday, settings.digest_time)
        looked.append((station.id, station.path, next_occurrence(rule, ZoneInfo(station.zone), now).at))
    found = [(at, await readers_of(tx, station_id, path)) for station_id, path, at in looked]
    return earliest(found)


async def readers_of(tx: Tx, station_id: int, path: str) -> int:
    """How many people's week is told by this station's clock."""
    found = [await digests.reader(tx, person_id) for person_id in await digests.readers_at(tx, station_id, "-")]
    return len([reader for reader in found if reader and reader.path == path])


def earliest(found: Coming) -> Coming:
    """With everybody who is written to then; never nobody."""
    found = [one for one in found if one[1]]
    first = min((at for at, _ in found), default=None)
    return [] if first is None else [(first, sum(many for at, many in found if at == first))]
