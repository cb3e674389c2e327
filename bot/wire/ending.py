"""How a part that runs until it is cancelled comes to its end; whatever it raised was told when it ended by itself."""

import asyncio
from contextlib import suppress


async def cancelled(task: "asyncio.Task[None]") -> None:
    task.cancel()
    with suppress(asyncio.CancelledError, Exception):
        await task
