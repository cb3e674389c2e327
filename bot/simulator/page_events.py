"""Server-sent events: a version number whenever something changed, and every two seconds a sign of life."""

import asyncio
import json
from collections.abc import Callable

from aiohttp import web
from aiohttp.web_request import BaseRequest

from bot.simulator.page_guard import HEADERS
from bot.simulator.world import World

BREATH_SECONDS = 0.03
HEARTBEAT_SECONDS = 2.0


async def stream(request: BaseRequest, world: World, is_alive: Callable[[], bool]) -> web.StreamResponse:
    """Write events until the browser goes away (the handler is cancelled then)."""
    response = web.StreamResponse(headers={**HEADERS, "Content-Type": "text/event-stream"})
    await response.prepare(request)
    seen = -1
    while True:
        event = {"boot": world.boot, "version": world.version, "alive": is_alive(), "now": world.clock()}
        await response.write(f"data: {json.dumps(event)}\n\n".encode())
        seen = world.version
        try:
            async with asyncio.timeout(HEARTBEAT_SECONDS):
                await world.wait_for_change(seen)
        except TimeoutError:
            continue
        await asyncio.sleep(BREATH_SECONDS)
