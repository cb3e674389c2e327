"""Closing freezes what the books say; afterwards nothing is booked into that month any more, see ``booking``.

A station closes after everything below it, so that its own figures cannot change any more.
"""

from zoneinfo import ZoneInfo

from bot import telling
from bot.ground import notices
from bot.ground.frozen import replace
from bot.ground.months import month_bounds, month_of, month_period, month_shifted
from bot.ground.quiet_hours import out_of_quiet
from bot.ground.times import DAY, MINUTE
from bot.hours.credit import counting
from bot.reports import closing_rows as tallies
from bot.reports import month_report_rows
from bot.reports import rows as summaries
from bot.reports.closed import rows as closed
from bot.reports.closing_rows import WHOLE, ToClose
from bot.reports.figures import Figures
from bot.reports.file_rules import Exceptions
from bot.reports.report_times import CLOSING_NEWS, closes_at
from bot.reports.rules import Scope
from bot.stations import rows as stations
from bot.stations.settings import StationSettings
from bot.store.audit import notes
from bot.store.transaction import Tx


async def close_due(tx: Tx, now: int, limit: int) -> int:
    """Closes at most ``limit`` months of stations that are due; how many, and ``limit`` where there may be more.

    Once each, whoever is asked again.
    """
    waiting = await tallies.to_close(tx, now, limit)
    done = 0
    for station in waiting:
        done += await close_station(tx, station, await stations.settings_of(tx, station.id), now, limit - done)
        if done >= limit:
            break
    return limit if len(waiting) == limit else done


async def close_station(tx: Tx, station: ToClose, settings: StationSettings, now: int, limit: int) -> int:
    """Every month of a station that is due, in order."""
    zone = ZoneInfo(station.zone)
    month = station.next_month(month_of(zone, station.created_at))
    done = 0
    while (due := closes_at(month, zone, settings)) <= now:
        if done == limit:
            return done
        ends_at = month_bounds(zone, month).ends_at
        if await tallies.open_below(tx, station.path, station.id, month=month, ends_at=ends_at):
            await tallies.next_closing(tx, station.id, now + MINUTE)
            return done
        if await close_month(tx, station.id, month, now) and now - due <= CLOSING_NEWS:
            await tell(tx, station, month, settings, now)
        done += 1
        month = month_shifted(month, 1)
    await tallies.next_closing(tx, station.id, due)
    return done


async def close_month(tx: Tx, station_id: int, month: str, now: int) -> bool:
    """False when it was closed already: then nothing changes."""
    station = await stations.station(tx, station_id)
    for id in await tallies.unclosed(tx, station.path, month):
        await tx.lock("team_month", id)
    if await tallies.of_month(tx, station_id, month):
        return False
    figures = await month_figures(tx, station_id, month)
    await tallies.add(tx, station_id, month, figures, now, await beside(tx, station_id, month, now))
    facts = {"month": month, "line": await tallies.print_of_month(tx, station_id, month)}
    await notes.note(tx, at=now, actor_id=None, act=tallies.CLOSED, subject=f"station:{station_id}", facts=facts)
    return True


async def beside(tx: Tx, station_id: int, month: str, now: int) -> dict[int, dict[str, object]]:
    """What a report of the closed month says besides its figures: names and rounding as they are, and what is open."""
    station = await stations.station(tx, station_id)
    scope, period = Scope(station.name, station.zone, station.path, station.id), month_period(month)
    names: dict[int, dict[str, object]] = {
        id: {"name": name} for id, name in (await closed.team_names(tx, station.path)).items()
    }
    missing = await month_report_rows.missing(tx, scope, period, period.bounds(ZoneInfo(station.zone)), now)
    found = Exceptions(
        roll_calls=sum(one.roll_calls for one in missing),
        records=sum(one.records for one in missing),
        minutes=sum(one.minutes for one in missing),
        corrections=await closed.taken_back(tx, station.path, month=month),
    )
    rounding = (await stations.settings_of(tx, station_id)).rounding
    return {**names, WHOLE: {"name": station.name, "rounding": rounding, "open": found.as_json()}}


async def month_figures(tx: Tx, station_id: int, month: str) -> dict[int, Figures]:
    """By team, and ``WHOLE``: as the books say now."""
    station = await stations.station(tx, station_id)
    scope = Scope(station.name, station.zone, station.path, station.id)
    natures = counting(await stations.settings_of(tx, station_id))
    counted = await summaries.count(tx, scope, month_period(month), natures)
    new_of_all, new_of_teams = await summaries.new_people(tx, scope, month_period(month), natures)
    teams = {id: replace(one, new_people=new_of_teams.get(id, 0)) for id, one in counted.teams.items()}
    whole = replace(counted.whole, new_people=new_of_all)
    return {WHOLE: await tallies.with_adjustments(tx, whole, scope, month, month), **teams}


async def tell(tx: Tx, station: ToClose, month: str, settings: StationSettings, now: int) -> None:
    """The coordinators learn of it after the quiet hours."""
    for person_id in await month_report_rows.answerable(tx, station.id):
        await telling.tell(
            tx,
            notices.MonthClosed(station.id, month),
            person_id,
            key=f"month_closed:{station.id}:{month}:person:{person_id}",
            subject=f"station:{station.id}",
            now=now,
            due_at=out_of_quiet(now, now + DAY, ZoneInfo(station.zone), settings.quiet),
        )
