"""What a lead's cards offer, on both sides of each limit; and what a press takes away."""

from typing import Any

import pytest

from bot.activities import rows as activities
from bot.activities.rules import ActivityState
from bot.desk import Seated
from bot.ground.times import HOUR, MINUTE
from bot.leading import acts as managing
from bot.leading import cancelling, holding
from bot.leading import rows as leading
from bot.store.database import Database
from tests.helpers.gatherings import activity_of
from tests.helpers.offers import START, morning, offer
from tests.helpers.town import NOW, build_town


@pytest.mark.parametrize(
    ("state", "at", "offered"),
    [("published", START - 1, True), ("published", START, False), ("cancelled", START - 1, False)],
    ids=["before", "begun", "cancelled"],
)
async def test_others_are_signed_up_until_it_begins(database: Database, state: str, at: int, offered: bool) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await leading.set_state(tx, await activity_of(town, shift_id), ActivityState(state))
        chan = Seated(tx, await town.viewer("chan"), at)
        page = await managing.participants(chan, shift_id=shift_id, number=0)

    assert page.may_sign_up_others is offered


@pytest.mark.parametrize(
    ("who", "whole", "seen"),
    [("chan", False, {"here"}), ("olga", False, set()), ("olga", True, {"here", "there"}), ("nell", True, {"there"})],
    ids=["own", "none of the own", "of the city", "of the street"],
)
async def test_outdoors_today_is_the_own_or_what_one_coordinates(
    database: Database, who: str, whole: bool, seen: set[str]
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("nell")
        await town.grants("nell", "social_worker", "futian")
        await town.grants("nell", "coordinator", "nanshan")
        nanshan: dict[str, Any] = {"station_id": town.stations["nanshan"], "team_id": town.teams["company"]}
        await offer(town, title="here", outdoor=True)
        await offer(town, title="there", outdoor=True, lead_id=town.people["li"], **nanshan)
        await offer(town, title="inside")
        found = await cancelling.outdoor_today(Seated(tx, await town.viewer(who), START - 1), whole=whole)

    assert {one.title for one in found} == seen


async def test_who_helps_no_more_is_off_the_list(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        chan, activity_id = Seated(tx, await town.viewer("chan"), NOW), await activity_of(town, shift_id)
        told = []
        for _ in range(2):
            await holding.toggle_helper(chan, shift_id=shift_id, person_id=town.people["olga"])
            told.append(set(await activities.helpers(tx, activity_id)))

    assert told == [{town.people["olga"]}, set()]


@pytest.mark.parametrize(
    ("begins", "hours"),
    [(START + 15 * MINUTE, [1, 12, 24]), (START + 14 * HOUR + 15 * MINUTE, [2, 4, 12])],
    ids=["7:15, reminder 6:45", "22:15, reminder 21:45"],
)
async def test_neither_a_decision_nor_its_reminder_is_at_night(
    database: Database, begins: int, hours: list[int]
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift = await activities.get_shift(tx, await offer(town, morning(starts_at=begins)))
        assert shift is not None
        offered = await holding.moments(tx, shift, NOW)

    assert [(begins - one) // HOUR for one in offered] == hours
