"""The report of a closed month says what was frozen, whatever is renamed, put right or set anew afterwards."""

import json

from bot.desk import Seated
from bot.ground.times import DAY
from bot.hours.correcting import correct_record
from bot.hours.crediting import verify_record
from bot.hours.rules import Nature
from bot.reports.closed.acts import closed_month
from bot.reports.closed.rows import frozen_lines
from bot.reports.closing import close_due
from bot.reports.figures import BESIDE
from bot.reports.file_rules import ClosedMonth, Exceptions, FileFacts
from bot.reports.files import file_facts
from bot.reports.rows import station_scope
from bot.stations import rows as stations
from bot.store.asking import sql
from bot.store.database import Database
from bot.store.transaction import Tx
from bot.teams import rows as teams
from tests.helpers.books import LATER, entered, verified
from tests.helpers.offers import START
from tests.helpers.town import Town, build_town
from tests.reports.test_closing import AFTER, CLOSING


@sql("""
UPDATE tally SET totals = :totals WHERE month = '2026-12' AND station_id = :station_id AND team_id = :team_id
""")
async def as_it_was(tx: Tx, *, totals: str, station_id: int, team_id: int) -> None:
    """Kept without what was not kept then."""


async def report_of(town: Town, station: str = "futian") -> ClosedMonth | None:
    scope = await station_scope(town.tx, town.stations[station])
    assert scope is not None
    return await closed_month(town.tx, scope, "2026-12")


async def close_all(tx: Tx) -> None:
    while await close_due(tx, CLOSING, 64) == 64:
        pass


async def file_of(
    town: Town, who: str, scope: str, *, first: str = "20261201", last: str = "20261231"
) -> FileFacts | None:
    return await file_facts(
        town.tx, AFTER, town.people[who], scope=scope, kind="month", first=first, last=last, file="closed"
    )


async def test_report_never_changes_after_closing(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await verified(town)
        await verified(town, starts_at=START + DAY, hours=1, nature=Nature.TRAINING)
        waiting = await entered(town, "ben", starts_at=START + 2 * DAY)
        assert await report_of(town) is None
        await close_all(tx)
        before = await report_of(town)
        assert before is not None
        assert (before.whole.minutes, [(team.name, team.figures.minutes) for team in before.teams]) == (
            150, [("first", 150)],
        )  # fmt: skip
        assert before.open == Exceptions(roll_calls=0, records=1, minutes=150, corrections=0)
        assert (before.months[-1].month, before.months[-1].minutes) == ("2026-12", 150)

        chan = Seated(tx, await town.viewer("chan"), AFTER)
        await verify_record(chan, record_id=waiting.id)
        await correct_record(
            chan, record_id=record.id, starts_at=START, ends_at=START + 3600, minutes=60, reason="One hour"
        )
        await teams.rename(tx, town.teams["first"], "Renamed")
        await stations.rename(tx, town.stations["futian"], "Elsewhere")
        for key, value in (("count_training", "yes"), ("rounding", "half_hours")):
            await stations.set_setting(
                tx, station_id=town.stations["city"], key=key, value=value, set_by=None, now=AFTER
            )

        assert await report_of(town) == before


async def test_corrections_of_the_month_are_counted(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await verified(town)
        await correct_record(
            Seated(tx, await town.viewer("chan"), LATER), record_id=record.id, starts_at=START,
            ends_at=START + 3600, minutes=60, reason="One hour",
        )  # fmt: skip
        await close_all(tx)
        closed = await report_of(town)

    assert closed is not None
    assert closed.open == Exceptions(roll_calls=0, records=0, minutes=0, corrections=1)
    assert closed.whole.minutes == 60


async def test_month_that_was_closed_before_this_was_kept_says_so(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await verified(town)
        await close_all(tx)
        for row in await frozen_lines(tx, station_id=(station := town.stations["futian"]), month="2026-12"):
            kept = json.loads(row["totals"])
            old = json.dumps({name: value for name, value in kept.items() if name == "kinds" or name not in BESIDE})
            await as_it_was(tx, totals=old, station_id=station, team_id=row["team_id"])
        closed = await report_of(town)

    assert closed is not None
    assert (closed.open, closed.scope.name, closed.teams[0].name) == (None, "futian", "first")


async def test_report_is_for_who_answers_for_the_station(database: Database) -> None:
    """What is no closed month of a station is reported as of now."""
    async with database.write() as tx:
        town = await build_town(tx)
        await verified(town)
        await close_all(tx)
        city, first = f"s{town.stations['city']}", f"t{town.teams['first']}"
        olga, chan = await file_of(town, "olga", city), await file_of(town, "chan", city)
        team = await file_of(town, "olga", first)
        open_month = await file_of(town, "olga", city, first="20270101", last="20270131")

    assert olga is not None
    assert olga.closed is not None
    assert chan is None
    for facts in (team, open_month):
        assert facts is not None
        assert (facts.closed, facts.file) == (None, "report")
