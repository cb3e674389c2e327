"""Faults 13–16, 20–22, 24, 26 and 27: what may happen between us and somebody's screen."""

from typing import Any

import pytest

from bot.ground.notices import Notice
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.store.database import Database
from bot.wire.clock import SetClock
from bot.wire.limits import Limits
from tests.wire.conftest import MakeApp, join
from tests.wire.hello import NOW, Hello, Urgent, queue
from tests.wire.looking import eventually, found, states, told


@pytest.fixture
async def clock() -> SetClock:
    return SetClock(NOW)


@pytest.mark.parametrize("row", [Urgent, Hello], ids=["critical", "normal"])
@pytest.mark.parametrize("times", [1, None], ids=["once", "always"])
async def test_answer_lost_after_delivery_makes_two_copies_at_most(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database: Database, database_url: str, clock: SetClock,
    row: Notice[str], times: int | None,
) -> None:  # fmt: skip
    """Fault 13: the second copy is better than none; a third is never sent."""
    anna.chat.started = True
    person_id = await join(database, anna)
    simulator.faults.drop_after(method="sendMessage", times=times)
    app = await make_app(clock=clock)

    await queue(database, person_id, "tea", row)
    for _ in range(5):
        await app.settle()
        clock.set(clock.now() + 600)
    await app.settle()

    assert told(anna) == ["Reminder: tea (en)"] * 2
    assert await states(database_url, "outbox") == {"sent" if times else "unknown": 1}


async def test_lost_callback_answer_is_never_repeated(make_app: MakeApp, anna: SimPerson, simulator: Simulator) -> None:
    """Fault 13, ephemeral."""
    app = await make_app()
    anna.send("/count")
    await app.settle()
    simulator.faults.drop_after(method="answerCallbackQuery")

    anna.press("One more")
    await app.settle()
    await app.settle()

    assert len(simulator.calls.of("answerCallbackQuery")) == 1
    assert told(anna) == ["2 so far"]


async def test_refused_connection_is_retried_until_it_works(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database: Database, database_url: str
) -> None:
    """Fault 14: not sent, so retried freely and without a second copy."""
    anna.chat.started = True
    person_id = await join(database, anna)
    app = await make_app()
    await simulator.refuse_connections()

    await queue(database, person_id, "tea", due_at=1)
    await eventually(lambda: "telegram" in app.health.reasons)
    await simulator.accept_connections()
    await eventually(lambda: bool(told(anna)))
    await app.settle()

    assert told(anna) == ["Reminder: tea (en)"]
    assert await found(database_url, "SELECT state, attempts FROM outbox") == [("sent", 0)]
    await eventually(lambda: not app.health.reasons)


async def test_chat_that_is_asked_to_wait_gets_nothing_before_then_and_others_do(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database: Database, database_url: str, clock: SetClock
) -> None:
    """Fault 15: it survives a restart and burns no attempt."""
    ben = simulator.person("Ben")
    anna.chat.started = ben.chat.started = True
    ids = [await join(database, anna), await join(database, ben)]
    simulator.faults.too_many_requests(30, method="sendMessage", chat=anna.id, times=1)
    app = await make_app(clock=clock)

    for person_id in ids:
        await queue(database, person_id, "tea")
    await app.settle()
    await queue(database, ids[0], "cake")
    clock.set(NOW + 29)
    await app.settle()
    anna.send("/count")
    await app.settle()
    await app.stop()
    again = await make_app(clock=clock)
    anna.send("/count")
    await again.settle()
    before = (told(anna), told(ben))
    clock.set(NOW + 30)
    await again.settle()

    assert before == ([], ["Reminder: tea (en)"])
    assert sorted(told(anna)) == sorted(["Reminder: tea (en)", "Reminder: cake (en)", "1 so far", "2 so far"])
    assert await found(database_url, "SELECT DISTINCT state, attempts FROM outbox") == [("sent", 0)]


