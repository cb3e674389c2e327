"""The provisional report: on the 1st, 09:00 station time, naming what is missing while it can still be put right."""

from zoneinfo import ZoneInfo

from bot import telling
from bot.desk import Desk
from bot.ground import notices
from bot.ground.frozen import replace
from bot.ground.months import month_bounds, month_of, month_period, month_shifted, read_month
from bot.ground.quiet_hours import out_of_quiet
from bot.ground.refusals import MonthClosed, NotFound
from bot.ground.times import DAY
from bot.hours import permissions as may
from bot.hours import team_month_rows as team_months
from bot.people import menus
from bot.reports import rows as summaries
from bot.reports import tally_rows as tallies
from bot.reports.acts import named_teams, summary_of
from bot.reports.closing import month_figures
from bot.reports.month_reports import MonthReport, OpenWork
from bot.reports.months import closes_at, closing_day, reports_at, settings_on
from bot.reports.rules import Scope, Summary
from bot.reports.tally_rows import WHOLE, Reporting
from bot.stations import rows as stations
from bot.store import occurrences
from bot.store.transaction import Tx


async def report_due(tx: Tx, now: int, limit: int) -> int:
    """Queues at most ``limit`` stations' reports that are due; how many. Not once the month is closed."""
    months = {month_shifted(month_of(ZoneInfo("UTC"), now + shift), -1) for shift in (-DAY, DAY)}
    own = await tallies.own_settings(tx)
    done = 0
    for month in sorted(months):
        for station in await tallies.to_report(tx, month):
            settings, zone = settings_on(station.path, own), ZoneInfo(station.zone)
            if done < limit and reports_at(month, zone, settings) <= now and new_here(station, month, zone):
                until = closes_at(month, zone, settings)
                due_at = out_of_quiet(now, until, zone, settings.quiet)
                done += await claim_report(tx, station, month, now, due_at=due_at, until=until)
    return done


def new_here(station: Reporting, month: str, zone: ZoneInfo) -> bool:
    """A station that was not there in that month has nothing to report."""
    return station.created_at < month_bounds(zone, month).ends_at


async def claim_report(tx: Tx, station: Reporting, month: str, now: int, *, due_at: int, until: int) -> bool:
    claimed = await occurrences.claim(tx, f"report/{month}/{station.id}", now)
    if claimed and now < until:
        for person_id in await tallies.answerable(tx, station.id):
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
    kept = await tallies.of_month(tx, station_id, month)
    if not kept:
        counted = replace(summary, whole=(await month_figures(tx, station_id, month))[WHOLE])
        return MonthReport(counted, month, closing_day(month, settings), closed=False)
    teams = await named_teams(tx, {id: one for id, one in kept.items() if id != WHOLE})
    frozen = Summary(scope, summary.period, kept[WHOLE], teams, summary.waiting, summary.before, summary.rounding)
    return MonthReport(frozen, month, closing_day(month, settings), closed=True)


async def report_for(tx: Tx, now: int, person_id: int, *, station_id: int, month: str) -> MonthReport | None:
    """None for who does not answer for the station any more."""
    viewer = await menus.reader_of(tx, person_id)
    station = await stations.station(tx, station_id)
    if viewer is None or not may.may_see_station(viewer, path=station.path):
        return None
    return await month_report(tx, now, station_id, month)


async def send_reminders(desk: Desk, *, station_id: int, month: str) -> int:
    """To every lead with something open in the month, once a day; to how many.

    Raises NotFound, MonthClosed, BadPeriod.
    """
    scope = await summaries.station_scope(desk.tx, station_id)
    if scope is None or not may.may_see_station(desk.viewer, path=scope.path):
        raise NotFound
    period = read_month(month)
    if await team_months.is_closed(desk.tx, station_id, month):
        raise MonthClosed(month=month)
    day = desk.now // DAY
    sent = 0
    for one in await tallies.missing(desk.tx, scope, period, period.bounds(ZoneInfo(scope.zone)), desk.now):
        if one.lead_id is not None:
            sent += await telling.tell(
                desk.tx,
                notices.MonthReminder(station_id, month),
                one.lead_id,
                key=f"month_reminder:{station_id}:{month}:{day}:person:{one.lead_id}",
                subject=f"station:{station_id}",
                now=desk.now,
            )
    return sent


async def open_work(tx: Tx, now: int, *, station_id: int, month: str, lead_id: int) -> OpenWork | None:
    """What this lead still has open in the month; None where nothing is, or it is too late."""
    scope = await summaries.station_scope(tx, station_id)
    if scope is None or await team_months.is_closed(tx, station_id, month):
        return None
    period = month_period(month)
    missing = await tallies.missing(tx, scope, period, period.bounds(ZoneInfo(scope.zone)), now)
    mine = next((one for one in missing if one.lead_id == lead_id), None)
    if mine is None:
        return None
    settings = await stations.settings_of(tx, station_id)
    return OpenWork(month, closing_day(month, settings), mine.roll_calls, mine.records)
