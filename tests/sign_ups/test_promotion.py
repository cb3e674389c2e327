"""What becomes of a freed place: given, offered one by one, or open to who presses first."""

import pytest

from bot.activities.rules import ActivityState
from bot.desk import Seated
from bot.ground.refusals import ActivityStarted, NotFound, NotSignedUp, OfferGone, StaleCard
from bot.ground.times import DAY, HOUR, MINUTE
from bot.leading import rows as leading
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.answering import say_coming, say_late
from bot.sign_ups.offers import accept, close_lines, expire_offers
from bot.sign_ups.promotion import fill_everywhere, fill_free_places
from bot.sign_ups.rules import Reason, SignUpState
from bot.sign_ups.telling import known_shift
from bot.sign_ups.withdrawing import about, decline, say_reason, withdraw
from bot.store.database import Database
from tests.helpers.lines import CONFIRMED, OFFERED, WAITLISTED, queued, sign_up_id, signs_up, standing, taken
from tests.helpers.offers import START, morning, offer
from tests.helpers.town import NOW, Town, build_town

DAY_BEFORE_NOON = START - 21 * HOUR
LINE = ("cora", "anna", "ben")


async def full(town: Town) -> int:
    """One place, Cora's; Anna and Ben wait."""
    shift_id = await offer(town, morning(capacity=1))
    for turn, name in enumerate(LINE):
        await signs_up(town, name, shift_id, NOW + turn)
    return shift_id


async def leaves(town: Town, name: str, shift_id: int, at: int) -> None:
    await withdraw(Seated(town.tx, await town.viewer(name), at), sign_up_id=await sign_up_id(town, name, shift_id))


async def takes(town: Town, name: str, shift_id: int, at: int) -> str:
    mine = await sign_up_id(town, name, shift_id)
    found = await accept(Seated(town.tx, await town.viewer(name), at), sign_up_id=mine)
    return str(found.sign_up.state)


