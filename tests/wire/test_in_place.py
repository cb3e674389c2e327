"""What only a notice carries: a file, and an edit by itself. A handler that tries is told so, and sends nothing."""

from typing import Any

import pytest
from markupsafe import Markup

from bot.ground.notices import Notice
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.speech.screens import File, InPlace, Screen
from bot.store.database import Database
from bot.telling import tell
from bot.wire.context import Context
from bot.wire.going_out.calls import Call, NotStored, as_row, calls_for
from bot.wire.rendering import Spoken, Telling
from bot.wire.routing import Route, on_command
from tests.wire.conftest import MakeApp, join
from tests.wire.hello import Attached, Fresh
from tests.wire.looking import states, told
from tests.wire.routes import NOTICES, ROUTES

FILE = File("a.csv", b"1,2")
IN_PLACE = InPlace(Screen(Markup("fresh")), 1)


async def fresh(_to: Telling, message: int) -> InPlace:
    return InPlace(Screen(Markup("fresh")), message)


async def attached(_to: Telling, _message: int) -> File:
    return FILE


LATE: dict[str, Spoken] = {**NOTICES, Fresh.kind: fresh, Attached.kind: attached}


async def queue(database: Database, person_id: int, row: Notice[int], message: int) -> None:
    async with database.write() as tx:
        await tell(tx, row(message), person_id, key=row.kind, subject=None, now=1, silent=True)


async def test_notice_edits_the_message_it_names(
    make_app: MakeApp, anna: SimPerson, database: Database, simulator: Simulator, database_url: str
) -> None:
    person_id = await join(database, anna)
    app = await make_app(notices=LATE)
    anna.send("/count")
    await app.settle()
    await queue(database, person_id, Fresh, anna.messages[-1].id)
    await app.settle()

    assert told(anna) == ["fresh"]
    assert "disable_notification" not in simulator.calls.of("editMessageText")[-1].params
    assert await states(database_url, "outbox") == {"sent": 2}


async def test_edit_of_a_message_that_is_gone_is_let_go(
    make_app: MakeApp, anna: SimPerson, database: Database, simulator: Simulator, database_url: str
) -> None:
    """Fault 21, the other way round: nobody asked for it, so it becomes no message."""
    person_id = await join(database, anna)
    app = await make_app(notices=LATE)
    anna.send("/count")
    await app.settle()
    simulator.faults.bad_request("message to edit not found", method="editMessageText")
    await queue(database, person_id, Fresh, anna.messages[-1].id)
    await app.settle()

    assert told(anna) == ["1 so far"]
    assert await states(database_url, "outbox") == {"dropped": 1, "sent": 1}


async def test_notice_carries_a_file(make_app: MakeApp, anna: SimPerson, database: Database) -> None:
    person_id = await join(database, anna)
    anna.chat.started = True
    app = await make_app(notices=LATE)
    await queue(database, person_id, Attached, 0)
    await app.settle()

    document = anna.messages[-1].document
    assert document is not None
    assert document.data == FILE.content


@pytest.mark.parametrize("shown", [pytest.param(FILE, id="file"), pytest.param(IN_PLACE, id="edit by itself")])
async def test_handler_that_sends_it_is_told_so(
    make_app: MakeApp, anna: SimPerson, shown: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """It cannot get lost silently: the update fails, with its reason in the log."""

    async def wrong(context: Context) -> None:
        context.send(shown)

    routes: tuple[Route, ...] = (*ROUTES, on_command("wrong", wrong))
    app = await make_app(routes=routes)
    anna.send("/wrong")
    await app.settle()

    assert len(told(anna)) == 1
    assert any(record.exc_info and record.exc_info[0] is NotStored for record in caplog.records)


@pytest.mark.parametrize("shown", [pytest.param(FILE, id="file"), pytest.param(IN_PLACE, id="edit by itself")])
def test_stored_answer_holds_neither(shown: Any) -> None:
    (call,) = calls_for(shown, 5)
    with pytest.raises(NotStored):
        as_row(call, "k", 1, 1)
    assert as_row(Call("sendMessage", 5, {}), "k", 1, 1).kind == "call:sendMessage"
