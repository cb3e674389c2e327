"""The real bot without a network: what comes in goes through the real dispatch, what would leave is handed over here.

It keeps nothing but its database, so putting that back puts everything back.
"""

import asyncio
import json
from collections.abc import Sequence
from functools import partial
from typing import Any

from bot.app import SPEECH, no_checkpoint
from bot.ground.frozen import Frozen
from bot.ground.refusals import Refusal
from bot.jobs.running import run_tick
from bot.jobs.ticks import TICKS
from bot.paper.printer import Printer
from bot.speech import plain_words
from bot.speech.screens import File, Looked, Paper, Shown, Worded
from bot.store import inbox
from bot.store import outbox_leaving as leaving
from bot.store.database import in_transaction
from bot.store.inbox import Share
from bot.store.ticks import Due
from bot.store.transaction import Tx, Value
from bot.wire.clock import SetClock
from bot.wire.coming_in.acting import Actor
from bot.wire.coming_in.arrivals import arrival
from bot.wire.coming_in.dispatch import Dispatch, Done, Failed
from bot.wire.coming_in.flood import Flood
from bot.wire.coming_in.mounting import mount
from bot.wire.coming_in.router import build_router
from bot.wire.coming_in.viewing import Defaults
from bot.wire.erasures import Erasures
from bot.wire.going_out.calls import PREFIX, calls_for
from bot.wire.going_out.client import Client
from bot.wire.going_out.parcels import Parcel, fresh, pulled
from bot.wire.health import Health
from bot.wire.limits import LIFTED
from bot.wire.rendering import Brought, Renderer
from bot.wire.routing import Route
from bot.wire.upkeep import take_over
from handlers.routes import NOTICES, ROUTES
from tests.walking.memory import Memory

BOT_ID, NAME = 7_000_000_001, "liandong_bot"
TOKEN = f"{BOT_ID}:not-a-secret"
ME = {"id": BOT_ID, "is_bot": True, "first_name": "liandong", "username": NAME}
AT_ONCE = 1000


class Alone(Client):
    """There is nobody at the other end: all that is ever asked is who we are."""

    async def post(
        self, method: str, body: bytes, *, file: File | None = None, seconds: float | None = None
    ) -> tuple[int, bytes]:
        assert method == "getMe", method
        return 200, json.dumps({"ok": True, "result": ME}).encode()


class Leaving(Frozen):
    """One call that leaves. ``kind``: of the notice, or '' for an answer."""

    kind: str
    chat_id: int
    method: str
    params: dict[str, Any]
    message_id: int
    file: File | None = None
    language: str = ""  # of a notice's reader


class Heard(Frozen):
    """What came of an update: the answer to a press, and all that left at once."""

    callback: dict[str, Any] | None
    left: tuple[Leaving, ...]
    changed: bool  # whether the books differ now in anything but that this was heard and answered


