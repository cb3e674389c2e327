"""Fault 61, by its whole kind: the wall clock goes back three hours, and nobody waits longer than it was to be."""

import asyncio
from typing import Any

import pytest

from bot.ground.tries import HORIZON, LIMIT
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.store import lengths, wrong_tries
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from bot.wire.clock import SetClock
from bot.wire.going_out.holds import Holds
from tests.wire.conftest import MakeApp, join
from tests.wire.hello import NOW, queue
from tests.wire.looking import eventually, found, told

HOURS = 3 * 3600


@pytest.fixture
async def clock() -> SetClock:
    return SetClock(NOW, running=True)


async def test_hold_ends_with_the_first_of_both_clocks() -> None:
    clock = SetClock(NOW)
    holds = Holds(clock)

    until = [holds.hold(1, 1), holds.hold(2, 3600), holds.hold(2, 5)]
    clock.set(NOW - HOURS)
    back = [holds.left(1), holds.left(2), holds.left(3)]
    await asyncio.sleep(1.05)
    later = [holds.left(1), holds.left(2)]
    clock.set(NOW + 3600)

    assert until == [NOW + 1, NOW + 3600, NOW + 3600]
    assert back == [1, 3600, 0]
    assert later == [0, 3599]
    assert holds.left(2) == 0


async def test_chat_that_was_to_wait_a_second_hears_again_after_it(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, clock: SetClock, database: Database
) -> None:
    anna.chat.started = True
    person_id = await join(database, anna)
    simulator.faults.too_many_requests(1, method="sendMessage", times=1)
    app = await make_app(clock=clock)

    anna.send("/count")
    await eventually(lambda: app.engine.sender.holds.left(anna.id) > 0)
    clock.set(clock.now() - HOURS)
    await queue(database, person_id, "tea", due_at=1)
    await eventually(lambda: len(told(anna)) == 2)

    assert sorted(told(anna)) == ["1 so far", "Reminder: tea (en)"]


async def test_what_was_to_leave_at_once_leaves_after_the_step(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, clock: SetClock, database: Database
) -> None:
    """It was queued while Telegram could not be reached, and its time has not come again."""
    anna.chat.started = True
    person_id = await join(database, anna)
    app = await make_app(clock=clock)
    await simulator.refuse_connections()
    anna.send("/count")

    await queue(database, person_id, "tea")
    app.look_again()
    await eventually(lambda: bool(app.health.reasons))
    clock.set(clock.now() - HOURS)
    await simulator.accept_connections()
    await eventually(lambda: len(told(anna)) == 2)

    assert sorted(told(anna)) == ["1 so far", "Reminder: tea (en)"]


async def test_clock_that_went_back_while_we_were_away_mutes_nobody(
    make_app: MakeApp, anna: SimPerson, database: Database
) -> None:
    """At a start: a wait longer than any can be is over, and what was to leave at once leaves."""
    anna.chat.started = True
    person_id = await join(database, anna)
    await queue(database, person_id, "tea")
    await queue(database, person_id, "cake", due_at=NOW - 2 * HOURS)
    async with database.write() as tx:
        await tx.change(leaving.hold_chat.statement, bot_id=0, chat_id=anna.id, until=NOW + 1, error="429")

    app = await make_app(clock=SetClock(NOW - HOURS))
    await app.settle()

    assert sorted(told(anna)) == ["Reminder: cake (en)", "Reminder: tea (en)"]


async def waits(database_url: str) -> dict[str, tuple[Any, ...]]:
    rows = await found(database_url, "SELECT key, due_at, not_before FROM outbox ORDER BY id")
    return {key.split(":")[2]: (due_at, not_before) for key, due_at, not_before in rows}


async def test_only_lengths_are_shortened_and_instants_stay(
    anna: SimPerson, database: Database, database_url: str
) -> None:
    """The clock shows 10,000 s less: a reminder for a given time stays where it is."""
    person_id = await join(database, anna)
    for what, due_at, not_before in (
        ("at once", None, None), ("held", None, NOW + 40), ("long held", NOW - 20_000, NOW + 3600),
        ("reminder", NOW + 5000, None), ("past", NOW - 20_000, NOW - 15_000),
    ):  # fmt: skip
        await queue(database, person_id, what, due_at=due_at)
        async with database.write() as tx:
            if not_before:
                await tx.change(leaving.hold_chat.statement, bot_id=0, chat_id=anna.id, until=not_before, error="429")
                await tx.change(leaving.retarget.statement, bot_id=0, from_id=anna.id, to_id=-1)
    async with database.write() as tx:
        await lengths.mend(tx, 0, NOW - 10_000, 10_000)

    assert await waits(database_url) == {
        "at once": (NOW - 10_000, NOW + 40 - 10_000),  # was held together with the next
        "held": (NOW - 10_000, NOW + 40 - 10_000),
        "long held": (NOW - 20_000, NOW + 3600 - 10_000),
        "reminder": (NOW + 5000, NOW - 15_000),
        "past": (NOW - 20_000, NOW - 15_000),
    }


@pytest.mark.parametrize("step", [HOURS, 0], ids=["seen", "while we were away"])
async def test_pause_after_wrong_codes_is_no_longer_than_an_hour(database: Database, step: int) -> None:
    """Whoever guessed half an hour ago may try again in half an hour; where nobody saw the step, at once."""
    async with database.write() as tx:
        for _ in range(LIMIT):
            await wrong_tries.note_wrong_try(tx, 7, "invitation", NOW - 1800)
        before = await wrong_tries.pause_of(tx, 7, "invitation", NOW)
        await lengths.mend(tx, 0, NOW - HOURS, step)
        after = await wrong_tries.pause_of(tx, 7, "invitation", NOW - HOURS)

    assert before == NOW + 1800
    assert after == (NOW - HOURS + 1800 if step else None)
    assert HORIZON < HOURS
