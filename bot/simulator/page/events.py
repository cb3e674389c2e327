"""Server-sent events: a version number whenever something changed, and every second a sign of life."""

import asyncio
import json
from collections.abc import Callable

from aiohttp import web
from aiohttp.web_request import BaseRequest

from bot.simulator.page.guard import HEADERS
from bot.simulator.page.host import Stage

BREATH_SECONDS = 0.03
HEARTBEAT_SECONDS = 1.0  # a call that failed changes nothing, and is seen with the next of these


async def stream(request: BaseRequest, stage: Stage, is_alive: Callable[[], bool]) -> web.StreamResponse:
    """Write events until the browser goes away (the handler is cancelled then)."""
    response = web.StreamResponse(headers={**HEADERS, "Content-Type": "text/event-stream"})
    await response.prepare(request)
    world = stage.world
    while True:
        event = {
            "boot": world.boot,
            "version": world.version,
            "alive": is_alive(),
            "now": world.clock(),
            "calls": stage.calls.total,
        }
        await response.write(f"data: {json.dumps(event)}\n\n".encode())
        seen = world.version
        try:
            async with asyncio.timeout(HEARTBEAT_SECONDS):
                await world.wait_for_change(seen)
        except TimeoutError:
            continue
        await asyncio.sleep(BREATH_SECONDS)
