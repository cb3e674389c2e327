"""The books: entries are sums, sums are what /summary says and what its file lists, and hours are of who was there."""

from collections.abc import Iterator

from bot.ground.months import month_period, year_period
from bot.ground.times import local_day, zone_named
from bot.hours.credit import counting
from bot.reports import file_rows as summary_files
from bot.reports import rows as summaries
from bot.reports.acts import summary_of
from bot.reports.integrity import first_fault
from bot.reports.rules import Scope
from bot.stations import rows as stations
from bot.store.transaction import Tx
from tests.simulation.invariants.view import View


def hours_only_for_who_was_there(view: View) -> Iterator[str]:
    for row in view.rows(
        """SELECT r.id, r.person_id, r.shift_id, a.state FROM service_record r
        LEFT JOIN attendance a ON a.shift_id = r.shift_id AND a.person_id = r.person_id
        WHERE r.source IN ('roll_call', 'check_in') AND r.person_id IS NOT NULL AND r.reverses_id IS NULL
        AND coalesce(a.state, '') NOT IN ('here', 'done', 'late', 'left_early')
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


async def no_fault_in_the_books(view: View, tx: Tx) -> Iterator[str]:
    fault = await first_fault(tx)
    return iter([str(fault)] if fault else [])


async def summary_is_its_file(view: View, tx: Tx) -> Iterator[str]:
    """Of every station, this month and this year: the answer, the entries and the list of activities."""
    found: list[str] = []
    for row in view.rows("SELECT id FROM station ORDER BY id"):
        scope = await summaries.station_scope(tx, row["id"])
        if scope is not None:
            found += await differences(tx, scope, view.now)
    return iter(found)


async def differences(tx: Tx, scope: Scope, now: int) -> list[str]:
    today = local_day(zone_named(scope.zone), now)
    natures = counting(await stations.settings_of(tx, scope.station_id))
    found = []
    for period in (month_period(f"{today:%Y-%m}"), year_period(today.year)):
        answer = (await summary_of(tx, now, scope, period)).whole.minutes
        entries = sum(line.minutes for line in await summary_files.entries(tx, scope, period, natures) if line.counts)
        sessions = sum(line.minutes for line in await summary_files.activities(tx, scope, period, natures))
        if not answer == entries == sessions:
            found.append(f"{scope.name} {period.kind}: summary {answer}, entries {entries}, activities {sessions}")
    return found


INVARIANTS = (hours_only_for_who_was_there, hours_once, entries_are_sums)
READING = (no_fault_in_the_books, summary_is_its_file)
