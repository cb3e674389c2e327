"""What cannot be done any more, or not now: every such refusal of an act, where no story comes by."""

from collections.abc import Awaitable, Callable

import pytest

from bot.activities import rows as activities
from bot.activities.rules import ActivityState, check_coming
from bot.desk import Seated
from bot.ground import refusals as why
from bot.ground.frozen import replace
from bot.ground.months import month_period
from bot.ground.times import DAY, MINUTE
from bot.invitations.acts import check_inviter
from bot.leading import holding
from bot.leading import rows as leading
from bot.leading.acts import require_leading
from bot.leading.cancelling import cancel
from bot.posting import acts as posting
from bot.posting.publishing import send_again
from bot.reports.acts import scope_by_key
from bot.reports.files import ask_for_file
from bot.roll_call import acts as roll_call
from bot.sign_ups.acts import sign_up
from bot.sign_ups.own_sign_ups import mine
from bot.sign_ups.rules import SignUpState, check_sign_up_step
from bot.store.database import Database
from tests.helpers.gatherings import activity_of
from tests.helpers.offers import START, offer
from tests.helpers.rolls import OPENS
from tests.helpers.town import NOW, build_town

Act = Callable[[Seated, int], Awaitable[object]]


async def close(desk: Seated, shift_id: int) -> object:
    return await holding.close(desk, shift_id=shift_id)


async def call_again(desk: Seated, shift_id: int) -> object:
    return await send_again(desk, shift_id=shift_id)


@pytest.mark.parametrize(
    ("act", "state", "at", "refusal"),
    [
        (close, ActivityState.ON_HOLD, NOW, why.ActivityOnHold),
        (close, ActivityState.CANCELLED, NOW, why.ActivityCancelled),
        (call_again, ActivityState.ON_HOLD, NOW, why.ActivityOnHold),
        (call_again, ActivityState.CLOSED, NOW, why.ActivityClosed),
        (call_again, ActivityState.CANCELLED, NOW, why.ActivityCancelled),
        (call_again, ActivityState.PUBLISHED, START, why.ActivityStarted),
    ],
    ids=["close on hold", "close when cancelled", "on hold", "closed", "cancelled", "begun"],
)
async def test_state_refuses(
    database: Database, act: Act, state: ActivityState, at: int, refusal: type[why.Refusal]
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await leading.set_state(tx, await activity_of(town, shift_id), state)

        with pytest.raises(refusal):
            await act(Seated(tx, await town.viewer("chan"), at), shift_id)


async def test_what_is_over_is_not_called_off(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        activity_id, end = await activity_of(town, shift_id), START + 150 * MINUTE
        chan = await town.viewer("chan")

        with pytest.raises(why.ActivityOver):
            await cancel(Seated(tx, chan, end), activity_id=activity_id, reason="weather")
        assert await cancel(Seated(tx, chan, end - 1), activity_id=activity_id, reason="weather")


async def test_nobody_joins_what_is_on_hold(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await leading.set_state(tx, await activity_of(town, shift_id), ActivityState.ON_HOLD)

        with pytest.raises(why.ActivityOnHold):
            await sign_up(Seated(tx, await town.viewer("anna"), NOW), shift_id=shift_id)


async def test_until_it_begins_people_are_called_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)

        assert await call_again(Seated(tx, await town.viewer("chan"), START - 1), shift_id)


async def test_coming_ends_with_the_activity(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift = await activities.get_shift(tx, await offer(town))
        assert shift is not None
        cancelled = replace(shift, activity=replace(shift.activity, state=ActivityState.CANCELLED))

    check_coming(shift, START - 1)
    with pytest.raises(why.ActivityStarted):
        check_coming(shift, START)
    with pytest.raises(why.ActivityCancelled):
        check_coming(cancelled, START - DAY)


async def test_who_has_not_joined_has_nothing(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        stranger = replace(anna, person=replace(anna.person, state="new"))

        with pytest.raises(why.NotRegistered):
            await mine(Seated(tx, stranger, NOW))
        with pytest.raises(why.NotAllowed):
            check_inviter(anna)


async def test_nobody_calls_people_to_what_others_lead(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)

        for stranger in ("li", "anna"):
            with pytest.raises(why.NotFound):
                await call_again(Seated(tx, await town.viewer(stranger), NOW), shift_id)


async def test_a_captain_hands_the_roll_to_nobody(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        carl, chan = await town.viewer("carl"), await town.viewer("chan")
        await roll_call.card(Seated(tx, chan, OPENS), shift_id=shift_id)

        with pytest.raises(why.Refusal):
            await roll_call.captains(Seated(tx, carl, OPENS), shift_id=shift_id)
        with pytest.raises(why.NotFound):
            await roll_call.card(Seated(tx, chan, OPENS), shift_id=shift_id + 1_000_000)


async def test_the_own_activities_are_for_who_can_post(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)

        with pytest.raises(why.NotAllowed):
            await require_leading(Seated(tx, await town.viewer("anna"), NOW))


@pytest.mark.parametrize("state", SignUpState)
def test_nothing_follows_a_withdrawal(state: SignUpState) -> None:
    with pytest.raises(why.WrongState):
        check_sign_up_step(SignUpState.WITHDRAWN, state)
    with pytest.raises(why.WrongState):
        check_sign_up_step(state, state)


async def test_nobody_posts_again_what_others_lead(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        li = Seated(tx, await town.viewer("li"), NOW)

        for there in (shift_id, shift_id + 1_000_000):
            with pytest.raises(why.NotFound):
                await posting.begin_like(li, shift_id=there)


async def test_a_file_is_for_who_may_see_what_is_in_it(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        olga, anna = await town.viewer("olga"), await town.viewer("anna")
        city = await scope_by_key(Seated(tx, olga, 0), f"s{town.stations['city']}")

        with pytest.raises(why.NotFound):
            await ask_for_file(Seated(tx, anna, NOW), city, month_period("2026-11"), "entries")
        with pytest.raises(why.NotFound):
            await ask_for_file(Seated(tx, olga, NOW), city, month_period("2026-11"), "secrets")


async def test_a_field_that_is_none_is_not_asked(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)

        with pytest.raises(why.UnknownField):
            await posting.ask(Seated(tx, await town.viewer("chan"), NOW), revision=1, field="station_id")