async def test_two_days_ahead_the_first_in_line_has_it_at_once(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full(town)
        await leaves(town, "cora", shift_id, START - 48 * HOUR)

        assert await standing(town, shift_id) == {"anna": CONFIRMED, "ben": WAITLISTED}
        assert (await taken(tx, shift_id), await queued(town)) == (1, [("promoted", "anna", START - 48 * HOUR)])


async def test_a_day_ahead_the_place_is_offered_to_one_after_the_other(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full(town)
        await leaves(town, "cora", shift_id, DAY_BEFORE_NOON)
        offered = await standing(town, shift_id)
        until = (await sign_ups.known(tx, await sign_up_id(town, "anna", shift_id))).offer_ends_at
        early = await expire_offers(tx, DAY_BEFORE_NOON + 4 * HOUR - 1, 64)
        late = await expire_offers(tx, DAY_BEFORE_NOON + 4 * HOUR, 64)
        gone = await sign_ups.known(tx, await sign_up_id(town, "anna", shift_id))

        assert (offered, until) == ({"anna": OFFERED, "ben": WAITLISTED}, DAY_BEFORE_NOON + 4 * HOUR)
        assert (early, late) == (0, 1)
        assert (gone.state, gone.reason, await standing(town, shift_id)) == (
            SignUpState.WITHDRAWN,
            Reason.EXPIRED,
            {"ben": OFFERED},
        )
        assert sorted((kind, who) for kind, who, _ in await queued(town)) == [
            ("offer", "anna"),
            ("offer", "ben"),
            ("offer_expired", "anna"),
            ("withdrew_late", "chan"),
        ]


async def test_an_offer_of_the_night_is_delivered_and_counted_from_the_morning(database: Database) -> None:
    """Fault 63: 22:00 to 7:00 of the station are quiet."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full(town)
        night = START - 34 * HOUR  # 23:00, two evenings before
        await leaves(town, "cora", shift_id, night)
        anna = await sign_ups.known(tx, await sign_up_id(town, "anna", shift_id))

        assert [due for kind, _, due in await queued(town, "offer")] == [night + 8 * HOUR]
        assert anna.offer_ends_at == night + 12 * HOUR


async def test_an_offer_taken_is_a_place(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full(town)
        await leaves(town, "cora", shift_id, DAY_BEFORE_NOON)

        assert await takes(town, "anna", shift_id, DAY_BEFORE_NOON + HOUR) == CONFIRMED
        assert await takes(town, "anna", shift_id, DAY_BEFORE_NOON + 2 * HOUR) == CONFIRMED
        assert (await taken(tx, shift_id), await standing(town, shift_id)) == (
            1,
            {"anna": CONFIRMED, "ben": WAITLISTED},
        )


async def test_an_offer_is_over_at_its_instant_even_before_the_tick(database: Database) -> None:
    """Fault 34."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full(town)
        await leaves(town, "cora", shift_id, DAY_BEFORE_NOON)
        with pytest.raises(OfferGone):
            await takes(town, "anna", shift_id, DAY_BEFORE_NOON + 4 * HOUR)
        await expire_offers(tx, DAY_BEFORE_NOON + 4 * HOUR, 64)
        with pytest.raises(OfferGone):
            await takes(town, "anna", shift_id, DAY_BEFORE_NOON + 4 * HOUR + 1)

        assert await takes(town, "ben", shift_id, DAY_BEFORE_NOON + 5 * HOUR) == CONFIRMED


async def test_an_offer_declined_goes_to_the_next(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full(town)
        await leaves(town, "cora", shift_id, DAY_BEFORE_NOON)
        anna = await sign_up_id(town, "anna", shift_id)
        first = await decline(Seated(tx, await town.viewer("anna"), DAY_BEFORE_NOON + 60), sign_up_id=anna)
        again = await decline(Seated(tx, await town.viewer("anna"), DAY_BEFORE_NOON + 61), sign_up_id=anna)

        assert (first.sign_up.reason, first.again, again.again) == (Reason.DECLINED, False, True)
        assert (await standing(town, shift_id), await taken(tx, shift_id)) == ({"ben": OFFERED}, 1)


async def test_under_six_hours_the_first_to_press_has_it(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full(town)
        soon = START - 90 * MINUTE
        await leaves(town, "cora", shift_id, soon)
        told = await queued(town, "open_place")

        assert (await standing(town, shift_id), await taken(tx, shift_id)) == (
            {"anna": WAITLISTED, "ben": WAITLISTED},
            0,
        )
        assert told == [("open_place", "anna", soon), ("open_place", "ben", soon)]
        assert await takes(town, "ben", shift_id, soon + 60) == CONFIRMED
        assert await takes(town, "anna", shift_id, soon + 61) == WAITLISTED
        assert await taken(tx, shift_id) == 1


async def test_a_second_open_place_is_told_again_but_one_only_once(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full(town)
        soon = START - 90 * MINUTE
        await leaves(town, "cora", shift_id, soon)
        await fill_free_places(tx, shift_id, soon + 30)
        once = len(await queued(town, "open_place"))
        await takes(town, "ben", shift_id, soon + 60)
        await leaves(town, "ben", shift_id, soon + 120)

        assert (once, len(await queued(town, "open_place"))) == (2, 3)


async def test_when_it_begins_nobody_waits_any_longer(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full(town)

        assert [await close_lines(tx, at, 64) for at in (START - 1, START, START + 1)] == [0, 2, 0]
        assert await standing(town, shift_id) == {"cora": CONFIRMED}
        assert (await sign_ups.known(tx, await sign_up_id(town, "ben", shift_id))).reason is Reason.TOO_LATE


async def test_somebody_without_consent_is_passed_over(database: Database) -> None:
    """Fault 66: nor does a place stay empty for them."""
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("kid", age_band="14_17", team="first")
        await town.joins("kid", "first")
        shift_id = await offer(town, morning(capacity=1))
        await signs_up(town, "cora", shift_id)
        await sign_ups.add(
            tx,
            shift_id=shift_id,
            person_id=town.people["kid"],
            state=SignUpState.WAITLISTED,
            by=town.people["kid"],
            now=NOW,
        )
        await signs_up(town, "anna", shift_id, NOW + 1)
        await leaves(town, "cora", shift_id, NOW + 2)

        assert await standing(town, shift_id) == {"anna": CONFIRMED, "kid": WAITLISTED}


@pytest.mark.parametrize(
    ("before", "late"), [(24 * HOUR, False), (24 * HOUR - 1, True)], ids=["a day ahead", "under a day"]
)
async def test_the_lead_is_told_of_late_withdrawals_only(database: Database, before: int, late: bool) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        mine = await sign_up_id(town, "anna", shift_id)
        gone = await withdraw(Seated(tx, await town.viewer("anna"), START - before), sign_up_id=mine)

        assert (gone.late, gone.sign_up.late) == (late, late)
        assert await queued(town) == ([("withdrew_late", "chan", START - before + 30)] if late else [])


async def test_illness_is_never_late(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        anna, mine = await town.viewer("anna"), await sign_up_id(town, "anna", shift_id)
        with pytest.raises(NotSignedUp):
            await say_reason(Seated(tx, anna, START - HOUR), sign_up_id=mine, reason="ill")
        await withdraw(Seated(tx, anna, START - HOUR), sign_up_id=mine)
        said = await say_reason(Seated(tx, anna, START - HOUR), sign_up_id=mine, reason="ill")

        assert (said.sign_up.reason, said.sign_up.late) == (Reason.ILL, False)


async def test_asking_changes_nothing_and_twice_is_said(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        anna, mine = await town.viewer("anna"), await sign_up_id(town, "anna", shift_id)
        asked = await about(Seated(tx, anna, START - HOUR), sign_up_id=mine)
        first = await withdraw(Seated(tx, anna, START - HOUR), sign_up_id=mine)
        second = await withdraw(Seated(tx, anna, START - HOUR), sign_up_id=mine)

        assert (asked.late, asked.again, asked.sign_up.live) == (True, False, True)
        assert (first.again, second.again, await taken(tx, shift_id)) == (False, True, 0)
        with pytest.raises(NotFound):
            await withdraw(Seated(tx, await town.viewer("ben"), NOW), sign_up_id=mine)


async def test_after_the_start_nothing_is_withdrawn(database: Database) -> None:
    """Fault 9: what waited for hours is answered with the reason."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        anna, mine = await town.viewer("anna"), await sign_up_id(town, "anna", shift_id)
        with pytest.raises(ActivityStarted):
            await withdraw(Seated(tx, anna, START), sign_up_id=mine)
        with pytest.raises(ActivityStarted):
            await say_coming(Seated(tx, anna, START), sign_up_id=mine, revision=0)

        assert await taken(tx, shift_id) == 1


async def test_a_captain_who_withdraws_a_member_is_heard_of(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        gone = await withdraw(
            Seated(tx, await town.viewer("carl"), NOW + DAY), sign_up_id=await sign_up_id(town, "anna", shift_id)
        )

        assert (gone.name, gone.sign_up.reason) == ("Anna", Reason.STAFF)
        assert await queued(town) == [("withdrawn_by", "anna", NOW + DAY)]


async def test_answers_are_for_the_time_and_place_they_were_asked_about(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        anna, mine = await town.viewer("anna"), await sign_up_id(town, "anna", shift_id)
        yes = await say_coming(Seated(tx, anna, NOW), sign_up_id=mine, revision=0)
        late = await say_late(Seated(tx, anna, START - 20 * MINUTE), sign_up_id=mine, revision=0, minutes=15)
        with pytest.raises(StaleCard):
            await say_coming(Seated(tx, anna, NOW), sign_up_id=mine, revision=1)

        assert (yes.sign_up.said_yes(0), yes.sign_up.said_yes(1), late.sign_up.late_minutes) == (True, False, 15)
        assert await queued(town) == [("running_late", "chan", START - 20 * MINUTE)]


async def test_a_place_freed_on_hold_is_filled_once_it_goes_on(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full(town)
        activity_id = (await known_shift(tx, shift_id)).activity_id
        await leading.set_state(tx, activity_id, ActivityState.ON_HOLD)
        await leaves(town, "cora", shift_id, NOW + 10)
        waited = await fill_everywhere(tx, NOW + 20)
        on_hold = await standing(town, shift_id)
        await leading.set_state(tx, activity_id, ActivityState.PUBLISHED)
        filled = [await fill_everywhere(tx, NOW + 30 + turn) for turn in range(2)]

        assert (waited, on_hold, filled) == (0, {"anna": WAITLISTED, "ben": WAITLISTED}, [1, 0])
        assert await standing(town, shift_id) == {"anna": CONFIRMED, "ben": WAITLISTED}
