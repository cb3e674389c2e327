"""A bot in a process of its own that kills itself with SIGKILL at a named point, the n-th time it comes there."""

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable

from bot.app import App
from bot.settings import Secret, Settings
from bot.store.database import open_database
from bot.wire.clock import SystemClock
from bot.wire.health import Exit
from bot.wire.limits import LIFTED
from tests.wire.routes import NOTICES, ROUTES


def deadly(point: str, times: int) -> Callable[[str], None]:
    seen: Counter[str] = Counter()

    def checkpoint(name: str) -> None:
        seen[name] += 1
        if name == point and seen[name] == times:
            os.kill(os.getpid(), signal.SIGKILL)

    return checkpoint


async def run(token: str, api_url: str, database_url: str, point: str, times: int) -> int:
    settings = Settings(bot_token=Secret(token), api_url=api_url, database_url=database_url)
    database = await open_database(database_url)
    app = App(
        settings,
        database=database,
        clock=SystemClock(),
        routes=ROUTES,
        notices=NOTICES,
        limits=LIFTED,
        checkpoint=deadly(point, times),
    )
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, app.end, Exit.OK)
    await app.start()
    code = await app.wait()
    await app.stop()
    await database.close()
    return int(code)


def main(token: str, api_url: str, database_url: str, point: str, times: int) -> None:
    """In a child of the fork server; exits with the app's code."""
    sys.exit(asyncio.run(run(token, api_url, database_url, point, times)))
