"""The whole bot with TLS between it and Telegram, as it runs: what is in doubt goes once more."""

import ssl
from collections.abc import AsyncIterator

import pytest

from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.store.database import Database
from tests.wire.conftest import MakeApp, join
from tests.wire.going_out.odd_answers import LINES
from tests.wire.going_out.test_odd_answers import HURRIED
from tests.wire.hello import queue
from tests.wire.line import Line, line_to
from tests.wire.looking import found, told

DOUBTS = {kind: LINES[kind] for kind in ("nothing at all", "noise", "half a head", "half a body", "elsewhere")}


@pytest.fixture
async def secure_line(simulator: Simulator, tls: ssl.SSLContext, trusted: None) -> AsyncIterator[Line]:
    async with line_to(simulator.api_url, tls) as made:
        yield made


async def test_what_is_in_doubt_goes_once_more(
    make_app: MakeApp, secure_line: Line, anna: SimPerson, database: Database, database_url: str
) -> None:
    anna.chat.started = True
    person_id = await join(database, anna)
    app = await make_app(secure_line.url, limits=HURRIED)
    for kind, said in DOUBTS.items():
        secure_line.say("sendMessage", said)
        await queue(database, person_id, kind, due_at=1)
        app.look_again()
        await app.settle()

    assert told(anna) == [f"Reminder: {kind} (en)" for kind in DOUBTS]
    assert secure_line.count("sendMessage") == 2 * len(DOUBTS)
    assert await found(database_url, "SELECT DISTINCT state, attempts FROM outbox") == [("sent", 1)]


async def test_press_goes_over_it(make_app: MakeApp, secure_line: Line, anna: SimPerson) -> None:
    app = await make_app(secure_line.url)
    anna.send("/count")
    await app.settle()
    anna.press("One more")
    await app.settle()

    assert told(anna) == ["2 so far"]
