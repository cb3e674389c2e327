from bot.stations import rows as stations
from bot.store.database import Database
from bot.teams import rows as teams
from tests.helpers.town import ZONE, build_town


async def test_town_can_be_read_back(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        carl = await town.viewer("carl")
        chan = await town.viewer("chan")
        first = await teams.team(tx, town.teams["first"])
        names = [(member.name, member.captain, member.managed) for member in await teams.members(tx, first.id)]

    assert carl.is_captain(first.id)
    assert [grant.path for grant in chan.grants] == [town.paths["futian"]]
    assert (first.name, first.station, first.lead, first.zone) == ("first", "futian", "Chan", ZONE)
    assert names == [
        ("Carl", True, False),
        ("Anna", False, False),
        ("Ben", False, False),
        ("Cora", False, False),
        ("Gran", False, True),
    ]


async def test_zone_spreads_to_those_below_without_their_own(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        city = await stations.station(tx, town.stations["city"])
        nanshan = await stations.station(tx, town.stations["nanshan"])
        await stations.set_zone(tx, nanshan, "Asia/Urumqi")
        await stations.set_zone(tx, city, "Asia/Hong_Kong")
        apart = [(one.name, one.zone, one.own_zone) for one in await stations.under(tx, city.path, most=99)]
        await stations.set_zone(tx, nanshan, None)
        together = {one.zone for one in await stations.under(tx, city.path, most=99)}

    assert apart == [
        ("city", "Asia/Hong_Kong", True),
        ("futian", "Asia/Hong_Kong", False),
        ("nanshan", "Asia/Urumqi", True),
    ]
    assert together == {"Asia/Hong_Kong"}
