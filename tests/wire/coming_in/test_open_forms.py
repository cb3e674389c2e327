"""Whoever has a form open is answered by it, whether it was opened before the batch or by an earlier update of it."""

import pytest
from markupsafe import Markup

from bot.people import drafting
from bot.simulator.people.persons import SimPerson
from bot.speech.screens import Screen
from bot.store.database import Database
from bot.wire.context import Context
from bot.wire.routing import Form, on_command
from tests.wire.conftest import MakeApp, join
from tests.wire.looking import told
from tests.wire.routes import ROUTES

TEA = "tea"


async def ask(context: Context) -> None:
    await drafting.start(context, TEA, "cups")
    context.send(Screen(Markup("How many cups?")))


async def take(context: Context) -> None:
    await drafting.finish(context, TEA)
    context.send(Screen(Markup("{} cups").format(context.rest)))


ASKING = (*ROUTES, on_command("tea", ask), Form(TEA, take))


@pytest.mark.parametrize("at_once", [True, False], ids=["in one batch", "one by one"])
@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        pytest.param(("/tea", "5"), ["How many cups?", "5 cups"], id="answered"),
        pytest.param(("/tea", "/count", "5"), ["How many cups?", "1 so far", "You said 5"], id="set aside"),
        pytest.param(("/tea", "5", "6"), ["How many cups?", "5 cups", "You said 6"], id="done"),
    ],
)
async def test_what_is_typed_belongs_to_the_form_that_is_open(
    make_app: MakeApp, database: Database, anna: SimPerson, typed: tuple[str, ...], answers: list[str], at_once: bool
) -> None:
    await join(database, anna)
    if at_once:
        for words in typed:
            anna.send(words)
        await (await make_app(routes=ASKING)).settle()
    else:
        app = await make_app(routes=ASKING)
        for words in typed:
            anna.send(words)
            await app.settle()

    assert told(anna) == answers
