"""Fault 23: a token is dead when getMe says so, twice, a minute apart; here the minute is shorter."""

import asyncio

import pytest
from telegram.error import InvalidToken

from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.store.database import Database
from bot.wire.health import Exit
from bot.wire.limits import LIFTED, Limits
from tests.wire.conftest import MakeApp, join
from tests.wire.hello import queue
from tests.wire.line import Line, http
from tests.wire.looking import alive, eventually, found, states, told

NOT_FOUND = b'{"ok":false,"error_code":404,"description":"Not Found"}'
UNAUTHORIZED = b'{"ok":false,"error_code":401,"description":"Unauthorized"}'
SOON = Limits(per_second=0, first_poll=0, flood_burst=0, retry_seconds=0.05, token_seconds=0.3)


@pytest.mark.parametrize(("status", "body"), [(404, NOT_FOUND), (401, UNAUTHORIZED)], ids=["404", "401"])
async def test_refusal_of_one_message_is_not_taken_for_a_dead_token(
    make_app: MakeApp, line: Line, anna: SimPerson, database_url: str, status: int, body: bytes,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    """Our own getMe is answered: that call alone is refused, and never sent again."""
    app = await make_app(line.url)
    line.say("sendMessage", http(body, status))

    anna.send("/count")
    await app.settle()
    anna.send("/count")
    await app.settle()

    assert told(anna) == ["2 so far"]
    assert await states(database_url, "outbox") == {"dead": 1, "sent": 1}
    assert line.count("getMe") == 2
    assert sum("sendMessage refused" in record.getMessage() for record in caplog.records) == 1
    assert (alive(app), app.health.reasons) == (True, {})


async def test_refusal_of_one_poll_is_not_taken_for_a_dead_token(
    make_app: MakeApp, line: Line, anna: SimPerson
) -> None:
    line.say("getUpdates", http(NOT_FOUND, 404))
    line.say("getUpdates", http(UNAUTHORIZED, 401))
    app = await make_app(line.url)

    anna.send("/count")
    await app.settle()

    assert told(anna) == ["1 so far"]
    assert (alive(app), app.health.reasons) == (True, {})


async def test_dead_token_ends_the_program_after_it_was_asked_twice(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database_url: str
) -> None:
    """What was to be sent waits, and none of it is burnt."""
    app = await make_app(limits=SOON)
    await app.settle()
    asked = len(simulator.calls.of("getMe"))
    simulator.faults.unauthorized(spared=frozenset({"getupdates"}))

    began = asyncio.get_running_loop().time()
    anna.send("/count")
    anna.send("/count")
    async with asyncio.timeout(10):
        code = await app.wait()
    took = asyncio.get_running_loop().time() - began
    await app.engine.ledger.flush()

    assert (code, app.health.reasons) == (Exit.TOKEN, {"token": "Telegram does not know this token"})
    assert took >= SOON.token_seconds
    assert len(simulator.calls.of("getMe")) - asked >= 2
    assert await found(database_url, "SELECT DISTINCT state, attempts FROM outbox") == [("pending", 0)]
    simulator.faults.clear()


async def test_everything_waits_while_the_token_is_in_doubt_and_then_goes_on(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database: Database, database_url: str
) -> None:
    """getMe was refused once: a minute later it knows us again."""
    anna.chat.started = True
    person_id = await join(database, anna)
    app = await make_app(limits=SOON)
    fault = simulator.faults.unauthorized(spared=frozenset({"getupdates", "getwebhookinfo"}))

    await queue(database, person_id, "tea", due_at=1)
    await eventually(lambda: "token" in app.health.reasons)
    tried = len(simulator.calls.of("sendMessage"))
    await queue(database, person_id, "cake", due_at=1)
    simulator.faults.clear(fault)
    await eventually(lambda: len(told(anna)) == 2)
    await app.settle()

    assert tried == 1
    assert sorted(told(anna)) == ["Reminder: cake (en)", "Reminder: tea (en)"]
    assert await found(database_url, "SELECT DISTINCT state, attempts FROM outbox") == [("sent", 0)]
    assert (alive(app), app.health.reasons) == (True, {})


async def test_nobody_to_ask_is_no_proof(make_app: MakeApp, line: Line, anna: SimPerson, database_url: str) -> None:
    """A page instead of getMe counts neither for nor against: what was refused waits until somebody can say."""
    app = await make_app(line.url, limits=SOON)
    line.say("sendMessage", http(UNAUTHORIZED, 401))
    line.say("getMe", http(b"<html>404</html>", 404), times=3)

    anna.send("/count")
    await eventually(lambda: bool(told(anna)))
    await app.settle()

    assert told(anna) == ["1 so far"]
    assert await found(database_url, "SELECT state, attempts FROM outbox") == [("sent", 0)]
    assert (alive(app), app.health.reasons) == (True, {})


async def test_start_asks_twice_before_it_gives_up(make_app: MakeApp, simulator: Simulator) -> None:
    simulator.faults.unauthorized(method="getMe")

    with pytest.raises(InvalidToken):
        await make_app(limits=LIFTED)

    assert len(simulator.calls.of("getMe")) == 2


async def test_start_goes_on_when_the_token_is_known_the_second_time(
    make_app: MakeApp, simulator: Simulator, anna: SimPerson, caplog: pytest.LogCaptureFixture
) -> None:
    """Who sits in front of it is told at once."""
    simulator.faults.unauthorized(method="getMe", times=1)

    app = await make_app(limits=LIFTED)
    anna.send("/count")
    await app.settle()

    assert told(anna) == ["1 so far"]
    assert "Telegram does not know this token; it is asked once more in a minute" in caplog.text
    assert app.health.reasons == {}
