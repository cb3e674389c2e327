"""A free place goes to who can be reached; who has blocked the bot keeps the place in line, and is phoned."""

from bot.ground.times import HOUR
from bot.people import reachable_rows
from bot.sign_ups.offers import expire
from bot.sign_ups.promotion import fill_everywhere
from bot.sign_ups.rules import SignUpState
from bot.store.database import Database
from tests.helpers.lines import CONFIRMED, OFFERED, WAITLISTED, queued, signs_up, standing, taken
from tests.helpers.offers import START
from tests.helpers.town import NOW, build_town
from tests.sign_ups.test_promotion import DAY_BEFORE_NOON, full, leaves


async def test_place_goes_past_who_has_blocked_the_bot_and_the_lead_hears_whom_to_phone(database: Database) -> None:
    """They keep their place in line, and have the next one once they are back."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full(town)
        anna = await town.viewer("anna")
        await reachable_rows.mark_unreachable(tx, anna.telegram_id, NOW)
        await leaves(town, "cora", shift_id, START - 60 * HOUR)
        first, told = await standing(town, shift_id), await queued(town)
        await reachable_rows.mark_reachable(tx, anna.telegram_id)
        await leaves(town, "ben", shift_id, START - 59 * HOUR)

        assert first == {"ben": CONFIRMED, "anna": WAITLISTED}
        assert sorted(told) == [("passed_over", "chan", START - 60 * HOUR), ("promoted", "ben", START - 60 * HOUR)]
        assert await standing(town, shift_id) == {"anna": CONFIRMED}


async def test_place_stays_free_where_nobody_can_be_reached_and_a_newcomer_has_it(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full(town)
        for name in ("anna", "ben"):
            await reachable_rows.mark_unreachable(tx, (await town.viewer(name)).telegram_id, NOW)
        await leaves(town, "cora", shift_id, START - 60 * HOUR)
        empty, again = await taken(tx, shift_id), await fill_everywhere(tx, START - 59 * HOUR)
        told = await queued(town, "passed_over")
        carl = await signs_up(town, "carl", shift_id, START - 58 * HOUR)

        assert (empty, again, len(told)) == (0, 0, 2)
        assert carl.sign_up.state is SignUpState.CONFIRMED


async def test_shortly_before_everybody_who_can_be_reached_is_asked(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full(town)
        await reachable_rows.mark_unreachable(tx, (await town.viewer("anna")).telegram_id, NOW)
        at = START - HOUR
        await leaves(town, "cora", shift_id, at)

        assert [who for kind, who, _ in await queued(town) if kind == "open_place"] == ["ben"]
        assert [who for kind, who, _ in await queued(town) if kind == "passed_over"] == ["chan"]


async def test_offer_that_meets_a_block_moves_on_at_once_and_the_place_in_line_is_kept(database: Database) -> None:
    """Also where somebody blocks the bot with an offer in hand; once back, they are asked anew."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full(town)
        anna = await town.viewer("anna")
        await leaves(town, "cora", shift_id, DAY_BEFORE_NOON)
        early = await expire(tx, DAY_BEFORE_NOON + 10)
        await reachable_rows.mark_unreachable(tx, anna.telegram_id, DAY_BEFORE_NOON + 10)
        moved, again = await expire(tx, DAY_BEFORE_NOON + 15), await expire(tx, DAY_BEFORE_NOON + 30)
        then = await standing(town, shift_id)
        await reachable_rows.mark_reachable(tx, anna.telegram_id)
        await leaves(town, "ben", shift_id, DAY_BEFORE_NOON + HOUR)

        assert (early, moved, again) == (0, 1, 0)
        assert then == {"ben": OFFERED, "anna": WAITLISTED}
        assert await standing(town, shift_id) == {"anna": OFFERED}
        assert await taken(tx, shift_id) == 1
        told = [(kind, who) for kind, who, _ in await queued(town) if kind in {"offer", "passed_over"}]
        assert sorted(told) == [("offer", "anna"), ("offer", "anna"), ("offer", "ben"), ("passed_over", "chan")]
