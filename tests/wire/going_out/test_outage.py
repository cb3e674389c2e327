"""Faults 13, 14, 22: Telegram is away for a while, nothing is burnt, and then everybody hears what was for them."""

import asyncio
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.store.database import Database
from bot.wire.clock import SetClock
from bot.wire.limits import Limits
from tests.wire.conftest import MakeApp, join
from tests.wire.hello import NOW, Copied, Urgent, queue
from tests.wire.looking import eventually, found, states, told

MANY = 40
LIMITS = Limits(per_second=0, first_poll=0, flood_burst=0, call_seconds=0.3, retry_seconds=0.05, at_once=8)
PROBES = {"getMe", "sendChatAction"}
SPARED = frozenset({"getupdates", "getwebhookinfo"})


def away(simulator: Simulator, kind: str) -> None:
    orders: dict[str, Callable[[], Any]] = {
        "502": lambda: simulator.faults.server_error(spared=SPARED),
        "a page": lambda: simulator.faults.server_error(200, spared=SPARED),
        "reset": lambda: simulator.faults.reset(spared=SPARED),
        "hang": lambda: simulator.faults.hang(spared=SPARED),
    }
    orders[kind]()


def sends(simulator: Simulator) -> int:
    return sum(call.method not in PROBES for call in simulator.calls if call.method != "getUpdates")


@pytest.fixture
async def people(simulator: Simulator, database: Database) -> dict[int, SimPerson]:
    """By person id; each has met the bot."""
    known = {}
    for number in range(MANY):
        person = simulator.person(f"P{number}")
        person.chat.started = True
        known[await join(database, person)] = person
    return known


async def queue_all(database: Database, people: dict[int, SimPerson]) -> None:
    for person_id in people:
        await queue(database, person_id, "off", Urgent, due_at=1)


@pytest.mark.parametrize("kind", ["502", "a page", "reset", "hang"])
async def test_outage_burns_no_message(
    make_app: MakeApp,
    simulator: Simulator,
    database: Database,
    database_url: str,
    people: dict[int, SimPerson],
    kind: str,
) -> None:
    """Fault 22: those in flight meet one doubt; nobody else leaves before it is over; then everybody hears it once."""
    app = await make_app(limits=LIMITS)
    away(simulator, kind)
    await queue_all(database, people)
    await eventually(lambda: app.engine.gate.shut and not app.engine.delivery.tasks)
    await eventually(lambda: len(simulator.calls.of("getMe")) > 4)

    assert 0 < sends(simulator) <= LIMITS.at_once < MANY
    assert "delivery" in app.health.reasons

    simulator.faults.clear()
    await eventually(lambda: all(told(person) for person in people.values()))
    await app.settle()

    assert Counter(len(told(person)) for person in people.values()) == {1: MANY}
    assert await found(database_url, "SELECT state, max(attempts) FROM outbox GROUP BY state") == [("sent", 1)]
    assert "delivery" not in app.health.reasons


async def test_outage_of_messages_alone_puts_each_in_doubt_once(
    make_app: MakeApp, simulator: Simulator, database: Database, database_url: str, people: dict[int, SimPerson]
) -> None:
    """getMe is answered all the while: each trial is somebody else's, and after all of them none is in doubt twice."""
    app = await make_app(limits=LIMITS)
    simulator.faults.server_error(method="sendMessage")
    simulator.faults.server_error(method="sendChatAction")
    await queue_all(database, people)
    await eventually(lambda: len(simulator.calls.of("sendMessage")) > 3)

    assert {attempts for (attempts,) in await found(database_url, "SELECT attempts FROM outbox")} <= {0, 1}

    simulator.faults.clear()
    await eventually(lambda: all(told(person) for person in people.values()))
    await app.settle()

    assert await states(database_url, "outbox") == {"sent": MANY}


async def test_doubt_of_one_who_waits_alone_is_not_doubled_before_a_harmless_call_went_through(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database: Database, database_url: str
) -> None:
    anna.chat.started = True
    person_id = await join(database, anna)
    simulator.faults.server_error(method="sendMessage", times=1)
    simulator.faults.server_error(method="sendChatAction", times=2)
    app = await make_app(limits=LIMITS)

    await queue(database, person_id, "tea", due_at=1)
    await eventually(lambda: bool(told(anna)))
    await app.settle()

    assert len(simulator.calls.of("sendChatAction")) == 3
    assert await found(database_url, "SELECT state, attempts FROM outbox") == [("sent", 1)]


