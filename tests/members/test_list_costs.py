"""A list costs the same number of statements for one row and for thirty."""

from collections.abc import Awaitable, Callable
from typing import Any, cast

import pytest

from bot.desk import Seated
from bot.ground.viewer import Viewer
from bot.members import acts as people
from bot.stations import acts as stations
from bot.store.database import Database
from bot.store.statements import Statement
from bot.store.transaction import Tx
from bot.teams import acts as teams
from tests.helpers.town import NOW, Town, build_town

Look = Callable[[Tx, Viewer, Town], Awaitable[object]]
LOOKS: dict[str, Look] = {
    "search": lambda tx, viewer, town: people.find_people(Seated(tx, viewer, 0), ""),
    "teams": lambda tx, viewer, town: teams.teams_in_sight(Seated(tx, viewer, 0)),
    "members": lambda tx, viewer, town: teams.team_card(Seated(tx, viewer, 0), town.teams["first"]),
    "station": lambda tx, viewer, town: stations.station_card(Seated(tx, viewer, 0), town.stations["city"]),
    "settings": lambda tx, viewer, town: stations.settings_here(Seated(tx, viewer, 0), town.stations["city"]),
}


class Counting:
    """A transaction that counts what it is asked."""

    def __init__(self, tx: Tx) -> None:
        self.tx = tx
        self.asked = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self.tx, name)

    async def rows(self, statement: Statement, /, **values: Any) -> Any:
        self.asked += 1
        return await self.tx.rows(statement, **values)

    async def row(self, statement: Statement, /, **values: Any) -> Any:
        self.asked += 1
        return await self.tx.row(statement, **values)

    async def value(self, statement: Statement, /, **values: Any) -> Any:
        self.asked += 1
        return await self.tx.value(statement, **values)


async def cost(look: Look, tx: Tx, viewer: Viewer, town: Town) -> int:
    counting = Counting(tx)
    await look(cast(Tx, counting), viewer, town)
    return counting.asked


@pytest.mark.parametrize("what", LOOKS)
async def test_list_costs_the_same_for_many(database: Database, what: str) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        viewer = await town.viewer("olga")
        few = await cost(LOOKS[what], tx, viewer, town)
        for turn in range(30):
            await town.person(f"p{turn}", team="first")
            await town.joins(f"p{turn}", "first")
            await town.station(f"s{turn}", "city")
            await town.team(f"t{turn}", f"s{turn}")
        many = await cost(LOOKS[what], tx, viewer, town)
        assert await people.person_card(Seated(tx, viewer, NOW), town.people["p1"])

    assert many == few <= 6
