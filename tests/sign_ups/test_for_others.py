"""Signing up somebody else: who may, for whom, and who hears of it."""

import pytest

from bot.activities.rules import Audience
from bot.desk import Seated
from bot.ground.refusals import NotFound
from bot.sign_ups.acts import sign_up
from bot.store.database import Database
from tests.helpers.lines import CONFIRMED, queued, standing
from tests.helpers.offers import offer
from tests.helpers.town import NOW, build_town


async def test_captains_sign_up_members_and_people_hear_of_it(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        carl = await town.viewer("carl")
        made = [
            await sign_up(Seated(tx, carl, NOW), shift_id=shift_id, person_id=town.people[who])
            for who in ("anna", "gran")
        ]

        assert [one.name for one in made] == ["Anna", "Gran"]
        assert [one.sign_up.created_by for one in made] == [town.people["carl"]] * 2
        assert await queued(town) == [("signed_up_for", "anna", NOW)]


async def test_nobody_signs_up_people_of_other_teams(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, audience=Audience.EVERYONE)
        for who, whom in (("carl", "dan"), ("anna", "ben"), ("li", "anna")):
            with pytest.raises(NotFound):
                await sign_up(Seated(tx, await town.viewer(who), NOW), shift_id=shift_id, person_id=town.people[whom])

        assert await standing(town, shift_id) == {}


async def test_the_lead_may_sign_up_people_beyond_the_audience(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await sign_up(Seated(tx, await town.viewer("chan"), NOW), shift_id=shift_id, person_id=town.people["dan"])

        assert await standing(town, shift_id) == {"dan": CONFIRMED}
