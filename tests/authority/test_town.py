from bot.store.database import Database
from tests.helpers.town import build_town


async def test_town_has_everybody(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)

    assert len(town.people) == 12
