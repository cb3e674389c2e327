"""The books: entries are sums, sums are what /summary says and what its file lists, and hours are of who was there."""

from collections.abc import Iterator

from bot.ground.months import Period, month_period, year_period
from bot.ground.times import local_day, zone_named
from bot.hours.credit import counting
from bot.hours.long_days.acts import limits_of
from bot.hours.rules import needed
from bot.reports import file_rows as summary_files
from bot.reports import rows as summaries
from bot.reports.acts import every_team, summary_of
from bot.reports.entries.acts import entries as entries_of
from bot.reports.integrity.acts import first_fault
from bot.reports.rules import NO_TEAM, Scope
from bot.stations import rows as stations
from bot.store.transaction import Tx
from tests.simulation.invariants.view import View


def hours_only_for_who_was_there(view: View) -> Iterator[str]:
    for row in view.rows(
        """SELECT r.id, r.person_id, r.shift_id, a.state FROM service_record r
        LEFT JOIN attendance a ON a.shift_id = r.shift_id AND a.person_id = r.person_id
        WHERE r.source IN ('roll_call', 'check_in') AND r.person_id IS NOT NULL AND r.reverses_id IS NULL
        AND r.state <> 'returned' AND coalesce(a.state, '') NOT IN ('here', 'done', 'late', 'left_early')
        AND NOT EXISTS (SELECT 1 FROM service_record x WHERE x.reverses_id = r.id)"""
    ):
        yield f"record {row['id']}: person {row['person_id']} was {row['state']} at shift {row['shift_id']}"


def hours_once(view: View) -> Iterator[str]:
    for row in view.rows(
        """SELECT shift_id, person_id, count(*) AS n FROM service_record r
        WHERE r.person_id IS NOT NULL AND r.shift_id IS NOT NULL AND r.source IN ('roll_call', 'check_in', 'correction')
        AND r.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM service_record x WHERE x.reverses_id = r.id)
        GROUP BY shift_id, person_id HAVING n > 1"""
    ):
        yield f"person {row['person_id']} has hours {row['n']} times for shift {row['shift_id']}"


def stretches_add_up(view: View) -> Iterator[str]:
    """Out, and in again: what lies between is not counted, and both stretches are. In whole minutes, and at most ten
    to somebody's favour where they were late.
    """
    for row in view.rows(
        """SELECT r.id, r.minutes, r.flags, t.away_minutes AS away, (s.ends_at - s.starts_at) / 60 AS planned,
        t.overtime_minutes AS over, t.early_minutes AS early, t.late_minutes AS late, a.break_minutes AS rest,
        max(0, coalesce(t.here_at, s.starts_at) - s.starts_at + 59) / 60 AS came,
        max(0, s.ends_at - coalesce(t.left_at, s.ends_at) + 59) / 60 AS went
        FROM service_record r JOIN attendance t ON t.shift_id = r.shift_id AND t.person_id = r.person_id
        JOIN shift s ON s.id = r.shift_id JOIN activity a ON a.id = s.activity_id
        WHERE t.away_minutes > 0 AND r.source IN ('roll_call', 'check_in') AND r.reverses_id IS NULL
        AND a.state <> 'cancelled' AND r.flags NOT LIKE '%overlap%'
        AND NOT EXISTS (SELECT 1 FROM service_record x WHERE x.reverses_id = r.id)"""
    ):
        not_there = row["away"] + (row["late"] or row["came"]) + (row["early"] or row["went"]) + row["rest"]
        if row["minutes"] + row["away"] > row["planned"] + row["over"]:
            yield f"record {row['id']}: {row['minutes']} of {row['planned']} min, and {row['away']} away"
        if row["minutes"] + not_there + 1 < row["planned"]:
            yield f"record {row['id']}: {row['minutes']} of {row['planned']} min, and only {not_there} not there"


def whoever_acts_for_them_was_asked(view: View) -> Iterator[str]:
    """Of hours from a roll: who has no phone is asked through whoever looks after them."""
    for row in view.rows(
        """SELECT r.id, r.person_id, p.managed_by_id FROM service_record r JOIN person p ON p.id = r.person_id
        WHERE r.source IN ('roll_call', 'check_in') AND p.telegram_id IS NULL AND p.managed_by_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM statement s WHERE s.record_id = r.id)"""
    ):
        yield f"record {row['id']} of person {row['person_id']}: {row['managed_by_id']} was not asked"


def figures_are_marks(view: View) -> Iterator[str]:
    """What a finished roll-call counted and what was put right since is what its marks and heads say."""
    for row in view.rows(
        """SELECT c.shift_id, c.came + x.came AS came, c.no_shows + x.no_shows AS missed, t.came + g.heads AS marked,
            t.missed + g.absent AS absent FROM roll_call c
        JOIN (SELECT r.shift_id, coalesce(sum(y.came), 0) AS came, coalesce(sum(y.no_shows), 0) AS no_shows
            FROM roll_call r LEFT JOIN roll_correction y ON y.shift_id = r.shift_id GROUP BY r.shift_id) x
            ON x.shift_id = c.shift_id
        JOIN (SELECT r.shift_id, coalesce(sum(a.state IN ('here', 'done', 'late', 'left_early')), 0) AS came,
            coalesce(sum(a.state = 'no_show'), 0) AS missed
            FROM roll_call r LEFT JOIN attendance a ON a.shift_id = r.shift_id GROUP BY r.shift_id) t
            ON t.shift_id = c.shift_id
        JOIN (SELECT r.shift_id, coalesce(sum(p.heads_here), 0) AS heads, coalesce(sum(p.places - p.heads_here - (
                SELECT count(*) FROM sign_up u WHERE u.group_place_id = p.id AND u.state = 'confirmed')), 0) AS absent
            FROM roll_call r LEFT JOIN group_place p ON p.shift_id = r.shift_id AND p.cancelled_at IS NULL
            GROUP BY r.shift_id) g ON g.shift_id = c.shift_id
        WHERE c.month IS NOT NULL
            AND (c.came + x.came <> t.came + g.heads OR c.no_shows + x.no_shows <> t.missed + g.absent)"""
    ):
        yield (
            f"shift {row['shift_id']}: counted {row['came']} and {row['missed']}, "
            f"marked {row['marked']} and {row['absent']}"
        )


