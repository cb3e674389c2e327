"""The bot as a process of its own beside the simulator: it can be killed, and comes back."""

import asyncio
import contextlib
import json
import os
import sys
from collections.abc import Coroutine, Mapping
from typing import Any, TypeVar

from bot.demo import control
from bot.store.ticks import Due
from bot.wire.health import Exit

T = TypeVar("T")
RESTART_SECONDS = 1.0
PATIENCE = 15  # tries


class Child:
    """One bot process at a time; ``kill`` is the plug being pulled, after which it is started again."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = {**os.environ, **environment}
        self.process: asyncio.subprocess.Process | None = None
        self.turn = asyncio.Lock()
        self.ready = asyncio.Event()
        self.going: set[asyncio.Task[Any]] = set()

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.returncode is None

    async def start(self, now: int) -> None:
        """Returns when the bot has told that it is ready. Waits for the bot of a demo that was killed to let go.

        Raises ConnectionResetError where it ends for any other reason; it has said why.
        """
        for _ in range(PATIENCE):
            self.process = await self.spawned()
            self.say({"now": now})
            try:
                await self.answered()
            except ConnectionResetError:
                if await self.process.wait() != Exit.LOCKED:
                    raise
                await asyncio.sleep(RESTART_SECONDS)
            else:
                self.ready.set()
                return
        raise ConnectionResetError

    async def spawned(self) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", "--wound",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, env=self.environment,
        )  # fmt: skip

    def say(self, message: control.Json) -> None:
        if self.process is not None and self.process.stdin is not None:
            self.process.stdin.write(control.line(message))

    async def answered(self) -> list[Due]:
        """Raises ``ConnectionResetError`` when the process has gone."""
        if self.process is None or self.process.stdout is None:
            raise ConnectionResetError
        said = await self.process.stdout.readline()
        if not said:
            raise ConnectionResetError
        return control.read(json.loads(said)["due"])

    async def whole(self, work: Coroutine[Any, Any, T]) -> T:
        """Goes on to its end when whoever asked has gone: a page that is loaded again leaves its requests behind."""
        task = asyncio.create_task(work)
        self.going.add(task)
        task.add_done_callback(self.going.discard)
        return await asyncio.shield(task)

    async def order(self, message: control.Json) -> list[Due]:
        """What is due next, after the order. Orders that meet a dead process wait for the next one.

        Whole: an answer that nobody waits for any more would be taken for the next one's.
        """
        return await self.whole(self.exchange(message))

    async def exchange(self, message: control.Json) -> list[Due]:
        async with self.turn:
            while True:
                await self.ready.wait()
                try:
                    self.say(message)
                    return await self.answered()
                except (ConnectionResetError, BrokenPipeError):
                    await asyncio.sleep(0.1)

    async def kill(self) -> None:
        if self.process is not None and self.alive:
            self.ready.clear()
            self.process.kill()
            await self.process.wait()

    async def stop(self) -> None:
        """SIGTERM, and the time it takes."""
        left = [task for task in self.going if task.cancel()]
        await asyncio.gather(*left, return_exceptions=True)
        if self.process is not None and self.alive:
            self.process.terminate()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.process.wait(), 12)
        await self.kill()
