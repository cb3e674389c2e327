"""The product in a process of its own that kills itself with SIGKILL the first time it has committed a batch."""

import asyncio
import sys

from bot.app import build
from bot.wire.clock import SetClock
from bot.wire.limits import LIFTED
from tests.stories.story import connected_to
from tests.wire.killable import deadly


async def run(token: str, api_url: str, database_url: str, now: int) -> int:
    app = await build(
        connected_to(token, api_url, database_url),
        clock=SetClock(now),
        limits=LIFTED,
        checkpoint=deadly("committed", 1),
    )
    await app.start()
    return int(await app.wait())


def main(token: str, api_url: str, database_url: str, now: int) -> None:
    """In a child of the fork server."""
    sys.exit(asyncio.run(run(token, api_url, database_url, now)))
