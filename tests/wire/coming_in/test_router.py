"""The library's part: it parses and routes, and must not swallow anything."""

from typing import Any

import pytest
from telegram import Update
from telegram.error import NetworkError
from telegram.ext import CommandHandler

from bot.ground.viewer import Person, Viewer
from bot.speech import plain_words
from bot.wire.coming_in.mounting import mount
from bot.wire.coming_in.router import Router, build_router
from bot.wire.context import WORK, Context, Work
from bot.wire.going_out.client import Client, QueueIt
from handlers.routes import ROUTES as ALL_ROUTES
from tests.wire.routes import ROUTES

TOKEN = "7000000001:SIMULATOR-TOKEN-OPENS-NOTHING-00000"
NOBODY = Person(0, None, "new", "", None, "", None, None, None, None, None)


def router(client: Client, *more: Any) -> Router:
    return build_router(client, TOKEN, "http://127.0.0.1:9", [*more, *mount(ROUTES, plain_words.resolve)])


async def started(built: Router, monkeypatch: pytest.MonkeyPatch) -> Router:
    monkeypatch.setattr(built, "_initialized", True)
    return built


@pytest.mark.parametrize("routes", [ROUTES, ALL_ROUTES], ids=["tests", "product"])
def test_no_handler_runs_apart_from_its_update(routes: Any) -> None:
    assert [handler for handler in mount(routes, plain_words.resolve) if not handler.block] == []


async def test_handler_that_would_run_apart_is_not_accepted() -> None:
    async def handle(_update: Update, _context: Context) -> None: ...

    with pytest.raises(ValueError, match="block=False"):
        router(Client("http://127.0.0.1:9", TOKEN), CommandHandler("x", handle, block=False))


async def test_what_the_contexts_constructor_raises_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library would only log it, and the update would count as done."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    client = Client("http://127.0.0.1:9", TOKEN)
    built = await started(router(client), monkeypatch)
    work = Work(tx=None, now=0, viewer=Viewer(NOBODY, 5, "en", "UTC"), bot_name="b")  # type: ignore[arg-type]  # not reached
    monkeypatch.setattr(Context, "__init__", broken)
    user = {"id": 5, "is_bot": False, "first_name": "A"}
    message = {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "from": user, "text": "x"}

    token = WORK.set(work)
    try:
        await built.process_update(Update.de_json({"update_id": 1, "message": message}, built.bot))
    finally:
        WORK.reset(token)

    assert isinstance(work.failed, ZeroDivisionError)


async def test_nothing_is_sent_from_inside_a_transaction() -> None:
    client = Client("http://127.0.0.1:9", TOKEN)
    token = WORK.set(Work(tx=None, now=0, viewer=Viewer(NOBODY, 5, "en", "UTC"), bot_name="b"))  # type: ignore[arg-type]  # not reached
    try:
        with pytest.raises(QueueIt):
            await client.post("sendMessage", b"{}")
        with pytest.raises(NetworkError, match="QueueIt"):
            await router(client).bot.get_me()
    finally:
        WORK.reset(token)
