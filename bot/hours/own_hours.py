"""What a volunteer may see of the own hours: everything, with where each entry comes from and why so many minutes.

The own month and year, and so the award of a year, go by the day of service, however late it was confirmed; only the
books of stations and teams go by the month of booking.
"""

from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from bot.desk import Desk
from bot.ground.months import Period, month_of, month_period
from bot.ground.paging import pages_of, to_read
from bot.ground.reading.dates import calendar_at
from bot.ground.reading.periods import read_period
from bot.ground.refusals import AlreadyVerified, BadPeriod, NotFound, WrongState
from bot.hours import booking, rows
from bot.hours.answers.acts import answer
from bot.hours.credit import counting
from bot.hours.logging import station_of
from bot.hours.rows import OwnSum
from bot.hours.rules import REPORTED, SCHEMES, TAKEN_BACK, RecordState, ServiceRecord, standing
from bot.hours.shown import OwnHours, RecordPage
from bot.hours.sums import acts as running_sums
from bot.stations import rows as stations
from bot.stations.settings import StationSettings
from bot.store.transaction import Tx

PAGE = 6


async def own_hours(desk: Desk) -> OwnHours:
    return await hours_of(desk.tx, desk.viewer.id, desk.now)


async def hours_of(tx: Tx, person_id: int, now: int) -> OwnHours:
    """Of one person, as of now."""
    station_id = await station_of(tx, person_id)
    settings = await stations.settings_of(tx, station_id)
    month = month_of(ZoneInfo((await stations.station(tx, station_id)).zone), now)
    sums = await rows.own_sums(tx, person_id)
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


async def hours_in(desk: Desk, typed: str) -> tuple[Period, int, str] | None:
    """The viewer's minutes in the months of a typed period, and how the station rounds them; None for other words.

    Raises AmbiguousDate.
    """
    station_id = await station_of(desk.tx, desk.viewer.id)
    settings = await stations.settings_of(desk.tx, station_id)
    zone = ZoneInfo((await stations.station(desk.tx, station_id)).zone)
    try:
        period = read_period(typed, calendar_at(zone, desk.now), settings.financial_year_month)
    except BadPeriod:
        return None
    first, last = f"{period.first_day:%Y-%m}", f"{period.last_day:%Y-%m}"
    served = served_of(await rows.own_sums(desk.tx, desk.viewer.id), settings)
    whole = Period("days", month_period(first).first_day, month_period(last).last_day)
    named = period if (period.first_day, period.last_day) == (whole.first_day, whole.last_day) else whole
    return named, total(one for one in served if first <= one.month <= last), settings.rounding


async def hours_of_year(tx: Tx, person_id: int, year: int) -> tuple[int, str]:
    """The minutes of `OwnHours.year` for any year, and how the station rounds them."""
    settings = await stations.settings_of(tx, await station_of(tx, person_id))
    sums = await rows.own_sums(tx, person_id)
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
    found = await rows.of_person(desk.tx, desk.viewer.id, limit=to_read(page, PAGE), offset=page * PAGE)
    return await record_page(desk.tx, found, page)


async def record_page(tx: Tx, found: Sequence[ServiceRecord], page: int) -> RecordPage:
    """Out of what was read from its first record on."""
    shown = tuple([await answer(tx, one) for one in found[:PAGE]])
    return RecordPage(shown, page, len(found) > PAGE, pages_of(page, PAGE, len(found)))


def may_take_back(desk: Desk, record: ServiceRecord) -> bool:
    """What its person has reported and nobody has confirmed yet."""
    own = record.entered_by == record.entry.person_id == desk.viewer.id
    return own and record.state is RecordState.SUBMITTED and record.entry.source in REPORTED


async def take_back(desk: Desk, record_id: int) -> ServiceRecord:
    """It waits no more; it can be given anew. Raises NotFound, AlreadyVerified, WrongState."""
    await desk.tx.lock("person", desk.viewer.id)
    record = await own_record(desk, record_id)
    if record.state is RecordState.VERIFIED:
        raise AlreadyVerified
    if not may_take_back(desk, record):
        raise WrongState(state=record.state.value, wanted=RecordState.SUBMITTED.value)
    if await rows.set_returned(desk.tx, record_id, by=desk.viewer.id, now=desk.now, reason=TAKEN_BACK):
        await running_sums.add(desk.tx, running_sums.waits(record, -1))
    return await booking.known(desk.tx, record_id)


async def own_record(desk: Desk, record_id: int) -> ServiceRecord:
    """Raises NotFound for what is not the viewer's own."""
    record = await booking.known(desk.tx, record_id)
    if record.entry.person_id != desk.viewer.id:
        raise NotFound
    return record
