"""Papers of an activity: who may have which, what stands on them when they leave, and what is noted."""

import pytest

from bot.activities.rules import CancelReason
from bot.desk import Seated
from bot.ground.refusals import ActivityCancelled, NotFound
from bot.leading import cancelling
from bot.leading.handouts import acts as handouts
from bot.leading.handouts.rules import Coming, ComingList, InsurersList, PaperOf, Poster
from bot.leading.rows import add_helper
from bot.members import profile_rows as profiles
from bot.store.database import Database
from tests.helpers.gatherings import activity_of, full_house
from tests.helpers.lines import signs_up
from tests.helpers.notes import notes_about
from tests.helpers.town import NOW, Town, build_town
from tests.sign_ups.test_groups import names, open_day, reserves

LINK = "https://t.me/bot?start=a_1"


async def at(town: Town, name: str) -> Seated:
    return Seated(town.tx, await town.viewer(name), NOW)


async def test_lists_hold_who_has_a_place_in_order_and_groups_without_names(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town)
        for name in ("ben", "anna"):
            await signs_up(town, name, shift_id)
        await names(town, await reserves(town, shift_id, 3), "Wu Lan")
        await profiles.set_volunteer_number(tx, town.people["anna"], "SZ-1")
        found = await handouts.gathered(await at(town, "chan"), shift_id=shift_id, paper="insurer", link=LINK)

    assert isinstance(found, InsurersList)
    assert found.people == (
        Coming("Ben", "adult", "", "first"),
        Coming("Anna", "adult", "SZ-1", "first"),
        Coming("Wu Lan", "adult", "", "company"),
    )
    assert [(group.team, group.places, group.named) for group in found.groups] == [("company", 3, 1)]


async def test_who_waits_stands_on_no_list(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        found = await handouts.gathered(await at(town, "chan"), shift_id=shift_id, paper="sheet", link=LINK)

    assert type(found) is ComingList
    assert [one.name for one in found.people] == ["Anna", "Ben"]


@pytest.mark.parametrize(("who", "insurer"), [("chan", True), ("olga", True), ("carl", False)])
async def test_helper_may_have_all_but_the_insurers_list(database: Database, who: str, insurer: bool) -> None:
    papers: tuple[PaperOf, ...] = ("poster", "sheet")
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        await add_helper(tx, await activity_of(town, shift_id), town.people["carl"])
        desk = await at(town, who)
        for paper in papers:
            await handouts.ask(desk, shift_id=shift_id, paper=paper, link=LINK)
        assert (await handouts.look(desk, shift_id=shift_id)).insured is insurer
        if not insurer:
            with pytest.raises(NotFound):
                await handouts.ask(desk, shift_id=shift_id, paper="insurer", link=LINK)
            with pytest.raises(NotFound):
                await handouts.gathered(desk, shift_id=shift_id, paper="insurer", link=LINK)
            return
        await handouts.ask(desk, shift_id=shift_id, paper="insurer", link=LINK)
        notes = [note for note in await notes_about(tx, f"shift:{shift_id}") if note.act == "insurers_list"]

    assert [(note.actor_id, note.facts) for note in notes] == [(town.people[who], {"people": 2})]


async def test_volunteer_may_have_none(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        with pytest.raises(NotFound):
            await handouts.ask(await at(town, "anna"), shift_id=shift_id, paper="poster", link=LINK)


async def test_what_is_called_off_meanwhile_comes_on_no_paper(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        desk = await at(town, "chan")
        before = await handouts.gathered(desk, shift_id=shift_id, paper="poster", link=LINK)
        await cancelling.cancel(desk, activity_id=await activity_of(town, shift_id), reason=CancelReason.WEATHER)
        after = await handouts.gathered(desk, shift_id=shift_id, paper="poster", link=LINK)
        with pytest.raises(ActivityCancelled):
            await handouts.ask(desk, shift_id=shift_id, paper="poster", link=LINK)

    assert isinstance(before, Poster)
    assert after is None