async def test_restart_in_an_outage_burns_nothing(
    make_app: MakeApp, simulator: Simulator, database: Database, database_url: str, people: dict[int, SimPerson]
) -> None:
    """What had been taken out is put back: the next process finds only doubts that there were."""
    app = await make_app(limits=LIMITS)
    away(simulator, "502")
    await queue_all(database, people)
    await eventually(lambda: app.engine.gate.shut and not app.engine.delivery.tasks and app.engine.ledger.empty)

    assert await states(database_url, "outbox") == {"pending": MANY}

    await app.stop()
    simulator.faults.clear()
    again = await make_app(limits=LIMITS)
    await eventually(lambda: all(told(person) for person in people.values()))
    await again.settle()

    assert Counter(len(told(person)) for person in people.values()) == {1: MANY}


async def test_answers_wait_for_the_end_of_an_outage_and_toasts_do_not(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator
) -> None:
    """A press's toast is worth nothing later; its card is edited when Telegram is there again."""
    app = await make_app(limits=LIMITS)
    anna.send("/count")
    await app.settle()
    away(simulator, "502")
    anna.send("/count")
    await eventually(lambda: app.engine.gate.shut)
    toasts = len(simulator.calls.of("answerCallbackQuery"))

    anna.press("One more")
    await eventually(lambda: app.engine.delivery.tasks == set() and simulator.pending_updates() == 0)
    await asyncio.sleep(0.2)
    simulator.faults.clear()
    await eventually(lambda: not app.engine.gate.shut)
    await app.settle()

    assert sorted(told(anna)) == ["2 so far", "3 so far"]
    assert len(simulator.calls.of("answerCallbackQuery")) == toasts


async def test_what_loses_its_use_in_an_outage_expires_and_is_not_sent(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database: Database, database_url: str
) -> None:
    """Answers after a quarter of an hour, everything else when it says: also while nothing leaves."""
    clock = SetClock(NOW)
    anna.chat.started = True
    person_id = await join(database, anna)
    app = await make_app(limits=LIMITS, clock=clock)
    away(simulator, "502")
    anna.send("/count")
    await queue(database, person_id, "tea", until=NOW + 3600)
    await queue(database, person_id, "cake", until=NOW + 7200)
    await eventually(lambda: app.engine.gate.shut and not app.engine.delivery.tasks and app.engine.ledger.empty)

    clock.set(NOW + 3600)
    app.engine.delivery.expired_at -= 60
    app.engine.delivery.wake.set()
    expired = await eventually_found(database_url, "SELECT count(*) FROM outbox WHERE state = 'expired'", 2)
    simulator.faults.clear()
    await eventually(lambda: bool(told(anna)))
    await app.settle()

    assert expired
    assert told(anna) == ["Reminder: cake (en)"]
    assert await states(database_url, "outbox") == {"expired": 2, "sent": 1}


async def eventually_found(database_url: str, statement: str, wanted: int) -> bool:
    async with asyncio.timeout(10):
        while await found(database_url, statement) != [(wanted,)]:  # noqa: ASYNC110  # another connection writes
            await asyncio.sleep(0.02)
    return True


@pytest.mark.parametrize("times", [1, None], ids=["once", "always"])
async def test_card_that_is_gone_is_sent_anew_at_most_twice_in_doubt(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database_url: str, times: int | None
) -> None:
    """An edit may be repeated for ever; the message that takes the place of a card that is gone may not."""
    app = await make_app(limits=LIMITS)
    anna.send("/count")
    await app.settle()
    simulator.faults.bad_request("message to edit not found", method="editMessageText")
    simulator.faults.drop_after(method="sendMessage", times=times)

    anna.press("One more")
    await app.settle()

    assert told(anna) == ["1 so far", "2 so far", "2 so far"]
    assert await states(database_url, "outbox") == {"sent": 2} if times else {"sent": 1, "unknown": 1}


@pytest.mark.parametrize("kind", ["429", "502"])
async def test_first_message_of_a_notice_is_not_said_again_with_the_second(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database: Database, database_url: str, kind: str
) -> None:
    """What has arrived of a notice of several messages has arrived, however often the rest of it is tried."""
    app = await make_app(limits=LIMITS)
    person_id = await join(database, anna)
    said = anna.send("the bell does not work")
    await app.settle()
    if kind == "429":
        simulator.faults.too_many_requests(1, method="copyMessage", times=3)
    else:
        simulator.faults.server_error(method="copyMessage", times=1)

    await queue(database, person_id, str(said.id), Copied, due_at=1)
    await eventually(lambda: len(told(anna)) == 3)
    await app.settle()

    assert told(anna)[1:] == ["somebody says", "the bell does not work"]
    assert await found(database_url, "SELECT state, parts FROM outbox WHERE kind = 'copied'") == [("sent", 1)]
