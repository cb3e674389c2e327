"""The bot as the demo's child: the real program, with a clock that its parent winds."""

import asyncio
import json
import os
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import TypeVar

from bot.app import App, running
from bot.demo import control
from bot.settings import Settings
from bot.store.failures import Conflict, Unavailable
from bot.wire.clock import SetClock
from bot.wire.health import Exit
from bot.wire.limits import LIFTED

T = TypeVar("T")
PATIENCE = 5.0
RETRY_SECONDS = 1.0
DEMO_LIMITS = LIFTED  # the server is ours: nobody else polls it, and nobody minds how fast we send


async def run_wound(settings: Settings) -> Exit:
    """Waits to be told the time, then runs until SIGTERM or until the parent is gone."""
    orders = await control.standard_input()
    clock = SetClock(json.loads(await orders.readline())["now"], running=True)
    async with running(settings, clock=clock, limits=DEMO_LIMITS) as app:
        write(control.line({"due": control.written(await patiently(app.next_due))}))
        listening = asyncio.create_task(obey(app, orders, clock))
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, app.end, Exit.OK)
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, lambda: None)  # the parent decides
        code = await app.wait()
        listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening
        return code


def write(line: bytes) -> None:
    os.write(1, line)


async def obey(app: App, orders: asyncio.StreamReader, clock: SetClock) -> None:
    async def advance() -> None:
        await patiently(app.tick_all)
        with suppress(TimeoutError):  # in trouble that was switched on, some of it has to wait
            await asyncio.wait_for(app.settle(), PATIENCE)

    await control.obey(orders, write, clock, advance, partial(patiently, app.next_due))
    app.end(Exit.OK)


async def patiently(work: Callable[[], Awaitable[T]]) -> T:
    """Again until the database can go on: the parent waits for an answer to every order."""
    while True:
        try:
            return await work()
        except (Conflict, Unavailable):
            await asyncio.sleep(RETRY_SECONDS)
