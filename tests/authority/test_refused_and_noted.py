"""Checks of authority and presence, and notes, that nothing else would miss."""

import pytest

from bot.desk import Seated
from bot.ground import refusals as why
from bot.ground.frozen import replace
from bot.joining import own_settings
from bot.leading import holding
from bot.members import acts as members
from bot.posting import acts as posting
from bot.roll_call import walk_ins
from bot.sign_ups import for_others
from bot.sign_ups.answering import say_coming, say_late
from bot.sign_ups.withdrawing import withdraw
from bot.store.database import Database
from bot.store.statements import read_statement
from tests.helpers.lines import sign_up_id, signs_up
from tests.helpers.notes import notes_about
from tests.helpers.offers import START, offer
from tests.helpers.rolls import OPENS, shift_with
from tests.helpers.town import NOW, build_town

CLOSED = read_statement("a team is closed", "UPDATE team SET closed_at = :now WHERE id = :id")


async def test_who_has_withdrawn_does_not_come(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        mine = await sign_up_id(town, "anna", shift_id)
        anna = Seated(tx, await town.viewer("anna"), NOW)
        await withdraw(anna, sign_up_id=mine)

        with pytest.raises(why.NotSignedUp):
            await say_coming(anna, sign_up_id=mine, revision=0)
        with pytest.raises(why.NotSignedUp):
            await say_late(anna, sign_up_id=mine, revision=0, minutes=5)


async def test_who_cannot_help_is_not_named(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        chan = Seated(tx, await town.viewer("chan"), NOW)

        for stranger in ("fay", "anna"):
            with pytest.raises(why.NotFound):
                await holding.toggle_helper(chan, shift_id=shift_id, person_id=town.people[stranger])
        with pytest.raises(why.NotFound):
            await holding.hand_over(chan, shift_id=shift_id, person_id=town.people["anna"])


async def test_handing_over_is_noted(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        chan = Seated(tx, await town.viewer("chan"), NOW)
        given = await holding.hand_over(chan, shift_id=shift_id, person_id=town.people["olga"])
        (note,) = await notes_about(tx, f"activity:{given.activity_id}")

    assert (note.act, note.actor_id, note.at) == ("hand_over", town.people["chan"], NOW)
    assert note.facts == {"from": town.people["chan"], "to": town.people["olga"]}


async def test_who_walks_in_for_the_first_time_is_noted(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        chan = Seated(tx, await town.viewer("chan"), OPENS)
        added = await walk_ins.add_new(chan, shift_id=shift_id, name="Nina", adult=True)
        (note,) = await notes_about(tx, f"person:{added}")

    assert (note.act, note.actor_id, note.at) == ("person_added", town.people["chan"], OPENS)


async def test_only_who_has_joined_chooses_a_language(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        stranger = replace(anna, person=replace(anna.person, state="new"))

        with pytest.raises(why.NotRegistered):
            await own_settings.choose_language(Seated(tx, stranger, NOW), "en")


async def test_what_was_posted_last_is_for_staff(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        for name in ("anna", "carl"):
            with pytest.raises(why.NotAllowed):
                await posting.recent(Seated(tx, await town.viewer(name), NOW))


async def test_nobody_is_added_to_a_closed_team(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        wu = Seated(tx, await town.viewer("wu"), NOW)
        await tx.change(CLOSED, id=town.teams["second"], now=NOW)

        with pytest.raises(why.NotFound):
            await members.adding_to(wu, town.teams["second"])


@pytest.mark.parametrize(
    ("many", "more"), [(for_others.PAGE, False), (for_others.PAGE + 1, True)], ids=["a page", "one more"]
)
async def test_a_page_that_is_just_full_leads_nowhere(database: Database, many: int, more: bool) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, audience="everyone")
        for turn in range(many):
            await town.person(f"quinn{turn}", team="first")
            await town.joins(f"quinn{turn}", "first")
        found = await for_others.search(
            Seated(tx, await town.viewer("chan"), START - 1), shift_id=shift_id, text="quinn"
        )

    assert (len(found.people), found.more) == (for_others.PAGE, more)