def entries_are_sums(view: View) -> Iterator[str]:
    """Counted here once more, and not by the product's own look."""
    for row in view.rows(
        """SELECT * FROM (
        SELECT station_id, team_id, month, kind, nature, sum(kept) AS kept, sum(entered) AS entered FROM (
          SELECT station_id, team_id, month, kind, nature, minutes AS kept, 0 AS entered FROM team_month
          UNION ALL
          SELECT station_id, coalesce(team_id, 0), month, kind, nature, 0, minutes * heads FROM service_record
          WHERE state = 'verified')
        GROUP BY station_id, team_id, month, kind, nature) WHERE kept <> entered"""
    ):
        yield f"team {row['team_id']} {row['month']} {row['kind']}: sum {row['kept']}, entries {row['entered']}"


def reminded_is_who_leads(view: View) -> Iterator[str]:
    """Of what is missing; and nobody twice on one day."""
    for row in view.rows(
        """SELECT o.key, o.person_id FROM outbox o WHERE o.kind IN ('month_reminder', 'missing_reminder')
        AND NOT EXISTS (SELECT 1 FROM activity a WHERE a.lead_id = o.person_id)
        AND NOT EXISTS (SELECT 1 FROM team t WHERE t.lead_id = o.person_id)"""
    ):
        yield f"{row['key']}: {row['person_id']} leads nothing"
    for row in view.rows(
        """SELECT person_id, count(*) AS times FROM outbox WHERE kind IN ('month_reminder', 'missing_reminder')
        GROUP BY person_id, substr(key, 1, instr(key, ':person:')) HAVING count(*) > 1"""
    ):
        yield f"{row['person_id']} was reminded {row['times']} times on one day"


async def no_fault_in_the_books(view: View, tx: Tx) -> Iterator[str]:
    fault = await first_fault(tx)
    return iter([str(fault)] if fault else [])


async def summary_is_its_file(view: View, tx: Tx) -> Iterator[str]:
    """Of every station, this month and this year: the answer, the entries, the list of activities, and the teams.

    Every team is there, also where nothing was done.
    """
    found: list[str] = []
    for row in view.rows("SELECT id FROM station ORDER BY id"):
        scope = await summaries.station_scope(tx, row["id"])
        if scope is not None:
            found += await differences(tx, scope, view.now)
    return iter(found)


async def long_days_wait_for_who_can(view: View, tx: Tx) -> Iterator[str]:
    """What waits says which role its day takes, and somebody who holds it has been told."""
    found = []
    for row in view.rows(
        """SELECT r.id, r.station_id, r.needs, r.entered_at, r.minutes + coalesce((SELECT sum(v.minutes)
            FROM service_record v WHERE v.person_id = r.person_id AND v.day = r.day AND v.state = 'verified'), 0) AS day
        FROM service_record r WHERE r.state = 'submitted' AND r.person_id IS NOT NULL AND r.reverses_id IS NULL"""
    ):
        wanted = needed(row["day"], await limits_of(tx, row["station_id"])) or ""
        if row["needs"] != wanted:
            found.append(f"record {row['id']} needs {row['needs'] or 'nobody higher'}, its day {wanted or 'nobody'}")
        key = f"long_day/{row['id']}/{row['entered_at']}/{row['needs']}"
        if row["needs"] and view.at_end and not view.rows("SELECT 1 FROM occurrence WHERE key = :key", key=key):
            found.append(f"nobody was told of the long day {row['id']}")
    return iter(found)


async def differences(tx: Tx, scope: Scope, now: int) -> list[str]:
    today = local_day(zone_named(scope.zone), now)
    natures = counting(await stations.settings_of(tx, scope.station_id))
    found = []
    for period in (month_period(f"{today:%Y-%m}"), year_period(today.year)):
        answer = (await summary_of(tx, now, scope, period)).whole.minutes
        entries = sum(line.minutes for line in await entries_of(tx, scope, period, natures) if line.counts)
        sessions = sum(line.minutes for line in await summary_files.activities(tx, scope, period, natures))
        teams = await teams_of(tx, scope, period, natures)
        if not answer == entries == sessions == teams:
            found.append(
                f"{scope.name} {period.kind}: summary {answer}, entries {entries}, activities {sessions}, teams {teams}"
            )
    return found


async def teams_of(tx: Tx, scope: Scope, period: Period, natures: frozenset[str]) -> int:
    """Their minutes; below 0 where a living one is missing."""
    counted, idle = await every_team(tx, scope, period, natures)
    listed = len(counted) - (NO_TEAM in counted) + len(idle)
    living = len(await summaries.teams_of_scope(tx, **summaries.where(scope)))
    return sum(one.minutes for one in counted.values()) if listed >= living else -1


INVARIANTS = (
    hours_only_for_who_was_there,
    hours_once,
    stretches_add_up,
    whoever_acts_for_them_was_asked,
    figures_are_marks,
    entries_are_sums,
    reminded_is_who_leads,
)
READING = (no_fault_in_the_books, summary_is_its_file, long_days_wait_for_who_can)
