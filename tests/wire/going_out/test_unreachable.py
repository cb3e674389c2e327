"""Faults 17–19 and 23: people and groups that nothing can be delivered to, and a token that nobody knows."""

import asyncio
from typing import Any

import pytest

from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.store.database import Database
from bot.store.outbox import counts, tell_chat
from bot.wire.clock import SetClock
from bot.wire.health import Exit
from tests.helpers.raw_sql import raw
from tests.wire.conftest import MakeApp, join
from tests.wire.hello import NOW, Hello, queue
from tests.wire.looking import eventually, found, states, told

HOUR = 3600
UNREACHABLE = "SELECT unreachable_at, strikes, first_strike_at FROM person WHERE telegram_id IS NOT NULL"


@pytest.fixture
async def clock() -> SetClock:
    return SetClock(NOW)


@pytest.mark.parametrize("how", ["block", "deactivate"])
async def test_person_who_is_gone_is_unreachable_and_left_alone(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database: Database, database_url: str, clock: SetClock,
    how: str,
) -> None:  # fmt: skip
    """Fault 17."""
    anna.chat.started = True
    person_id = await join(database, anna)
    app = await make_app(clock=clock)
    simulator.faults.forbidden(
        "bot was blocked by the user" if how == "block" else "user is deactivated", method="sendMessage", chat=anna.id
    )

    await queue(database, person_id, "later", due_at=NOW + 60)
    await queue(database, person_id, "tea")
    await app.settle()
    refused = await queue(database, person_id, "cake")
    clock.set(NOW + 60)
    await app.settle()

    assert await found(database_url, UNREACHABLE) == [(NOW, 0, None)]
    assert refused is False
    assert await states(database_url, "outbox") == {"dropped": 2}
    assert len(simulator.calls.of("sendMessage")) == 1


async def test_next_message_makes_reachable_again(
    make_app: MakeApp, anna: SimPerson, database: Database, database_url: str, clock: SetClock
) -> None:
    """Fault 17."""
    await join(database, anna)
    await raw(database_url, "UPDATE person SET unreachable_at = 5, strikes = 3, first_strike_at = 1")
    app = await make_app(clock=clock)

    anna.send("/remind tea")
    await app.settle()

    assert await found(database_url, UNREACHABLE) == [(None, 0, None)]
    assert told(anna) == ["Reminder: tea (en)"]


async def test_block_and_unblock_are_noted_at_once(
    make_app: MakeApp, anna: SimPerson, database: Database, database_url: str, clock: SetClock
) -> None:
    person_id = await join(database, anna)
    anna.chat.started = True
    app = await make_app(clock=clock)
    await queue(database, person_id, "tea", due_at=NOW + 60)

    anna.block()
    await app.settle()
    blocked = await found(database_url, UNREACHABLE), await states(database_url, "outbox")
    anna.unblock()
    await app.settle()

    assert blocked == ([(NOW, 0, None)], {"dropped": 1})
    assert await found(database_url, UNREACHABLE) == [(None, 0, None)]


@pytest.mark.parametrize("words", ["bot can't initiate conversation with a user", "chat not found"])
async def test_other_refusals_are_proof_after_three_strikes_over_72_hours(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database: Database, database_url: str, clock: SetClock,
    words: str,
) -> None:  # fmt: skip
    """Fault 18: many at once are one."""
    person_id = await join(database, anna)
    where: dict[str, Any] = {"method": "sendMessage", "chat": anna.id}
    _ = simulator.faults.bad_request(words, **where) if "found" in words else simulator.faults.forbidden(words, **where)
    app = await make_app(clock=clock)

    seen = []
    for number, hours in enumerate((0, 1, 35, 36, 71, 72)):
        clock.set(NOW + hours * HOUR)
        await queue(database, person_id, f"n{number}")
        await app.settle()
        ((unreachable_at, strikes, _first),) = await found(database_url, UNREACHABLE)
        seen.append((strikes, unreachable_at is not None))

    assert seen == [(1, False), (1, False), (1, False), (2, False), (2, False), (3, True)]
    assert await states(database_url, "outbox") == {"dead": 6}


async def test_delivery_forgives_strikes(
    make_app: MakeApp, anna: SimPerson, database: Database, database_url: str, clock: SetClock
) -> None:
    person_id = await join(database, anna)
    anna.chat.started = True
    await raw(database_url, "UPDATE person SET strikes = 2, first_strike_at = 1")
    app = await make_app(clock=clock)

    await queue(database, person_id, "tea")
    await app.settle()

    assert await found(database_url, UNREACHABLE) == [(None, 0, None)]


async def test_group_that_became_a_supergroup_keeps_getting_its_messages(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database: Database, database_url: str, clock: SetClock
) -> None:
    """Fault 19: told by the refusal, because the service message is still on its way."""
    group = simulator.group("Team One", [anna])
    await join(database, anna)
    app = await make_app(clock=clock)
    await raw(
        database_url,
        f"INSERT INTO team (station_id, name, kind, chat_id, created_at) "  # noqa: S608  # our own number
        f"SELECT min(id), 'Team One', 'service', {group.id}, 1 FROM station",
    )
    on_its_way = simulator.faults.server_error(method="getUpdates")
    anna.send("/count")  # ends the poll that waits
    await eventually(lambda: "telegram" in app.health.reasons)
    upgraded = group.migrate()
    async with database.write() as tx:
        for what in ("tea", "cake"):
            due_at = NOW + 60 * (what == "cake")
            await tell_chat(tx, Hello(what), group.id, key=what, subject="s", now=NOW, due_at=due_at)
    await eventually(lambda: any(message.by_bot for message in upgraded.messages) and not app.engine.delivery.tasks)
    await app.engine.ledger.flush()
    assert await found(database_url, "SELECT chat_id FROM outbox WHERE state = 'pending'") == [(upgraded.id,)]
    simulator.faults.clear(on_its_way)
    await app.settle()
    clock.set(NOW + 60)
    await app.settle()

    assert [message.text for message in upgraded.messages if message.by_bot] == [
        "Reminder: tea (zh_Hans)",
        "Reminder: cake (zh_Hans)",
    ]
    assert await found(database_url, "SELECT chat_id FROM team") == [(upgraded.id,)]
    async with database.read() as tx:
        assert await counts(tx, "s") == {"sent": 2}


async def test_bot_thrown_out_of_a_group_forgets_it(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database_url: str
) -> None:
    group = simulator.group("Team One", [anna])
    app = await make_app()
    await raw(
        database_url,
        f"INSERT INTO team (station_id, name, kind, chat_id, created_at) "  # noqa: S608  # our own number
        f"SELECT min(id), 'Team One', 'service', {group.id}, 1 FROM station",
    )

    group.set_bot_status("kicked", anna)
    await app.settle()

    assert await found(database_url, "SELECT chat_id FROM team") == [(None,)]


async def test_unknown_token_ends_the_program(make_app: MakeApp, anna: SimPerson, simulator: Simulator) -> None:
    """Fault 23, while it runs: red, with a code of its own."""
    app = await make_app()

    simulator.faults.unauthorized()
    anna.send("/count")

    async with asyncio.timeout(10):
        code = await app.wait()
    assert (code, set(app.health.reasons)) == (Exit.TOKEN, {"token"})
    simulator.faults.clear()
