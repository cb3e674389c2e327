"""Who has a place again in what was cancelled by mistake, and who hears of it."""

import pytest

from bot.activities import rows as activities
from bot.desk import Seated
from bot.ground import refusals as why
from bot.ground.times import HOUR, MINUTE
from bot.leading import cancelling, taking_up
from bot.leading.rules import Concerned
from bot.members import profile_rows
from bot.sign_ups import list_rows, waiting_line_rows
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.acts import sign_up
from bot.sign_ups.withdrawing import withdraw
from bot.store.database import Database
from bot.store.statements import read_statement
from tests.helpers.gatherings import activity_of, full_house, queued
from tests.helpers.offers import START, offer
from tests.helpers.town import NOW, Town, build_town
from tests.sign_ups.test_groups import open_day, reserves

LATER = NOW + HOUR
LINED = read_statement("lined", "SELECT lined FROM shift WHERE id = :id")


async def cancelled(town: Town, shift_id: int, at: int = NOW) -> int:
    activity_id = await activity_of(town, shift_id)
    desk = Seated(town.tx, await town.viewer("chan"), at)
    await cancelling.cancel(desk, activity_id=activity_id, reason="weather")
    return activity_id


async def states(town: Town, shift_id: int) -> dict[str, str]:
    names = {id: name for name, id in town.people.items()}
    return {
        names[one.sign_up.person_id]: one.sign_up.state.value for one in await list_rows.of_shift(town.tx, shift_id)
    }


async def test_places_and_the_line_are_as_they_were(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        activity_id = await cancelled(town, shift_id)
        before = await queued(town, "cancelled")
        done = await taking_up.take_up(Seated(tx, await town.viewer("chan"), LATER), activity_id=activity_id)
        after = await activities.get_shift(tx, shift_id)
        waiting = [one.name for one in await list_rows.of_shift(tx, shift_id) if one.sign_up.state == "waitlisted"]
        told, called = await queued(town, "after_all"), await queued(town, "cancelled")

    assert done.concerned == Concerned(3, 0)
    assert after is not None
    assert (after.state.value, after.taken, after.revision, waiting) == ("published", 2, 1, ["Cora"])
    assert after.activity.cancelled_at is None
    assert (set(told), set(before), called) == ({"anna", "ben", "cora"}, {"anna", "ben", "cora"}, {})


async def test_who_had_withdrawn_before_stays_away(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        for name in ("anna", "ben"):
            await sign_up(Seated(tx, await town.viewer(name), NOW), shift_id=shift_id)
        mine = await sign_ups.live_sign_up(tx, shift_id, town.people["ben"])
        assert mine is not None
        await withdraw(Seated(tx, await town.viewer("ben"), NOW), sign_up_id=mine.id)
        activity_id = await cancelled(town, shift_id, NOW + MINUTE)
        await taking_up.take_up(Seated(tx, await town.viewer("chan"), LATER), activity_id=activity_id)
        after = await activities.get_shift(tx, shift_id)

        assert await states(town, shift_id) == {"anna": "confirmed"}
        assert after is not None
        assert after.taken == 1


async def test_nobody_without_a_guardians_word_is_taken_in_again(database: Database) -> None:
    """Fault 66: who is known to be under 18 by now needs a guardian's word first."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town, capacity=3)
        activity_id = await cancelled(town, shift_id)
        await profile_rows.set_age_band(tx, person_id=town.people["ben"], age_band="14_17", now=NOW)
        await taking_up.take_up(Seated(tx, await town.viewer("chan"), LATER), activity_id=activity_id)
        after = await activities.get_shift(tx, shift_id)

        assert await states(town, shift_id) == {"anna": "confirmed", "cora": "confirmed"}
        assert after is not None
        assert after.taken == 2


async def test_group_holds_its_places_again_and_its_captain_is_asked(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town)
        await reserves(town, shift_id, 6)
        activity_id = await cancelled(town, shift_id)
        off = await activities.get_shift(tx, shift_id)
        planned = await taking_up.planned(Seated(tx, await town.viewer("chan"), LATER), activity_id=activity_id)
        await taking_up.take_up(Seated(tx, await town.viewer("chan"), LATER), activity_id=activity_id)
        on = await activities.get_shift(tx, shift_id)
        told = await queued(town, "group_after_all")

    assert off is not None
    assert on is not None
    assert (off.taken, on.taken, planned.concerned, set(told)) == (0, 6, Concerned(1, 0), {"finn"})


async def test_cancelled_once_more_everybody_hears_it_once_more(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        activity_id = await cancelled(town, shift_id)
        chan = await town.viewer("chan")
        await taking_up.take_up(Seated(tx, chan, LATER), activity_id=activity_id)
        done = await cancelling.cancel(Seated(tx, chan, LATER + 1), activity_id=activity_id, reason="venue")
        told = await queued(town, "cancelled")

    assert (done.told, done.seen, set(told)) == (3, 0, {"anna", "ben", "cora"})


async def test_what_runs_goes_on_to_its_end_and_what_began_meanwhile_does_not(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        activity_id = await cancelled(town, shift_id, START + 30 * MINUTE)
        chan = await town.viewer("chan")
        await taking_up.take_up(Seated(tx, chan, START + HOUR), activity_id=activity_id)
        running = await activities.get_shift(tx, shift_id)
        await cancelling.cancel(Seated(tx, chan, START - HOUR), activity_id=activity_id, reason="venue")
        with pytest.raises(why.ActivityStarted):
            await taking_up.planned(Seated(tx, chan, START), activity_id=activity_id)
        with pytest.raises(why.ActivityOver):
            await taking_up.planned(Seated(tx, chan, START + 9 * HOUR), activity_id=activity_id)

    assert running is not None
    assert (running.served_until, running.taken) == (running.ends_at, 2)


async def test_only_what_is_cancelled_is_taken_up_and_only_by_who_leads(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        activity_id = await activity_of(town, shift_id)
        with pytest.raises(why.StaleCard):
            await taking_up.take_up(Seated(tx, await town.viewer("chan"), NOW), activity_id=activity_id)
        await cancelled(town, shift_id)
        for stranger in ("anna", "carl", "li"):
            with pytest.raises(why.NotFound):
                await taking_up.take_up(Seated(tx, await town.viewer(stranger), NOW), activity_id=activity_id)


async def test_line_that_was_taken_up_is_looked_at_again(database: Database) -> None:
    """A tick fills places where somebody waits: also when nobody withdraws, but more may come."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        activity_id = await cancelled(town, shift_id)
        await waiting_line_rows.forget_ended_lines(tx)
        before = await tx.rows(LINED, id=shift_id)
        await taking_up.take_up(Seated(tx, await town.viewer("chan"), LATER), activity_id=activity_id)
        after = await tx.rows(LINED, id=shift_id)

    assert (before[0]["lined"], after[0]["lined"]) == (0, 1)
