"""A unit of work that takes long: on SQLite only its thread is held up, on PostgreSQL it waits as for a statement."""

import asyncio
import threading
import time


async def pause(seconds: float) -> None:
    if threading.current_thread() is threading.main_thread():
        await asyncio.sleep(seconds)
    else:
        time.sleep(seconds)  # noqa: ASYNC251  # nothing else may wait here
