"""The last look before a notice about an activity leaves: on both sides of what makes it matter no more."""

import pytest

from bot.activities import rows as activities
from bot.activities.rules import ActivityState
from bot.desk import Seated
from bot.ground.times import DAY, HOUR
from bot.leading import cancelling, holding, last_looks
from bot.leading import rows as leading
from bot.messages import broadcast_rows as broadcasts
from bot.messages.broadcast_rules import BroadcastState
from bot.own_data.erasing import erase
from bot.store.database import Database
from tests.helpers.gatherings import activity_of
from tests.helpers.lines import sign_up_id, signs_up
from tests.helpers.offers import START, morning, offer, visit
from tests.helpers.town import NOW, Town, build_town

END = START + 150 * 60
SAID_AT = (7, 11)


async def announced(town: Town, shift_id: int) -> None:
    """As if it had been offered to many."""
    audience = f"offer:{await activity_of(town, shift_id)}"
    made = await broadcasts.add(town.tx, author_id=town.people["chan"], audience=audience, text="", now=NOW)
    await broadcasts.start(town.tx, made, now=NOW)


@pytest.mark.parametrize("offers", [0, 1, 2])
async def test_one_offer_comes_as_its_card_and_several_as_a_list(database: Database, offers: int) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        made = [await offer(town, morning(starts_at=START + day * DAY)) for day in range(offers)]
        for shift_id in made:
            await announced(town, shift_id)
        found = await last_looks.gathered(tx, NOW, since=NOW, person_id=town.people["anna"])

    assert [one.shift_id for one in found.offers] == made if found else offers == 0
    assert (found is not None and found.card is not None) is (offers == 1)


@pytest.mark.parametrize(("at", "shown"), [(END - 1, 2), (END, 1), (END + DAY - 1, 1), (END + DAY, 0)])
async def test_news_are_about_what_is_not_over(database: Database, at: int, shown: int) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        activity_id = await activities.add_activity(tx, visit(town), NOW)
        for day in range(2):
            await activities.add_shift(tx, activity_id, morning(starts_at=START + day * DAY))
        found = await last_looks.news(tx, at, activity_id=activity_id)

    assert (len(found.shifts) if found else 0) == shown


@pytest.mark.parametrize("state", [ActivityState.ON_HOLD, ActivityState.CANCELLED])
async def test_news_of_a_state_are_dropped_with_it(database: Database, state: ActivityState) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        activity_id = await activity_of(town, await offer(town))

        assert await last_looks.news(tx, NOW, activity_id=activity_id, state=ActivityState.PUBLISHED) is not None
        assert await last_looks.news(tx, NOW, activity_id=activity_id, state=state) is None
        for unknown in (None, state):
            assert await last_looks.news(tx, NOW, activity_id=activity_id + 999, state=unknown) is None


@pytest.mark.parametrize("change", ["", "taken off", "cancelled", "over"])
async def test_helper_hears_of_it_while_they_help(database: Database, change: str) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        activity_id = await activity_of(town, await offer(town))
        if change != "taken off":
            await leading.add_helper(tx, activity_id, town.people["carl"])
        if change == "cancelled":
            desk = Seated(tx, await town.viewer("chan"), NOW)
            await cancelling.cancel(desk, activity_id=activity_id, reason="weather")
        at = END if change == "over" else NOW
        found = await last_looks.helps_now(tx, at, activity_id=activity_id, person_id=town.people["carl"])

    assert (found is not None) is (change == "")


@pytest.mark.parametrize("change", ["", "handed over", "cancelled", "over"])
async def test_new_lead_hears_of_it_while_they_lead(database: Database, change: str) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        activity_id = await activity_of(town, await offer(town))
        chan = Seated(tx, await town.viewer("chan"), NOW)
        if change == "cancelled":
            await cancelling.cancel(chan, activity_id=activity_id, reason="weather")
        at, who = END if change == "over" else NOW, "olga" if change == "handed over" else "chan"
        found = await last_looks.led_now(tx, at, activity_id=activity_id, person_id=town.people[who])

    assert (found is not None) is (change == "")


@pytest.mark.parametrize("change", ["", "another hour", "goes ahead", "no lead"])
async def test_lead_is_asked_to_decide_while_it_is_to_be_decided(database: Database, change: str) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        chan = Seated(tx, await town.viewer("chan"), NOW)
        decide_at = START - DAY
        await holding.hold(chan, shift_id=shift_id, decide_at=decide_at)
        if change == "goes ahead":
            await holding.go_ahead(chan, shift_id=shift_id)
        by = decide_at + HOUR if change == "another hour" else decide_at
        person_id = town.people["anna" if change == "no lead" else "chan"]
        found = await last_looks.decision(tx, NOW, shift_id=shift_id, decide_at=by, person_id=person_id)

    assert (found is not None) is (change == "")


@pytest.mark.parametrize(("reader", "name"), [("anna", None), ("carl", "Anna")])
async def test_words_name_whom_they_are_about_unless_they_read_them(
    database: Database, reader: str, name: str | None
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        mine = await sign_up_id(town, "anna", shift_id)
        said = await last_looks.word_to(tx, mine, reader_id=town.people[reader], by=town.people["chan"], at=SAID_AT)

    assert said is not None
    assert (said.name, said.by) == (name, "Chan")


async def test_words_do_not_follow_who_is_gone(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        mine = await sign_up_id(town, "anna", shift_id)
        await erase(Seated(tx, await town.viewer("anna"), NOW), update_id=1)

        assert await last_looks.word_to(tx, mine, reader_id=town.people["carl"], by=1, at=SAID_AT) is None


@pytest.mark.parametrize("state", list(BroadcastState))
async def test_letter_leaves_unless_it_was_stopped_or_never_sent(database: Database, state: BroadcastState) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        audience = f"team:{town.teams['first']}"
        made = await broadcasts.add(tx, author_id=town.people["chan"], audience=audience, text="Bring gloves", now=NOW)
        await broadcasts.start(tx, made, now=NOW)
        await broadcasts.end(tx, made, state)
        found = await last_looks.letter(tx, NOW, broadcast_id=made)

    assert (found is not None) is (state in {BroadcastState.SENDING, BroadcastState.DONE})
