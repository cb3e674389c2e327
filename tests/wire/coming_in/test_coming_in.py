"""Faults 4–7, 9 and 12: what Telegram may do to a bot that listens."""

import asyncio
from typing import Any

import pytest

from bot.app import App
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.store.database import Database
from bot.wire.clock import SetClock
from bot.wire.limits import LIFTED
from tests.wire.conftest import MakeApp, settings_for
from tests.wire.looking import found, states, told
from tests.wire.routes import ROUTES

NOW = 1_800_000_000
WEEK = 7 * 86_400


def message(person: SimPerson, text: str, **facts: Any) -> dict[str, Any]:
    """An update as Telegram would send it, but with any number we like."""
    entities = [{"type": "bot_command", "offset": 0, "length": len(text)}] if text[0] == "/" else []
    body = {"message_id": 1, "date": NOW, "chat": person.chat.for_bot(), "from": person.user, "text": text}
    return {**facts, "message": {**body, "entities": entities}}


async def test_same_update_a_thousand_times_at_once_has_one_effect(
    make_app: MakeApp, anna: SimPerson, database_url: str
) -> None:
    """Fault 4."""
    app = await make_app()
    anna.chat.started = True
    update = message(anna, "/count", update_id=77)

    await asyncio.gather(*(app.engine.polling.keep([update]) for _ in range(1000)))
    await app.settle()

    assert told(anna) == ["1 so far"]
    assert await states(database_url, "inbox") == {"done": 1}
    assert await states(database_url, "outbox") == {"sent": 1}


async def test_every_update_delivered_twice_has_one_effect(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator
) -> None:
    """Fault 2, without the kill."""
    simulator.faults.duplicate()
    app = await make_app()

    for _ in range(5):
        anna.send("/count")
        await app.settle()

    assert told(anna) == [f"{n} so far" for n in range(1, 6)]


async def test_updates_of_a_person_take_effect_in_their_order(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator
) -> None:
    """Fault 5: the later one comes first within a delivery."""
    anna.chat.started = True
    simulator.inject(message(anna, "second", update_id=202))
    simulator.inject(message(anna, "first", update_id=201))

    app = await make_app()
    await app.settle()

    assert told(anna) == ["You said first", "You said second"]


SORRY = "Sorry, that didn't work; the fault is ours. Nothing was changed. Please try again."
UNREADABLE: list[dict[str, Any]] = [
    {"message": {"message_id": "x"}},
    {"callback_query": []},
    {"message": {"message_id": 1, "date": "yesterday", "chat": 3}},
]


async def test_unparseable_updates_are_dead_and_the_others_done(
    make_app: MakeApp, simulator: Simulator, database_url: str
) -> None:
    """Fault 6."""
    people = [simulator.person(f"P{n}") for n in range(97)]
    for number, person in enumerate(people):
        if number in {10, 50, 90}:
            simulator.inject(UNREADABLE[number // 40])
        person.send("/count")

    app = await make_app()
    async with asyncio.timeout(5):
        await app.settle()

    assert [len(told(person)) for person in people] == [1] * 97
    inbox = await states(database_url, "inbox")
    assert inbox["done"] + inbox.get("dead", 0) == 100
    assert inbox.get("dead", 0) >= 2


async def test_handler_that_always_raises_is_tried_three_times_and_told_once(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Fault 7: whatever stood in the same batch is unaffected."""
    ben = simulator.person("Ben")
    anna.send("/count")
    anna.send("/fail")
    ben.send("/count")
    anna.send("/count")

    app = await make_app()
    await app.settle()

    assert (len(told(anna)), told(anna)[1], len(told(ben))) == (3, SORRY, 1)
    assert await found(database_url, "SELECT count(*) FROM occurrence") == [(3,)]
    assert await states(database_url, "inbox") == {"dead": 1, "done": 3}
    assert sum("ZeroDivisionError" in record.getMessage() for record in caplog.records) == 3


async def test_words_of_done_and_dead_updates_are_erased(make_app: MakeApp, anna: SimPerson, database_url: str) -> None:
    app = await make_app()

    anna.send("/count")
    anna.send("/fail now")
    await app.settle()

    assert await states(database_url, "inbox") == {"dead": 1, "done": 1}
    assert await found(database_url, "SELECT raw FROM inbox") == [("",), ("",)]
    assert await found(database_url, "SELECT payload FROM outbox") == [("",), ("",)]


async def test_everything_telegram_kept_while_we_were_down_is_done(database: Database, database_url: str) -> None:
    """Fault 9: three hours; a press is kept for 150 seconds only, and nothing can be done about that."""
    clock = SetClock(NOW)
    simulator = Simulator(clock=clock.now)
    await simulator.start()
    anna = simulator.person("Anna")
    app = App(settings_for(simulator, database_url), database=database, clock=clock, routes=ROUTES, limits=LIFTED)
    await app.start()
    anna.send("/count")
    await app.settle()
    await app.stop()

    anna.press("One more")
    for _ in range(120):
        anna.send("/count")
    clock.set(NOW + 3 * 3600)
    later = App(settings_for(simulator, database_url), database=database, clock=clock, routes=ROUTES, limits=LIFTED)
    await later.start()
    await later.settle()
    await later.stop()
    await simulator.stop()

    assert told(anna) == [f"{n} so far" for n in range(1, 122)]


async def test_update_ids_may_begin_again_after_a_quiet_week(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database_url: str
) -> None:
    """Fault 12: accepted, and answered although old answers have similar keys."""
    clock = SetClock(NOW)
    app = await make_app(clock=clock)
    simulator.restart_update_ids(500)
    anna.send("/count")
    anna.send("/count")
    await app.settle()

    clock.set(NOW + WEEK + 3600)
    simulator.restart_update_ids(500)
    anna.send("/count")
    anna.send("/count")
    await app.settle()

    assert told(anna) == [f"{n} so far" for n in range(1, 5)]
    assert await states(database_url, "outbox") == {"sent": 4}


async def test_repeated_update_id_within_the_week_is_the_same_update(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator
) -> None:
    """The other side of fault 12."""
    clock = SetClock(NOW)
    app = await make_app(clock=clock)
    simulator.restart_update_ids(500)
    anna.send("/count")
    await app.settle()

    clock.set(NOW + WEEK - 3600)
    simulator.restart_update_ids(500)
    anna.send("/count")
    await app.settle()

    assert told(anna) == ["1 so far"]
