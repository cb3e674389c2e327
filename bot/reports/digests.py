"""The week to leads and captains, Monday 09:00. After a long sleep only the last week's is made, and only if fresh."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot import telling
from bot.ground import notices
from bot.ground.months import Period, week_of
from bot.ground.quiet_hours import out_of_quiet
from bot.ground.times import DAY, Span, local_day
from bot.hours import book_rows
from bot.hours.credit import counting
from bot.hours.permissions import STAFF
from bot.people import menus
from bot.reports import digest_rows as digests
from bot.reports import rows as summaries
from bot.reports import tally_rows as tallies
from bot.reports.digest_rows import Reader, Session
from bot.reports.month_reports import Digest, OpenSession, TeamWeek
from bot.reports.months import DIGEST_USEFUL, digest_due, settings_on
from bot.reports.rules import Scope
from bot.stations import rows as stations
from bot.store import occurrences
from bot.store.transaction import Tx

ROLL_CALLS_BACK = 35 * DAY
PEOPLE_AHEAD = 14 * DAY
SHOWN = 5


async def digest_week(tx: Tx, now: int, limit: int) -> int:
    """Queues at most ``limit`` digests that are due; how many."""
    own = await tallies.own_settings(tx)
    made: dict[str, set[str]] = {}
    done = 0
    for reader in await digests.readers(tx):
        settings, zone = settings_on(reader.path, own), ZoneInfo(reader.zone)
        due = digest_due(zone, settings, now)
        prefix = f"digest:{due.day}:"
        if now - due.at > DIGEST_USEFUL or reader.since > due.at:
            continue
        if prefix not in made:
            made[prefix] = await digests.done(tx, prefix)
        key = f"{prefix}person:{reader.person_id}"
        if key not in made[prefix] and await occurrences.claim(tx, key, now):
            due_at = out_of_quiet(now, due.at + DIGEST_USEFUL, zone, settings.quiet)
            await queue(tx, reader, key, due.day.isoformat(), now=now, due_at=due_at, until=due.at + DIGEST_USEFUL)
            done += 1
        if done == limit:
            break
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
    viewer = await menus.reader_of(tx, person_id)
    if viewer is None:
        return None
    week = week_of(local_day(ZoneInfo(zone), now) - timedelta(days=7))
    teams = [await team_week(tx, scope, week) for scope in await digests.teams(tx, person_id)]
    around = await digests.sessions_wanting(tx, person_id, Span(now - ROLL_CALLS_BACK, now + PEOPLE_AHEAD))
    found = Digest(
        week=week,
        teams=tuple(teams),
        roll_calls=tuple(shown(one, 0) for one in around if open_roll_call(one, now))[:SHOWN],
        short=tuple(shown(one, one.wanted - one.taken) for one in around if short(one, now))[:SHOWN],
        verifying=await book_rows.count_to_verify(tx, person_id) if viewer.has(*STAFF) else None,
    )
    return None if found.empty else found


async def team_week(tx: Tx, scope: Scope, week: Period) -> TeamWeek:
    settings = await stations.settings_of(tx, scope.station_id)
    whole = (await summaries.count(tx, scope, week, counting(settings))).whole
    held = await digests.sessions_held(tx, scope.team_id, week.bounds(ZoneInfo(scope.zone)))
    return TeamWeek(scope.name, held, whole.volunteers, whole.attendances, whole.minutes, settings.rounding)


def open_roll_call(session: Session, now: int) -> bool:
    """People were expected, it is over, and nobody has said who came."""
    expected = session.taken > 0 or session.roll_call != ""
    return session.ends_at <= now and expected and session.roll_call != "closed"


def short(session: Session, now: int) -> bool:
    return session.starts_at > now and session.taken < session.wanted


def shown(session: Session, missing: int) -> OpenSession:
    return OpenSession(session.shift_id, session.activity_id, session.title, session.starts_at, session.zone, missing)
