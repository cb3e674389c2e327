"""Whatever staff and volunteers do, in whatever order: the sums add up, and closed months never change."""

import pytest

from bot.desk import Seated
from bot.ground.months import Period, month_period, year_period
from bot.ground.times import DAY
from bot.reports import closing_rows as tallies
from bot.reports.acts import scope_by_key, summarize, summarize_teams
from bot.reports.integrity.acts import first_fault
from bot.store.database import Database
from tests.helpers.books import LATER, entered, verified
from tests.helpers.offers import START
from tests.helpers.raw_sql import raw
from tests.helpers.town import build_town
from tests.reports.life import Life

ALL_TIME = Period("days", month_period("2026-11").first_day, month_period("2027-12").last_day)


@pytest.mark.parametrize("seed", range(6))
async def test_sums_add_up_whatever_happens(database: Database, seed: int) -> None:
    """Faults 40 and 42."""
    async with database.write() as tx:
        life = Life(await build_town(tx), seed)
        closed: dict[tuple[int, str], object] = {}
        for _ in range(60):
            await life.step()
            for (station, month), kept in closed.items():
                assert await tallies.of_month(tx, station, month) == kept
            for station in life.town.stations.values():
                for month in ("2026-11", "2026-12", "2027-01"):
                    if report := await tallies.of_month(tx, station, month):
                        closed[station, month] = report
        assert await first_fault(tx) is None

        olga = await life.town.viewer("olga")
        scope = await scope_by_key(Seated(tx, olga, 0), f"s{life.town.stations['city']}")
        for period in (month_period("2026-12"), year_period(2026), year_period(2027), ALL_TIME):
            found = await summarize_teams(Seated(tx, olga, life.now), scope, period)
            parts = [team.figures for team in found.teams]
            assert sum(part.minutes for part in parts) == found.whole.minutes
            assert sum(part.attendances for part in parts) == found.whole.attendances
            assert sum(minutes for _, minutes in found.whole.kinds) == found.whole.minutes


async def test_person_in_two_teams_is_counted_once_in_all(database: Database) -> None:
    """Fault 42."""
    async with database.write() as tx:
        town = await build_town(tx)
        await verified(town)
        await verified(town, team_id=town.teams["second"], starts_at=START + DAY)
        olga = await town.viewer("olga")
        scope = await scope_by_key(Seated(tx, olga, 0), f"s{town.stations['city']}")
        found = await summarize_teams(Seated(tx, olga, LATER), scope, month_period("2026-12"))

        assert (found.whole.volunteers, found.whole.attendances, found.whole.minutes) == (1, 2, 300)
        assert [(team.name, team.figures.volunteers, team.figures.minutes) for team in found.teams] == [
            ("first", 1, 150),
            ("second", 1, 150),
        ]


NAMELESS = "DELETE FROM name_part WHERE person_id = {anna}", "DELETE FROM team_name WHERE person_id = {anna}"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE service_record SET person_id = {ben} WHERE person_id = {anna};"
        "UPDATE person_month SET person_id = {ben} WHERE person_id = {anna};"
        "UPDATE person SET merged_into_id = {ben} WHERE id = {anna}",
        "UPDATE person SET state = 'erased', name = '', telegram_id = NULL WHERE id = {anna}",
    ],
    ids=["two accounts merged", "a person erased"],
)
async def test_totals_stay_when_people_change(database: Database, database_url: str, change: str) -> None:
    """Fault 43."""
    async with database.write() as tx:
        town = await build_town(tx)
        await verified(town)
        await entered(town, "dan", team_id=town.teams["second"])
    await raw(database_url, *change.format(**town.people).split(";"))
    if "erased" in change:
        await raw(database_url, *(one.format(**town.people) for one in NAMELESS))

    async with database.read() as tx:
        town.tx = tx
        olga = await town.viewer("olga")
        scope = await scope_by_key(Seated(tx, olga, 0), f"s{town.stations['city']}")
        found = await summarize(Seated(tx, olga, LATER), scope, month_period("2026-12"))

        assert (found.whole.volunteers, found.whole.attendances, found.whole.minutes) == (1, 1, 150)
        assert await first_fault(tx) is None
