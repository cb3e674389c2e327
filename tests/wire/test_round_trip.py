"""The way of an update through the house and of its answer back, over HTTP, on both databases."""

import pytest

from bot.simulator.people.persons import SimPerson
from bot.store.database import Database
from tests.wire.conftest import MakeApp, join


async def test_command_is_answered(make_app: MakeApp, anna: SimPerson) -> None:
    app = await make_app()

    anna.send("/count")
    await app.settle()

    assert [message.text for message in anna.messages] == ["/count", "1 so far"]


async def test_press_is_answered_and_edits_its_card(make_app: MakeApp, anna: SimPerson) -> None:
    app = await make_app()
    anna.send("/count")
    await app.settle()

    press = anna.press("Two more")
    await app.settle()

    assert (await press.answered()).text == "now 3"
    assert [message.text for message in anna.messages] == ["/count", "3 so far"]
    assert app.health.reasons == {}


@pytest.mark.parametrize("data", ["t+:x", "t+:1:2", "t+", "zz:1", ":", "t+:" + "9" * 40], ids=repr)
async def test_forged_press_changes_nothing(make_app: MakeApp, anna: SimPerson, data: str) -> None:
    """Fault 45, as far as the wire can see it."""
    app = await make_app()
    anna.send("/count")
    await app.settle()

    press = anna.press_button(anna.messages[-1], {"text": "One more", "callback_data": data})
    await app.settle()

    assert (await press.answered()).text == "too old"
    assert [message.text for message in anna.messages] == ["/count", "1 so far"]


async def test_start_link_goes_to_its_journey(make_app: MakeApp, anna: SimPerson) -> None:
    app = await make_app()

    anna.start("a_17")
    anna.start("b_17")
    await app.settle()

    assert [message.text for message in anna.messages if message.by_bot] == ["linked 17", "You said b_17"]


async def test_notice_is_worded_when_it_leaves(make_app: MakeApp, anna: SimPerson, database: Database) -> None:
    app = await make_app()
    await join(database, anna)

    anna.send("/remind tea")
    anna.send("/remind tea")
    anna.send("/remind over")
    await app.settle()

    assert [message.text for message in anna.messages if message.by_bot] == ["Reminder: tea (en)"]


async def test_refusal_leaves_no_half_work(make_app: MakeApp, anna: SimPerson, database: Database) -> None:
    app = await make_app()

    anna.send("/refuse")
    anna.send("/refuse_late")
    anna.send("/count")
    await app.settle()

    assert [message.text for message in anna.messages if message.by_bot] == [
        "refused: not_found",
        "refused: not_found",
        "1 so far",
    ]