class Bot:
    """``await Bot.started(memory, clock, defaults)``."""

    def __init__(self, memory: Memory, clock: SetClock, defaults: Defaults, routes: Sequence[Route]) -> None:
        self.memory, self.clock, self.defaults = memory, clock, defaults
        self.client = Alone("http://nowhere", TOKEN)
        self.router = build_router(self.client, TOKEN, "http://nowhere", mount(routes, plain_words.resolve))
        self.renderer = Renderer(memory, NOTICES, Printer())
        self.erasures = Erasures(database=memory, clock=clock, queued=asyncio.Event())
        self.messages = 1000

    @classmethod
    async def started(
        cls, memory: Memory, clock: SetClock, defaults: Defaults, routes: Sequence[Route] = ROUTES
    ) -> "Bot":
        bot = cls(memory, clock, defaults, routes)
        await bot.router.initialize()
        epoch = await in_transaction(memory, lambda tx: take_over(tx, BOT_ID, clock.now(), nothing))
        actor = Actor(
            router=bot.router, speech=SPEECH, defaults=defaults, flood=Flood(LIFTED), bot_id=BOT_ID, bot_name=NAME
        )
        bot.dispatch = Dispatch(
            database=memory, clock=clock, actor=actor, health=Health(), bot_id=BOT_ID, epoch=epoch,
            committed=forget, checkpoint=no_checkpoint, share=Share(), batch=1,
        )  # fmt: skip
        return bot

    dispatch: Dispatch
    at_once = AT_ONCE

    async def hear(self, update: dict[str, Any]) -> Heard:
        """Raises whatever the update's handler raises, but for refusals: those are answers."""
        arrived = arrival(update)
        assert arrived is not None
        before = self.memory.connection.total_changes
        await in_transaction(self.memory, lambda tx: inbox.take(tx, BOT_ID, [arrived], self.clock.now()))
        done = await self.done()
        assert [deed.dead for deed in done.deeds] == [False], "the update is dead"
        answers = await self.answers(done)
        expected = 2 + 2 * len(answers)  # taken and ticked off; queued and booked
        changed = self.memory.connection.total_changes - before != expected or any(one.subject for one in done.answers)
        while done.erased and await self.erasures.quietly():
            """Until all of it is gone."""
        return Heard(done.deeds[0].callback, (*answers, *await self.due()), changed)

    async def done(self) -> Done:
        try:
            done = await in_transaction(self.memory, partial(self.dispatch.work, limit=1, at=0.0))
        except Failed as failed:
            if not isinstance(failed.cause, Refusal):
                raise failed.cause from None
            return await self.dispatch.after_failure(failed)
        assert done is not None
        return done

    async def answers(self, done: Done) -> list[Leaving]:
        """They are in flight already."""
        parcels = [fresh(queued, self.clock.now()) for queued in done.answers]
        return [self.ready(one, await self.booked(one)) for one in parcels]

    async def due(self) -> list[Leaving]:
        """Notices that leave now, each in its reader's words."""
        left: list[Leaving] = []
        now = self.clock.now()
        async with self.memory.write() as tx:
            await leaving.expire(tx, BOT_ID, now)
            rows = await leaving.due(tx, BOT_ID, now, self.at_once)
            await leaving.claim(tx, self.dispatch.epoch, [row["key"] for row in rows])
        for row in rows:
            parcel = pulled(row, self.defaults)
            id = await self.booked(parcel)
            left += [self.ready(parcel, id)] if parcel.ready else await self.worded(parcel, id)
        return left

    def ready(self, parcel: Parcel, message_id: int) -> Leaving:
        params = json.loads(parcel.payload)
        message_id = params.get("message_id") or message_id
        return Leaving("", parcel.chat_id, parcel.kind.removeprefix(PREFIX), params, message_id)

    async def worded(self, parcel: Parcel, message_id: int) -> list[Leaving]:
        assert parcel.words is not None
        shown = await self.renderer.shown(parcel.notice(), parcel.words, self.clock.now())
        said = [unprinted(one) for one in shown if not isinstance(one, Brought)]
        calls = [call for one in said for call in calls_for(one, parcel.chat_id)]
        return [
            Leaving(
                parcel.kind, one.chat_id, one.method, one.params, one.params.get("message_id") or message_id,
                one.file, parcel.words.language,
            )
            for one in calls
        ]  # fmt: skip

    async def booked(self, parcel: Parcel) -> int:
        """As sent; the number of its message."""
        self.messages += 1
        end: dict[str, Value] = {
            "key": parcel.key, "epoch": self.dispatch.epoch, "state": "sent", "message_id": self.messages,
            "now": self.clock.now(), "error": None,
        }  # fmt: skip
        async with self.memory.write() as tx:
            await leaving.write_results(tx, [end], [])
        return self.messages

    async def tick(self) -> None:
        for tick in TICKS:
            await run_tick(self.memory, tick, self.clock.now)

    async def next_due(self) -> int | None:
        """The next instant that brings something by itself."""
        return min((due.at for due in await self.coming()), default=None)

    async def next_dues(self) -> tuple[int, list[Due]]:
        """And what it brings. Raises ValueError where nothing comes."""
        coming = await self.coming()
        at = min(due.at for due in coming)
        return at, [due for due in coming if due.at == at]

    async def coming(self) -> list[Due]:
        now = self.clock.now()
        async with self.memory.read() as tx:
            found = [due for tick in TICKS if tick.next_due for due in await tick.next_due(tx, now)]
        return [due for due in found if due.at > now]


async def nothing(_tx: Tx, _now: int) -> None:
    """The agency is built already."""


def forget(_done: Done) -> None:
    """What was committed is handed over by whoever asked for it."""


def unprinted(worded: Worded) -> Shown:
    """What is printed has tests of its own: here its caption is looked at."""
    if isinstance(worded, Paper):
        return File(worded.name, b"", worded.caption, picture=worded.order.form == "png")
    assert not isinstance(worded, Looked), "nobody sends a file on a walk"
    return worded
