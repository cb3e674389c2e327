"""Two things at one hour, looked at from the acts: both or neither, and a yes to one thing only."""

import pytest

from bot.desk import Seated
from bot.ground import refusals as why
from bot.ground.times import DAY, HOUR
from bot.leading.changing import edit
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.acts import sign_up
from bot.sign_ups.answering import say_coming
from bot.sign_ups.clashes.acts import asked, take_instead
from bot.sign_ups.in_care.acts import all_coming
from bot.sign_ups.offers import accept
from bot.sign_ups.rules import Reason
from bot.sign_ups.withdrawing import withdraw
from bot.store.database import Database
from tests.helpers.lines import CONFIRMED, OFFERED, sign_up_id, signs_up, standing, taken
from tests.helpers.offers import START, morning, offer
from tests.helpers.town import NOW, Town, build_town


async def seat(town: Town, name: str, now: int = NOW) -> Seated:
    return Seated(town.tx, await town.viewer(name), now)


async def moved_onto(town: Town, shift_id: int, start: str = "10:00", now: int = NOW) -> None:
    await edit(await seat(town, "chan", now), shift_id=shift_id, field="start", text=start)


async def test_an_offered_place_is_not_taken_over_another_activity_that_was_moved(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        late = START - DAY
        full, tea = await offer(town, morning(capacity=1)), await offer(town, morning(starts_at=START + 5 * HOUR))
        await signs_up(town, "ben", full)
        await signs_up(town, "anna", full)
        await withdraw(await seat(town, "ben", late), sign_up_id=await sign_up_id(town, "ben", full))
        assert (await standing(town, full))["anna"] == OFFERED
        await signs_up(town, "anna", tea, late)
        await moved_onto(town, tea, "10:00", late)
        with pytest.raises(why.Clash):
            await accept(await seat(town, "anna", late), sign_up_id=await sign_up_id(town, "anna", full))
        done = await take_instead(
            await seat(town, "anna", late), shift_id=full, person_id=town.people["anna"], revision=0
        )

        assert str(done.sign_up.state) == CONFIRMED
        assert (await taken(tx, full), await taken(tx, tea)) == (1, 0)


async def test_all_that_overlaps_is_named_and_ends_together(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        first, second = await offer(town, morning(hours=1)), await offer(town, morning(starts_at=START + HOUR, hours=1))
        both = await offer(town, morning(hours=2))
        await signs_up(town, "anna", first)
        await signs_up(town, "anna", second)
        anna = await seat(town, "anna")
        seen = await asked(anna, shift_id=both, person_id=town.people["anna"], revision=0)
        await take_instead(anna, shift_id=both, person_id=town.people["anna"], revision=0)
        gone = [await sign_ups.known(tx, await sign_up_id(town, "anna", one)) for one in (first, second)]

        assert [one.shift_id for one in seen.ends] == [first, second]
        assert [one.reason for one in gone] == [Reason.OTHER, Reason.OTHER]
        assert [await taken(tx, one) for one in (first, second, both)] == [0, 0, 1]


async def test_what_has_begun_is_not_left_for_another(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        first, other = await offer(town), await offer(town, morning(starts_at=START + HOUR))
        await signs_up(town, "anna", first)
        with pytest.raises(why.ActivityStarted):
            await take_instead(
                await seat(town, "anna", START + 60), shift_id=other, person_id=town.people["anna"], revision=0
            )


async def test_a_moved_card_and_somebody_elses_person_are_refused(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        first, other = await offer(town), await offer(town)
        await signs_up(town, "anna", first)
        with pytest.raises(why.StaleCard):
            await take_instead(await seat(town, "anna"), shift_id=other, person_id=town.people["anna"], revision=1)
        with pytest.raises(why.NotFound):
            await take_instead(await seat(town, "ben"), shift_id=other, person_id=town.people["anna"], revision=0)

        assert (await standing(town, first))["anna"] == CONFIRMED


async def test_one_yes_for_all_leaves_out_who_is_elsewhere_and_names_them(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        visit, tea = await offer(town), await offer(town, morning(starts_at=START + 5 * HOUR))
        carl = await seat(town, "carl")
        for shift in (visit, tea):
            await sign_up(carl, shift_id=shift, person_id=town.people["gran"])
        await moved_onto(town, tea)
        done = await all_coming(carl, shift_id=tea, revision=1)

        assert done.busy == ("Gran",)
        assert (await sign_ups.known(tx, await sign_up_id(town, "gran", tea))).answer is None


async def test_a_second_yes_is_refused_and_the_first_stands(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        visit, tea = await offer(town), await offer(town, morning(starts_at=START + 5 * HOUR))
        for shift in (visit, tea):
            await signs_up(town, "anna", shift)
        anna = await seat(town, "anna")
        await say_coming(anna, sign_up_id=await sign_up_id(town, "anna", visit), revision=0)
        await moved_onto(town, tea)
        with pytest.raises(why.Clash) as found:
            await say_coming(anna, sign_up_id=await sign_up_id(town, "anna", tea), revision=1)

        assert (found.value.shift, found.value.revision) == (tea, 1)
        assert (await sign_ups.known(tx, await sign_up_id(town, "anna", visit))).said_yes(0)
