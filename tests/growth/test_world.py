"""The world that screens are measured in is one that could be: its books add up."""

from tests.benchmarks.world import fault, make
from tests.growth.measuring import SMALL


async def test_a_world_holds_together(database_url: str) -> None:
    world = await make(database_url, SMALL)

    assert await fault(database_url) is None
    assert (world.stations, world.teams, world.crowd + world.big) == (63, 20, 1000)
