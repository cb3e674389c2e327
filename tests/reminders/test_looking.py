"""Ticks find what is due by an index on when they look next: whatever changes that is followed."""

from typing import Any

from bot.activities.looking import follow
from bot.desk import Seated
from bot.ground.times import DAY, HOUR
from bot.leading import holding
from bot.reminders.acts import next_reminders, remind
from bot.roll_call import due_cards
from bot.stations import rows as stations
from bot.store.asking import sql
from bot.store.database import Database
from bot.store.transaction import Tx
from tests.helpers.lines import queued, signs_up
from tests.helpers.offers import START, offer
from tests.helpers.town import NOW, Town, build_town


@sql("SELECT remind_at FROM shift WHERE id = :id")
async def reminded(tx: Tx, id: int) -> Any:
    """When reminders of a shift are looked at."""


@sql("SELECT card_at FROM shift WHERE id = :id")
async def carded(tx: Tx, id: int) -> Any:
    """When its card is."""


async def looks(tx: Tx, id: int) -> list[int | None]:
    return [await reminded(tx, id), await carded(tx, id)]


async def told(town: Town, kind: str) -> list[tuple[str, int]]:
    return [(who, at) for one, who, at in await queued(town) if one == kind]


async def settle(tx: Tx, now: int) -> None:
    await remind(tx, now, 64)
    await due_cards.send_cards(tx, now, 64)


async def test_setting_of_the_city_is_followed_down_to_its_shifts(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id, START - 5 * DAY)
        await settle(tx, START - 4 * DAY)
        before = await looks(tx, shift_id)
        for key, value in (("reminder_hours", "20"), ("roll_call_minutes", "45")):
            await stations.set_setting(
                tx, station_id=town.stations["city"], key=key, value=value, set_by=None, now=START - 4 * DAY
            )
        followed = await follow(tx, START - 4 * DAY)
        again = await follow(tx, START - 4 * DAY)
        await remind(tx, START - 20 * HOUR, 64)
        await due_cards.send_cards(tx, START - 2700, 64)

        assert before == [START - 72 * HOUR, START - 900]
        assert (followed >= len(town.stations), again) == (True, 0)
        assert await told(town, "reminder") == [("anna", START - 20 * HOUR)]
        assert await told(town, "roll_call_card") == [("chan", START - 2700)]


async def test_what_is_on_hold_is_looked_at_again_when_it_goes_on(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        chan = await town.viewer("chan")
        await holding.hold(Seated(tx, chan, NOW), shift_id=shift_id, decide_at=NOW + DAY)
        await settle(tx, NOW)
        held = await looks(tx, shift_id)
        await holding.go_ahead(Seated(tx, chan, NOW + 60), shift_id=shift_id)
        await settle(tx, NOW + 60)

        assert held == [None, None]
        assert await looks(tx, shift_id) == [START - 72 * HOUR, START - 900]


async def test_clock_that_was_ahead_has_passed_nothing_over(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        await settle(tx, START + DAY)
        passed = [one for one in await next_reminders(tx, NOW) if one[3] == f"shift:{shift_id}"]
        await stations.look_again_everywhere(tx)
        await follow(tx, NOW)

        assert passed == []
        again = [one for one in await next_reminders(tx, NOW) if one[3] == f"shift:{shift_id}"]
        assert min(again)[:3] == (START - 72 * HOUR, "reminder_72h", 1)


async def test_card_comes_for_who_signs_up_after_its_time(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await settle(tx, START - 900)
        alone = await told(town, "roll_call_card")
        await signs_up(town, "anna", shift_id, START - 600)
        await settle(tx, START - 590)

        assert (alone, await told(town, "roll_call_card")) == ([], [("chan", START - 590)])
