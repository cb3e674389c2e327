"""What months and weeks will bring next, for whoever winds the clock. One instant each, the earliest."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from bot.ground.months import month_of, month_shifted
from bot.ground.times import Weekly, next_occurrence
from bot.reports import digest_rows as digests
from bot.reports import tally_rows as tallies
from bot.reports.months import closes_at, reports_at, settings_on
from bot.stations import rows as stations
from bot.stations.settings import StationSettings
from bot.store.transaction import Tx

Rule = Callable[[str, ZoneInfo, StationSettings], int]
Coming = list[tuple[int, int]]  # when, and for how many people or stations


async def next_reports(tx: Tx, now: int) -> Coming:
    return earliest(await of_stations(tx, now, reports_at))


async def next_closings(tx: Tx, now: int) -> Coming:
    return earliest(await of_stations(tx, now, closes_at))


async def next_digests(tx: Tx, now: int) -> Coming:
    own = await tallies.own_settings(tx)
    found = []
    for reader in await digests.readers(tx):
        settings = settings_on(reader.path, own)
        rule = Weekly(settings.digest_weekday, settings.digest_time)
        found.append(next_occurrence(rule, ZoneInfo(reader.zone), now).at)
    return earliest(found)


async def of_stations(tx: Tx, now: int, rule: Rule) -> list[int]:
    """The next instant of a monthly rule at every station."""
    own = await tallies.own_settings(tx)
    return [
        next_of(rule, ZoneInfo(station.zone), settings_on(station.path, own), now)
        for station in await stations.under(tx, "/")
    ]


def next_of(rule: Rule, zone: ZoneInfo, settings: StationSettings, now: int) -> int:
    month = month_shifted(month_of(zone, now), -1)
    while (at := rule(month, zone, settings)) <= now:
        month = month_shifted(month, 1)
    return at


def earliest(instants: list[int]) -> Coming:
    return [(min(instants), instants.count(min(instants)))] if instants else []
