"""Names that were typed in time and are kept too late, or when there is no room for them any more."""

import pytest

from bot.desk import Seated
from bot.ground.refusals import NamesClosed, NotEnoughPlaces
from bot.sign_ups.groups import names as group_names
from bot.sign_ups.groups.rules import names_until
from bot.stations.rows import settings_of
from bot.store.database import Database
from tests.helpers.offers import START
from tests.helpers.town import NOW, Town, build_town
from tests.sign_ups.test_groups import names, open_day, reserves


async def typed(town: Town, place: int, text: str) -> int:
    finn = Seated(town.tx, await town.viewer("finn"), NOW)
    await group_names.ask_names(finn, group_place_id=place)
    return (await group_names.typed_names(finn, text)).revision


async def test_names_are_kept_until_they_are_due(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        place = await reserves(town, await open_day(town), 2)
        revision = await typed(town, place, "Ming")
        due = names_until(START, (await settings_of(tx, town.stations["futian"])).group_names_hours)
        finn = await town.viewer("finn")
        with pytest.raises(NamesClosed):
            await group_names.keep_names(Seated(tx, finn, due), group_place_id=place, revision=revision)

        card = await group_names.keep_names(Seated(tx, finn, due - 1), group_place_id=place, revision=revision)

    assert card.place is not None
    assert card.place.names == ("Ming",)


async def test_names_need_as_many_places(database: Database) -> None:
    """Others were named meanwhile."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town)
        place = await reserves(town, shift_id, 2)
        await names(town, place, "Ming")
        revision = await typed(town, place, "Hua")
        finn = Seated(tx, await town.viewer("finn"), NOW)
        kim = await town.person("kim", state="managed", team="company", managed_by="finn")
        await group_names.name_place(finn, person_id=kim, group_place_id=place, shift_id=shift_id)
        with pytest.raises(NotEnoughPlaces):
            await group_names.keep_names(finn, group_place_id=place, revision=revision)


async def test_more_names_than_places_are_not_taken_down(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        place = await reserves(town, await open_day(town), 2)

        with pytest.raises(NotEnoughPlaces):
            await typed(town, place, "Ming, Hua, Lan")
        assert await typed(town, place, "Ming, Hua")
