"""Who does what is due one by one, and is asked again while there may be more, ends where who does all at once ends."""

from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest

from bot.call_list import undelivered
from bot.desk import Seated
from bot.ground.times import DAY, HOUR
from bot.leading import cancelling
from bot.reminders.acts import remind
from bot.reports.closing import close_due
from bot.reports.digests import digest_week
from bot.reports.reporting import report_due
from bot.roll_call import due_cards, over
from bot.sign_ups import offers
from bot.sign_ups.groups import names as group_names
from bot.sign_ups.withdrawing import withdraw
from bot.store.database import Database
from bot.store.transaction import Tx
from tests.helpers.gatherings import activity_of
from tests.helpers.lines import queued, sign_up_id, signs_up
from tests.helpers.losses import lose
from tests.helpers.offers import START, morning, offer
from tests.helpers.rolls import END, OPENS
from tests.helpers.town import NOW, Town, build_town
from tests.reports.test_reporting import MONDAY, REPORT
from tests.sign_ups.test_groups import open_day, reserves

Work = Callable[[Tx, int, int], Awaitable[int]]
Begun = Callable[[Town], Awaitable[None]]
Outcome = tuple[list[tuple[str, str, int]], int]
ALL, MOST = 64, 90  # of one step, and full steps until all must be done


class Undone(Exception):
    """Nothing of it stays."""


async def two_houses(town: Town) -> list[int]:
    """Full at the same time: Anna and Cora in one, Dan and Fay in the other, and behind them Ben and Eve."""
    made = []
    for team, names in (("first", ("anna", "cora", "ben")), ("second", ("dan", "eve"))):
        capacity = len(names) - 1
        made.append(await offer(town, morning(capacity=capacity), team_id=town.teams[team]))
        for name in names:
            await signs_up(town, name, made[-1])
    return made


async def houses(town: Town) -> None:
    await two_houses(town)


async def offered(town: Town) -> None:
    """Two have withdrawn, and two are asked whether they come now."""
    for shift_id, name in zip(await two_houses(town), ("anna", "dan"), strict=True):
        desk = Seated(town.tx, await town.viewer(name), START - 30 * HOUR)
        await withdraw(desk, sign_up_id=await sign_up_id(town, name, shift_id))


async def rolls(town: Town) -> None:
    await two_houses(town)
    await due_cards.send_cards(town.tx, OPENS, ALL)


async def groups(town: Town) -> None:
    for shift_id in (await open_day(town), await offer(town, audience="everyone")):
        await reserves(town, shift_id, 2)


async def lost(town: Town) -> None:
    for shift_id in await two_houses(town):
        desk = Seated(town.tx, await town.viewer("chan"), NOW)
        await cancelling.cancel(desk, activity_id=await activity_of(town, shift_id), reason="weather")
    await lose(town, "cancelled", "anna", "cora", "dan")


async def lost_and_named(town: Town) -> None:
    await lost(town)
    await undelivered.name_them(town.tx, NOW, ALL)


async def two_coordinators(town: Town) -> None:
    await town.grants("li", "coordinator", "nanshan")


DUE: dict[str, tuple[Work, int, Begun]] = {
    "reminders": (remind, START - 24 * HOUR, houses),
    "names of groups": (group_names.remind_of_names, START - 72 * HOUR, groups),
    "offers": (offers.expire_offers, START - 20 * HOUR, offered),
    "lines": (offers.close_lines, START, houses),
    "cards": (due_cards.send_cards, OPENS, houses),
    "rolls": (over.ask_to_finish, END, rolls),
    "undelivered": (undelivered.name_them, NOW, lost),
    "calls": (undelivered.tell, NOW + undelivered.GATHERED, lost_and_named),
    "digests": (digest_week, MONDAY, houses),
    "reports": (report_due, REPORT, two_coordinators),
    "closings": (close_due, REPORT + 30 * DAY, two_coordinators),
}


async def outcome(database: Database, name: str, limit: int) -> Outcome:
    """What people are told by it, and after how many full steps."""
    work, now, begun = DUE[name]
    told: list[tuple[str, str, int]] = []
    steps = 0
    with suppress(Undone):
        async with database.write() as tx:
            town = await build_town(tx)
            await begun(town)
            before = await queued(town)
            while (done := await work(tx, now, limit)) == limit and steps < MOST:
                steps += 1
            assert done < limit
            told = sorted(one for one in await queued(town) if one not in before)
            assert await work(tx, now, ALL) == 0
            raise Undone
    return told, steps


@pytest.mark.parametrize("name", DUE)
async def test_steps_of_one_do_as_much_as_one_step(database: Database, name: str) -> None:
    one_by_one, steps = await outcome(database, name, 1)
    at_once, step = await outcome(database, name, ALL)

    assert one_by_one == at_once
    assert step == 0
    assert steps >= 2
