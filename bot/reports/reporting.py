"""The provisional report: on the 1st, 09:00 station time, naming what is missing while it can still be put right."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot import telling
from bot.ground import notices
from bot.ground.frozen import replace
from bot.ground.months import month_bounds, month_of, month_period, month_shifted
from bot.ground.quiet_hours import out_of_quiet
from bot.ground.times import DAY
from bot.hours import permissions as may
from bot.hours import team_month_rows as team_months
from bot.hours.credit import counting
from bot.people import notice_readers
from bot.reports import kept_sum_rows, month_report_rows
from bot.reports import rows as summaries
from bot.reports.acts import named_teams, scope_named, summary_of
from bot.reports.closed.acts import closed_month
from bot.reports.files import TEAMS_PICTURED
from bot.reports.missing.acts import open_of_leads
from bot.reports.month_report_rows import Reporting
from bot.reports.report_times import closes_at, closing_day, next_monthly, reports_at
from bot.reports.rules import Scope, read_pressed
from bot.reports.shown import MonthReport, OpenWork, StillMissing
from bot.stations import rows as stations
from bot.store import occurrences
from bot.store.transaction import Tx


async def report_due(tx: Tx, now: int, limit: int) -> int:
    """Queues the reports of at most ``limit`` stations; how many, and ``limit`` where there may be more to look at.

    Not once the month is closed, and nowhere where nobody answers for the station: who is appointed has it looked at.
    """
    months = sorted({month_shifted(month_of(ZoneInfo("UTC"), now + shift), -1) for shift in (-DAY, DAY)})
    found = await month_report_rows.to_report(tx, now, limit)
    done = 0
    for station in found:
        settings, zone = await stations.settings_of(tx, station.id), ZoneInfo(station.zone)
        readers = await month_report_rows.answerable(tx, station.id)
        for month in months if readers else []:
            if reports_at(month, zone, settings) <= now and new_here(station, month, zone):
                until = closes_at(month, zone, settings)
                due_at = out_of_quiet(now, until, zone, settings.quiet)
                done += await claim_report(tx, station, month, readers, now, due_at=due_at, until=until)
        await month_report_rows.next_report(tx, station.id, next_monthly(reports_at, zone, settings, now))
    return limit if len(found) == limit else done


def new_here(station: Reporting, month: str, zone: ZoneInfo) -> bool:
    """A station that was not there in that month has nothing to report."""
    return station.created_at < month_bounds(zone, month).ends_at


async def claim_report(
    tx: Tx, station: Reporting, month: str, readers: Sequence[int], now: int, *, due_at: int, until: int
) -> bool:
    claimed = await occurrences.claim(tx, f"report/{month}/{station.id}", now)
    if claimed and now < until:
        for person_id in readers:
            await telling.tell(
                tx,
                notices.MonthReport(station.id, month),
                person_id,
                key=f"month_report:{station.id}:{month}:person:{person_id}",
                subject=f"station:{station.id}",
                now=now,
                due_at=due_at,
                until=until,
            )
    return claimed


async def month_report(tx: Tx, now: int, station_id: int, month: str) -> MonthReport:
    """As it stands: provisional while the month is open, the frozen figures afterwards."""
    station = await stations.station(tx, station_id)
    scope = Scope(station.name, station.zone, station.path, station.id)
    settings = await stations.settings_of(tx, station_id)
    summary = await summary_of(tx, now, scope, month_period(month))
    natures = counting(settings)
    closes_on = closing_day(month, settings)
    kept = await closed_month(tx, scope, month)
    if kept is None:
        new_of_all, _ = await summaries.new_people(tx, scope, summary.period, natures)
        teams = await named_teams(tx, (await summaries.count(tx, scope, summary.period, natures)).teams, TEAMS_PICTURED)
        counted = replace(summary, whole=replace(summary.whole, new_people=new_of_all), teams=teams)
        months = await kept_sum_rows.twelve_months(tx, scope, month, natures)
        return MonthReport(counted, month, closes_on, closed=False, months=months)
    frozen = replace(summary, whole=kept.whole, teams=kept.teams)
    return MonthReport(frozen, month, closes_on, closed=True, months=kept.months)


async def report_for(tx: Tx, now: int, person_id: int, *, station_id: int, month: str) -> MonthReport | None:
    """None for who does not answer for the station any more."""
    viewer = await notice_readers.menu_reader(tx, person_id)
    station = await stations.station(tx, station_id)
    if viewer is None or not may.may_see_station(viewer, path=station.path):
        return None
    return await month_report(tx, now, station_id, month)


async def open_work(tx: Tx, now: int, *, station_id: int, month: str, lead_id: int) -> OpenWork | None:
    """What this lead still has open in the month; None where nothing is, or it is too late."""
    scope = await summaries.station_scope(tx, station_id)
    if scope is None or not await is_staff(tx, lead_id) or await team_months.is_closed(tx, station_id, month):
        return None
    period = month_period(month)
    mine = next((one for one in await open_of_leads(tx, scope, period, now) if one.person_id == lead_id), None)
    if mine is None:
        return None
    settings = await stations.settings_of(tx, station_id)
    return OpenWork(month, closing_day(month, settings), mine.roll_calls, mine.records)


async def still_missing(
    tx: Tx, now: int, person_id: int, *, scope: str, kind: str, first: str, last: str
) -> StillMissing | None:
    """What the reader of a reminder has open in these days; None where nothing is any more."""
    found = await scope_named(tx, scope)
    if found is None or not await is_staff(tx, person_id):
        return None
    period = read_pressed(kind, first, last)
    mine = next((one for one in await open_of_leads(tx, found, period, now) if one.person_id == person_id), None)
    return StillMissing(found.name, period, mine.roll_calls, mine.records) if mine else None


async def is_staff(tx: Tx, person_id: int) -> bool:
    """Whether the reader may still do anything about it."""
    viewer = await notice_readers.menu_reader(tx, person_id)
    return viewer is not None and viewer.has(*may.STAFF)
