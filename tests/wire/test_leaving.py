"""What waits in the outbox is looked at once more before it leaves, and only the youngest process books results."""

import asyncio

import pytest

from bot.simulator.people.persons import SimPerson
from bot.speech.screens import Screen
from bot.store import outbox
from bot.store import outbox_leaving as leaving
from bot.store.database import Database, open_database
from bot.store.failures import Conflict, Unavailable
from bot.store.one_process import epochs as processes
from bot.wire.clock import SetClock
from bot.wire.rendering import Telling
from tests.wire.conftest import MakeApp, join
from tests.wire.hello import NOW, Hello, queue
from tests.wire.looking import eventually, states, told
from tests.wire.routes import reminder


@pytest.fixture
async def clock() -> SetClock:
    return SetClock(NOW)


async def test_dropped_subject_does_not_leave(
    make_app: MakeApp, anna: SimPerson, database: Database, database_url: str, clock: SetClock
) -> None:
    """Fault 26: dropped in the transaction that ends what it is about."""
    anna.chat.started = True
    person_id = await join(database, anna)
    app = await make_app(clock=clock)
    await queue(database, person_id, "tea", due_at=NOW + 60)
    await queue(database, person_id, "cake", due_at=NOW + 60)

    async with database.write() as tx:
        dropped = await outbox.drop_subject(tx, "shift:1", ["other"]), await outbox.drop_subject(tx, "shift:1")
    clock.set(NOW + 60)
    await app.settle()

    assert dropped == (0, 2)
    assert told(anna) == []
    assert await states(database_url, "outbox") == {"dropped": 2}


async def test_notice_is_looked_at_again_before_it_leaves(
    make_app: MakeApp, anna: SimPerson, database: Database, database_url: str, clock: SetClock
) -> None:
    """Fault 26, where nobody thought of dropping it."""
    person_id = await join(database, anna)
    app = await make_app(clock=clock)

    await queue(database, person_id, "over")
    await app.settle()

    assert told(anna) == []
    assert await states(database_url, "outbox") == {"dropped": 1}


async def test_notice_about_what_is_gone_does_not_leave(
    make_app: MakeApp, anna: SimPerson, database: Database, database_url: str, clock: SetClock
) -> None:
    """What it is about is not found while it is worded: that is no failure, and nothing is sent."""
    anna.chat.started = True
    person_id = await join(database, anna)
    app = await make_app(clock=clock)

    await queue(database, person_id, "gone")
    await queue(database, person_id, "tea")
    await app.settle()

    assert told(anna) == ["Reminder: tea (en)"]
    assert await states(database_url, "outbox") == {"dropped": 1, "sent": 1}


async def test_expired_notice_does_not_leave(
    make_app: MakeApp, anna: SimPerson, database: Database, database_url: str, clock: SetClock
) -> None:
    person_id = await join(database, anna)
    clock.set(NOW + 100)
    app = await make_app(clock=clock)

    await queue(database, person_id, "tea", until=NOW + 100)
    await app.settle()

    assert await states(database_url, "outbox") == {"expired": 1}


async def test_result_of_a_stale_process_is_refused_and_it_ends(
    make_app: MakeApp, anna: SimPerson, database: Database, database_url: str, clock: SetClock
) -> None:
    """Fault 27: it sleeps while it sends; meanwhile another takes over and gives the row a fate of its own."""
    anna.chat.started = True
    person_id = await join(database, anna)
    old = await make_app(clock=clock)
    await queue(database, person_id, "tea", due_at=NOW + 60)
    beside = await open_database(database_url, beside=True)
    async with beside.write() as tx:
        (row,) = await leaving.due(tx, old.engine.bot_id, NOW + 60, 1)
        await leaving.claim(tx, old.engine.epoch, [row["key"]])
        epoch = await processes.raise_epoch(tx, old.engine.bot_id, NOW)
        left = await leaving.left_behind(tx, old.engine.bot_id, epoch)
        await leaving.resolve_left_behind(tx, [one["key"] for one in left], [])
    async with beside.write() as tx:
        late = {"key": row["key"], "epoch": epoch - 1, "state": "sent", "message_id": 5, "now": NOW, "error": None}
        await leaving.write_results(tx, [late], [])
    await beside.close()

    assert await states(database_url, "outbox") == {"pending": 1}
    clock.set(NOW + 60)
    assert (await old.wait()).name == "ANOTHER_POLLER"
    assert told(anna) == []


@pytest.mark.parametrize("steps", range(6))
async def test_word_to_end_is_not_lost_where_something_comes_to_be_sent_in_the_same_moment(
    make_app: MakeApp, steps: int
) -> None:
    app = await make_app()
    delivery = app.engine.delivery
    looking = asyncio.create_task(delivery.pull())
    await asyncio.sleep(0.05)
    delivery.wake.set()
    for _ in range(steps):
        await asyncio.sleep(0)
    looking.cancel()

    assert await asyncio.wait([looking], timeout=2) == ({looking}, set())


@pytest.mark.parametrize("failure", [Conflict, Unavailable])
async def test_notice_waits_for_a_database_that_could_not_be_read(
    make_app: MakeApp, anna: SimPerson, database: Database, failure: type[Exception]
) -> None:
    """A lock in the way, or a disk that is away: the notice is worded a little later, and not given up."""
    anna.chat.started = True
    person_id = await join(database, anna)
    troubles = [failure("for a moment")]

    async def read_again(to: Telling, what: str) -> Screen | None:
        if troubles:
            raise troubles.pop()
        return await reminder(to, what)

    app = await make_app(notices={Hello.kind: read_again})
    await queue(database, person_id, "tea", due_at=1)
    await eventually(lambda: bool(told(anna)))
    await app.settle()

    assert told(anna) == ["Reminder: tea (en)"]
