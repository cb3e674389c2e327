"""Fault 22, by its whole kind: whatever is said on the line, the process goes on, it hears, and messages arrive."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.app import App
from bot.ground.frozen import replace
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.store.database import Database
from bot.wire.clock import SetClock
from bot.wire.coming_in.polling import updates_waiting
from bot.wire.going_out.client import Client, NoAnswer, NotSent
from bot.wire.limits import Limits
from tests.wire.conftest import MakeApp, join
from tests.wire.going_out.odd_answers import LINES, LONG, NO_ANSWERS, REFUSALS, RESULTS, WAITS
from tests.wire.hello import NOW, queue
from tests.wire.line import Line, http
from tests.wire.looking import alive, eventually, found, told

HURRIED = Limits(per_second=0, first_poll=0, flood_burst=0, call_seconds=5.0, retry_seconds=0.01, token_seconds=0.1)
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
MEGABYTE = b"100000\r\n" + b" " * 2**20 + b"\r\n"
Start = Callable[..., Awaitable[App]]

BODIES = {kind: http(body, status) for kind, (status, body) in NO_ANSWERS.items()}
REFUSED = {f"refused: {kind}": http(body, status) for kind, (status, body) in REFUSALS.items()}
ASKED_TO_WAIT = {f"wait: {kind}": http(body, 429) for kind, body in WAITS.items()}
MADE = {f"made: {kind}": http(b'{"ok":true,"result":' + body + b"}") for kind, body in RESULTS.items()}
DOUBTFUL = {**BODIES, **LINES, **MADE}
EVERY = {**DOUBTFUL, **REFUSED, **ASKED_TO_WAIT}
TOKEN = {"refused: 401", "refused: 404", "refused: 404 of a method"}
AN_HOUR = {f"wait: {kind}" for kind in LONG}


def test_there_are_many_kinds() -> None:
    assert len(EVERY) >= 115


@pytest.fixture
async def clock() -> SetClock:
    return SetClock(NOW)


@pytest.fixture
async def start(make_app: MakeApp, line: Line, clock: SetClock) -> Start:
    async def started(limits: Limits = HURRIED) -> App:
        return await make_app(line.url, clock=clock, limits=limits)

    return started


@pytest.mark.parametrize("kind", LINES)
async def test_client_gives_an_answer_or_says_that_there_is_none(line: Line, simulator: Simulator, kind: str) -> None:
    client = Client(line.url, simulator.token, seconds=5)
    line.say("getMe", LINES[kind])

    outcome: Any
    try:
        outcome = await client.post("getMe", b"{}")
    except (NoAnswer, NotSent) as failure:
        outcome = failure
    again = await client.post("getMe", b"{}")
    await client.close()

    assert isinstance(outcome, NoAnswer) or len(outcome[1]) < 50_000
    assert again[0] == 200
    assert line.count("getMe") == 2  # nobody was led elsewhere


async def test_answer_without_an_end_is_not_taken_in(line: Line, simulator: Simulator) -> None:
    client = Client(line.url, simulator.token, seconds=20)
    line.say("getMe", CHUNKED, more=MEGABYTE)

    with pytest.raises(NoAnswer, match="TooLong"):
        await client.post("getMe", b"{}")
    await client.close()


async def test_answer_that_drips_for_ever_ends_with_its_time(line: Line, simulator: Simulator) -> None:
    client = Client(line.url, simulator.token, seconds=0.3)
    line.say("getMe", CHUNKED + b"1\r\n{\r\n")
    line.say("getMe", b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{", more=b"")

    for _ in range(2):
        with pytest.raises(NoAnswer):
            await client.post("getMe", b"{}")
    await client.close()


async def outcome(app: App, database_url: str) -> tuple[str, int]:
    await app.settle()
    ((state, attempts),) = await found(database_url, "SELECT state, attempts FROM outbox ORDER BY id DESC LIMIT 1")
    return state, attempts


async def test_no_answer_to_a_message_ends_the_bot_or_loses_another(
    start: Start, line: Line, anna: SimPerson, database: Database, database_url: str, clock: SetClock
) -> None:
    """In doubt: sent once more. Refused: dead, and logged. Asked to wait: it waits, an hour at most."""
    anna.chat.started = True
    person_id = await join(database, anna)
    app = await start()
    came: dict[str, tuple[str, int]] = {}
    for kind, said in EVERY.items():
        line.say("sendMessage", said)
        await queue(database, person_id, kind, due_at=1)
        app.look_again()
        came[kind] = await outcome(app, database_url)
        if kind in ASKED_TO_WAIT:
            clock.set(clock.now() + 3600)
            came[kind] = await outcome(app, database_url)
        assert alive(app), kind

    assert {kind: state for kind, state in came.items() if state != ("sent", 1)} == {
        **dict.fromkeys(REFUSED, ("dead", 0)),
        **dict.fromkeys(ASKED_TO_WAIT, ("sent", 0)),
    }
    assert told(anna) == [f"Reminder: {kind} (en)" for kind in EVERY if kind not in REFUSED]
    assert app.health.reasons == {}


async def test_no_answer_to_an_edit_ends_the_bot(start: Start, line: Line, anna: SimPerson, database_url: str) -> None:
    app = await start()
    anna.send("/count")
    await app.settle()
    for kind, said in {**DOUBTFUL, **REFUSED}.items():
        line.say("editMessageText", said)
        anna.press("One more")
        await app.settle()
        assert alive(app), kind
    anna.press("One more")
    await app.settle()

    assert told(anna) == [f"{len(DOUBTFUL) + len(REFUSED) + 2} so far"]


async def test_no_answer_to_a_press_ends_the_bot(start: Start, line: Line, anna: SimPerson) -> None:
    app = await start()
    anna.send("/count")
    await app.settle()
    for kind, said in EVERY.items():
        line.say("answerCallbackQuery", said)
        anna.press("One more")
        await app.settle()
        assert alive(app), kind

    assert told(anna) == [f"{len(EVERY) + 1} so far"]


async def test_no_answer_to_polling_ends_the_bot_or_makes_it_deaf(start: Start, line: Line, anna: SimPerson) -> None:
    app = await start()
    count = 0
    for kind, said in EVERY.items():
        if kind in AN_HOUR:
            continue
        order = line.say("getUpdates", said)
        count += 1
        anna.send("/count")  # taken by the poll that waits, or by the one after the odd one
        await eventually(lambda order=order, count=count: not order.times and len(told(anna)) == count)  # type: ignore[misc]  # mypy types no default of a lambda
        assert alive(app), kind
    await app.settle()

    assert told(anna) == [f"{n} so far" for n in range(1, count + 1)]
    assert app.health.reasons == {}


async def test_no_answer_to_polling_is_waited_for_longer_than_an_hour(start: Start, line: Line) -> None:
    app = await start()
    app.engine.tasks[0].cancel()  # polling: from here on it is asked by hand
    waits: dict[str, float] = {}
    for kind, said in EVERY.items():
        line.say("getUpdates", said)
        waits[kind] = await app.engine.polling.once()

    assert {kind for kind, wait in waits.items() if wait > 60} == AN_HOUR
    assert max(waits.values()) == 3600
    assert app.health.reasons["telegram"]


async def test_long_wait_of_polling_is_red_at_once(start: Start, line: Line) -> None:
    app = await start()
    app.engine.tasks[0].cancel()
    line.say("getUpdates", ASKED_TO_WAIT["wait: a billion"])

    await app.engine.polling.once()

    assert app.health.reasons == {"telegram": "asks not to be asked for 3600 s"}


async def test_no_answer_to_who_we_are_ends_the_start(start: Start, line: Line, anna: SimPerson) -> None:
    kinds = EVERY.keys() - TOKEN
    for kind in kinds:
        line.say("getMe", EVERY[kind])
    who = [b"{}", b'{"id":"7","is_bot":true,"first_name":"x","username":"x_bot"}', b'{"id":7,"is_bot":true}']
    for result in who:
        line.say("getMe", http(b'{"ok":true,"result":' + result + b"}"))

    async with asyncio.timeout(60):
        app = await start(replace(HURRIED, retry_seconds=0.0))
    anna.send("/count")
    await app.settle()

    assert line.count("getMe") == len(kinds) + len(who) + 1
    assert told(anna) == ["1 so far"]


async def test_webhook_that_cannot_be_removed_is_not_fought_at_full_speed(start: Start, line: Line) -> None:
    words = b'{"ok":false,"error_code":409,"description":"Conflict: can\'t use getUpdates while webhook is active"}'
    app = await start()
    app.engine.tasks[0].cancel()
    line.say("getUpdates", http(words, 409), times=20)
    for said in [*BODIES.values()][:20]:
        line.say("deleteWebhook", said)

    waits = [await app.engine.polling.once() for _ in range(20)]

    assert waits[0] == 0.0
    assert waits[1:] == sorted(waits[1:])
    assert waits[-1] > 1
    assert alive(app) or app.engine.tasks[0].cancelled()


async def test_settling_survives_whatever_is_said_of_waiting_updates(start: Start, line: Line) -> None:
    app = await start()
    for said in EVERY.values():
        line.say("getWebhookInfo", said)

    assert [await updates_waiting(app.engine.client) for _ in EVERY] == [1] * len(EVERY)
    assert await updates_waiting(app.engine.client) == 0
