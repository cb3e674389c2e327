"""Fault 25, scaled down: hundreds of notices on their way while people press."""

import asyncio
import time
from functools import partial

import pytest

from bot.people.rows import add_person
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.store.database import Database
from bot.store.outbox import counts, drop_subject
from bot.telling import tell
from bot.wire.limits import LIFTED, Limits
from tests.wire.conftest import MakeApp
from tests.wire.hello import Hello
from tests.wire.looking import eventually, told

MANY = 300
LIMITS = Limits(per_second=50, per_chat=50, first_poll=0, flood_burst=0)


async def broadcast(database: Database, people: list[SimPerson]) -> None:
    async with database.write() as tx:
        for person in people:
            person.chat.started = True
            id = await add_person(tx, now=1, state="active", name="x", telegram_id=person.id)
            await tell(tx, Hello("news"), id, key=f"b:{id}", subject="broadcast:1", now=1)


def shows(person: SimPerson, text: str) -> bool:
    return told(person) == [text]


@pytest.fixture
def people(simulator: Simulator) -> list[SimPerson]:
    return [simulator.person(f"P{number}") for number in range(MANY)]


async def test_presses_are_answered_while_a_broadcast_goes_out(
    make_app: MakeApp, simulator: Simulator, database: Database, people: list[SimPerson]
) -> None:
    ben = simulator.person("Ben")
    app = await make_app(limits=LIMITS)
    ben.send("/count")
    await app.settle()
    await broadcast(database, people)
    await eventually(lambda: bool(told(people[0])))

    waits = []
    for number in range(10):
        began = time.monotonic()
        press = ben.press("One more")
        await press.answered()
        await eventually(partial(shows, ben, f"{number + 2} so far"))
        waits.append(time.monotonic() - began)
    going_on = sum(bool(told(person)) for person in people)

    assert max(waits) < 2
    assert going_on < MANY


async def test_broadcast_stops_within_two_seconds(
    make_app: MakeApp, simulator: Simulator, database: Database, people: list[SimPerson]
) -> None:
    app = await make_app(limits=LIMITS)
    await broadcast(database, people)
    await eventually(lambda: bool(told(people[0])))

    async with database.write() as tx:
        dropped = await drop_subject(tx, "broadcast:1")
    async with asyncio.timeout(2):
        await app.settle()

    sent = sum(bool(told(person)) for person in people)
    async with database.read() as tx:
        assert await counts(tx, "broadcast:1") == {"dropped": dropped, "sent": sent}
    assert (dropped + sent, dropped > MANY / 2) == (MANY, True)


async def test_broadcast_goes_on_where_it_stopped(
    make_app: MakeApp, simulator: Simulator, database: Database, people: list[SimPerson]
) -> None:
    """Stopped in good order, so nobody gets it twice. At ten a second it is stopped long before the last has left."""
    first = await make_app(limits=Limits(per_second=10, per_chat=50, first_poll=0, flood_burst=0))
    await broadcast(database, people)
    await eventually(lambda: bool(told(people[10])))
    await first.stop()
    before = sum(bool(told(person)) for person in people)

    second = await make_app(limits=Limits(per_second=0, first_poll=0))
    await second.settle()

    assert 0 < before < MANY
    assert {len(told(person)) for person in people} == {1}


async def test_the_usual_pace_stays_below_the_limits_of_telegram(
    make_app: MakeApp, simulator: Simulator, database: Database, people: list[SimPerson]
) -> None:
    simulator.limits(True)
    await broadcast(database, people[:60])
    await make_app(limits=Limits(first_poll=0))
    for _ in range(3):
        people[0].send("/count")
    await eventually(lambda: all(told(person) for person in people[:60]) and len(told(people[0])) == 4)

    assert simulator.world.flood.refused == 0


async def test_whoever_is_told_to_wait_by_telegram_waits_and_loses_nothing(
    make_app: MakeApp, simulator: Simulator, database: Database, people: list[SimPerson]
) -> None:
    """Fault 15, by limits and not on order: nothing of ours paces, Telegram does."""
    simulator.limits(True)
    await broadcast(database, people[:60])
    await make_app(limits=LIFTED)
    await eventually(lambda: {len(told(person)) for person in people[:60]} == {1})

    assert simulator.world.flood.refused > 0
