"""The week to leads and captains, Monday 09:00. After a long sleep only the last week's is made, and only if fresh."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot import telling
from bot.ground import notices
from bot.ground.months import Period, week_of
from bot.ground.quiet_hours import out_of_quiet
from bot.ground.times import DAY, Occurrence, Span, Weekly, local_day, next_occurrence
from bot.hours import waiting_rows
from bot.hours.credit import counting
from bot.hours.permissions import STAFF
from bot.people import notice_readers
from bot.reports import digest_rows as digests
from bot.reports import kept_sum_rows
from bot.reports import rows as summaries
from bot.reports.digest_rows import DigestStation, Reader, Session
from bot.reports.report_times import DIGEST_USEFUL, digest_due
from bot.reports.rules import Scope
from bot.reports.shown import Digest, OpenSession, TeamWeek
from bot.stations import rows as stations
from bot.stations.settings import StationSettings
from bot.store import occurrences
from bot.store.transaction import Tx

ROLL_CALLS_BACK = 35 * DAY
PEOPLE_AHEAD = 14 * DAY
SHOWN = 5
WEEKS_BEFORE = 4


async def digest_week(tx: Tx, now: int, limit: int) -> int:
    """Queues at most ``limit`` digests that are due; how many, and ``limit`` where there may be more to look at."""
    found = await digests.to_digest(tx, now, limit)
    done = 0
    for station in found:
        settings, zone = await stations.settings_of(tx, station.id), ZoneInfo(station.zone)
        due = digest_due(zone, settings, now)
        if now - due.at <= DIGEST_USEFUL:
            done += await digests_at(tx, station, due, settings, now, limit - done)
        if done == limit:
            return limit
        rule = Weekly(settings.digest_weekday, settings.digest_time)
        await digests.next_digest(tx, station.id, next_occurrence(rule, zone, now).at)
    return limit if len(found) == limit else done


async def digests_at(
    tx: Tx, station: DigestStation, due: Occurrence, settings: StationSettings, now: int, limit: int
) -> int:
    """Of those whose week is told by this station's clock."""
    prefix = f"digest:{due.day}:"
    done = 0
    for person_id in await digests.readers_at(tx, station.id, prefix):
        if done == limit:
            break
        reader = await digests.reader(tx, person_id)
        if reader is None or reader.path != station.path or reader.since > due.at:
            continue
        key = f"{prefix}person:{person_id}"
        if await occurrences.claim(tx, key, now):
            until = due.at + DIGEST_USEFUL
            due_at = out_of_quiet(now, until, ZoneInfo(reader.zone), settings.quiet)
            await queue(tx, reader, key, due.day.isoformat(), now=now, due_at=due_at, until=until)
            done += 1
    return done


async def queue(tx: Tx, reader: Reader, key: str, monday: str, *, now: int, due_at: int, until: int) -> None:
    await telling.tell(
        tx,
        notices.Digest(monday, reader.zone),
        reader.person_id,
        key=key,
        subject=None,
        now=now,
        due_at=due_at,
        until=until,
    )


async def digest_of(tx: Tx, now: int, person_id: int, zone: str) -> Digest | None:
    """Last week and what waits; None where there is nothing to say."""
    viewer = await notice_readers.menu_reader(tx, person_id)
    if viewer is None or not (viewer.has(*STAFF) or viewer.is_captain()):
        return None
    week = week_of(local_day(ZoneInfo(zone), now) - timedelta(days=7))
    teams = [await team_week(tx, scope, week) for scope in await digests.teams(tx, person_id)]
    around = await digests.sessions_wanting(tx, person_id, Span(now - ROLL_CALLS_BACK, now + PEOPLE_AHEAD))
    found = Digest(
        week=week,
        teams=tuple(teams),
        roll_calls=tuple(shown(one, 0) for one in around if open_roll_call(one, now))[:SHOWN],
        short=tuple(shown(one, one.wanted - one.taken) for one in around if short(one, now))[:SHOWN],
        verifying=await waiting_rows.count_to_verify(tx, person_id) if viewer.has(*STAFF) else None,
    )
    return None if found.empty else found


async def team_week(tx: Tx, scope: Scope, week: Period) -> TeamWeek:
    settings = await stations.settings_of(tx, scope.station_id)
    whole = (await summaries.count(tx, scope, week, counting(settings))).whole
    held = await digests.sessions_held(tx, scope.team_id, week.bounds(ZoneInfo(scope.zone)))
    weeks = await weeks_until(tx, scope, week, counting(settings))
    return TeamWeek(scope.name, held, whole.volunteers, whole.attendances, whole.minutes, settings.rounding, weeks)


async def weeks_until(tx: Tx, scope: Scope, week: Period, natures: frozenset[str]) -> tuple[int, ...]:
    """Counted minutes of the four weeks before, and of this one, by the day of service."""
    first = week.first_day - timedelta(weeks=WEEKS_BEFORE)
    minutes = [0] * (WEEKS_BEFORE + 1)
    days = await kept_sum_rows.kept_days_served(
        tx, scope.key, month=f"{first:%Y-%m}", first=first.isoformat(), last=week.last_day.isoformat()
    )
    for day, nature, booked in days:
        if nature in natures:
            minutes[(date.fromisoformat(day) - first).days // 7] += booked
    return tuple(minutes)


def open_roll_call(session: Session, now: int) -> bool:
    """People were expected, it is over, and nobody has said who came."""
    expected = session.taken > 0 or session.roll_call != ""
    return session.ends_at <= now and expected and session.roll_call != "closed"


def short(session: Session, now: int) -> bool:
    return session.starts_at > now and session.taken < session.wanted


def shown(session: Session, missing: int) -> OpenSession:
    return OpenSession(session.shift_id, session.activity_id, session.title, session.starts_at, session.zone, missing)
