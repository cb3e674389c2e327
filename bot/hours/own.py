"""What a volunteer may see of the own hours: everything, with where each entry comes from and why so many minutes.

The own month and year, and so the award of a year, go by the day of service, however late it was confirmed; only the
books of stations and teams go by the month of booking.
"""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from bot.desk import Desk
from bot.ground.months import month_of
from bot.ground.refusals import NotFound
from bot.hours import book_rows, booking
from bot.hours.credit import counting
from bot.hours.logging import station_of
from bot.hours.looks import OwnHours, RecordPage
from bot.hours.rows import OwnSum
from bot.hours.rules import SCHEMES, RecordState, ServiceRecord, standing
from bot.stations import rows as stations
from bot.stations.settings import StationSettings

PAGE = 6


async def own_hours(desk: Desk) -> OwnHours:
    station_id = await station_of(desk.tx, desk.viewer.id)
    settings = await stations.settings_of(desk.tx, station_id)
    month = month_of(ZoneInfo((await stations.station(desk.tx, station_id)).zone), desk.now)
    sums = await book_rows.own_sums(desk.tx, desk.viewer.id)
    verified = [one for one in sums if one.state == RecordState.VERIFIED]
    served = served_of(sums, settings)
    everything = total(served)
    year = total(of_year(served, month[:4]))
    scheme = SCHEMES[settings.recognition]
    return OwnHours(
        all=everything,
        month=total(one for one in served if one.month == month),
        year=year,
        waiting=total(one for one in sums if one.state == RecordState.SUBMITTED),
        waiting_records=sum(one.records for one in sums if one.state == RecordState.SUBMITTED),
        returned_records=sum(one.records for one in sums if one.state == RecordState.RETURNED),
        other=total(verified) - everything,
        kinds=by_kind(served),
        scheme=settings.recognition,
        standing=standing(scheme, year if scheme.span == "year" else everything),
        rounding=settings.rounding,
    )


async def hours_of_year(desk: Desk, year: int) -> tuple[int, str]:
    """The minutes of `OwnHours.year` for any year, and how the station rounds them."""
    settings = await stations.settings_of(desk.tx, await station_of(desk.tx, desk.viewer.id))
    sums = await book_rows.own_sums(desk.tx, desk.viewer.id)
    return total(of_year(served_of(sums, settings), str(year))), settings.rounding


def served_of(sums: Iterable[OwnSum], settings: StationSettings) -> list[OwnSum]:
    """What counts as hours: verified, and of a nature that counts here."""
    natures = counting(settings)
    return [one for one in sums if one.state == RecordState.VERIFIED and one.nature in natures]


def of_year(sums: Iterable[OwnSum], year: str) -> list[OwnSum]:
    return [one for one in sums if one.month[:4] == year]


def total(sums: Iterable[OwnSum]) -> int:
    return sum(one.minutes for one in sums)


def by_kind(sums: Iterable[OwnSum]) -> tuple[tuple[str, int], ...]:
    found: dict[str, int] = {}
    for one in sums:
        found[one.kind] = found.get(one.kind, 0) + one.minutes
    return tuple(sorted(((kind, n) for kind, n in found.items() if n), key=lambda pair: (-pair[1], pair[0])))


async def own_records(desk: Desk, page: int) -> RecordPage:
    """A page of the own records, the newest first."""
    page = max(0, page)
    found = await book_rows.of_person(desk.tx, desk.viewer.id, limit=PAGE + 1, offset=page * PAGE)
    return RecordPage(tuple(found[:PAGE]), page, len(found) > PAGE)


async def own_record(desk: Desk, record_id: int) -> ServiceRecord:
    """Raises NotFound for what is not the viewer's own."""
    record = await booking.known(desk.tx, record_id)
    if record.entry.person_id != desk.viewer.id:
        raise NotFound
    return record