@pytest.mark.parametrize(("seconds", "until"), [(3600, 3600), (90_000, 3600)], ids=["an hour", "a day"])
async def test_long_wait_is_capped_and_the_operator_told(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database: Database, clock: SetClock, database_url: str,
    seconds: int, until: int,
) -> None:  # fmt: skip
    """Fault 16: the queue is kept."""
    anna.chat.started = True
    person_id = await join(database, anna)
    simulator.faults.too_many_requests(seconds, method="sendMessage", times=1)
    app = await make_app(clock=clock)

    await queue(database, person_id, "tea")
    await app.settle()
    red = dict(app.health.reasons)
    kept = await found(database_url, "SELECT state, not_before FROM outbox")
    clock.set(NOW + until)
    await app.settle()

    assert red == {"sending": f"asked to wait {until} s"}
    assert kept == [("pending", NOW + until)]
    assert told(anna) == ["Reminder: tea (en)"]
    assert app.health.reasons == {}


async def test_wait_without_a_number_doubles_up_to_a_minute(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database: Database, clock: SetClock, database_url: str
) -> None:
    """Fault 16."""
    anna.chat.started = True
    person_id = await join(database, anna)
    simulator.faults.too_many_requests(None, method="sendMessage")
    app = await make_app(clock=clock)

    await queue(database, person_id, "tea")
    waits = []
    for _ in range(10):
        await app.settle()
        ((not_before,),) = await found(database_url, "SELECT not_before FROM outbox WHERE state = 'pending'")
        waits.append(not_before - clock.now())
        clock.set(not_before)

    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (1, 51)


async def test_broken_html_is_sent_plainly_once_and_logged_as_a_bug(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, caplog: pytest.LogCaptureFixture
) -> None:
    """Fault 20."""
    app = await make_app()

    anna.send("/broken")
    await app.settle()

    assert told(anna) == ["bold <3 open"]
    assert len(simulator.calls.of("sendMessage")) == 2
    assert sum("a bug" in record.getMessage() for record in caplog.records) == 1
    (violation,) = simulator.violations
    assert "can't parse entities" in violation
    simulator.violations.clear()


async def test_card_that_looks_like_that_already_is_success(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database_url: str
) -> None:
    """Fault 21."""
    app = await make_app()
    anna.send("/count")
    await app.settle()
    simulator.faults.bad_request("message is not modified: specified new message content", method="editMessageText")

    anna.press("One more")
    await app.settle()

    assert await states(database_url, "outbox") == {"sent": 2}


async def test_card_that_is_gone_is_sent_anew_once(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database_url: str
) -> None:
    """Fault 21."""
    app = await make_app()
    anna.send("/count")
    await app.settle()
    simulator.faults.bad_request("message to edit not found", method="editMessageText")

    anna.press("One more")
    await app.settle()

    assert told(anna) == ["1 so far", "2 so far"]
    assert await states(database_url, "outbox") == {"sent": 2}


@pytest.mark.parametrize("kind", ["5xx", "hang"])
async def test_server_in_trouble_leaves_the_outcome_unknown(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database: Database, database_url: str, kind: str
) -> None:
    """Fault 22: as 13, and in the end the message is there."""
    anna.chat.started = True
    person_id = await join(database, anna)
    where: dict[str, Any] = {"method": "sendMessage", "times": 1}
    _ = simulator.faults.hang(**where) if kind == "hang" else simulator.faults.server_error(**where)
    limits = Limits(per_second=0, first_poll=0, flood_burst=0, call_seconds=0.5, retry_seconds=0.2)
    app = await make_app(limits=limits)

    await queue(database, person_id, "tea", due_at=1)
    await eventually(lambda: bool(told(anna)))
    await app.settle()

    assert told(anna) == ["Reminder: tea (en)"]
    assert await found(database_url, "SELECT state, attempts FROM outbox") == [("sent", 1)]


async def test_long_text_arrives_whole_in_several_messages(make_app: MakeApp, anna: SimPerson) -> None:
    """Fault 24: the keys stand under the last."""
    app = await make_app()

    anna.send("/shout 9000")
    await app.settle()

    assert [len(text) for text in told(anna)] == [4096, 4096, 808]
    assert [bool(message.inline) for message in anna.messages if message.by_bot] == [False, False, True]
