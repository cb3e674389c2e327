"""A migration in a process of its own that kills itself with SIGKILL before its n-th statement."""

import asyncio
import itertools
import os
import signal

from sqlalchemy import Engine, event

from bot.store.migrations.climbing import climb


def main(url: str, last: int) -> None:
    counted = itertools.count(1)

    @event.listens_for(Engine, "before_cursor_execute")
    def _die(*_: object) -> None:
        if next(counted) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    asyncio.run(climb(url, "head"))
