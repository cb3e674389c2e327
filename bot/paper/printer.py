"""The child process that makes papers: started when one is ordered, ended when none was for a while.

What is heavy in time and memory is so never in the process that answers presses, and what goes wrong there ends there.
"""

import asyncio
import json
import logging
import subprocess
import sys
import time
from contextlib import suppress
from threading import Timer

from bot.paper import frames
from bot.paper.orders import NotMade, Order

log = logging.getLogger(__name__)
SECONDS = 60.0  # for one paper
IDLE_SECONDS = 60.0
COMMAND = (sys.executable, "-m", "bot.paper.child")


class Printer:
    """One paper at a time. ``seconds``: how long one may take; ``idle``: after how many the child ends."""

    def __init__(self, *, seconds: float = SECONDS, idle: float = IDLE_SECONDS) -> None:
        self.seconds = seconds
        self.idle = idle
        self.turn = asyncio.Lock()
        self.child: subprocess.Popen[bytes] | None = None
        self.over: asyncio.TimerHandle | None = None
        self.closed = False

    async def make(self, order: Order) -> bytes:
        """Raises NotMade."""
        async with self.turn:
            if self.over is not None:
                self.over.cancel()
            try:
                return await asyncio.to_thread(self.exchange, order)
            finally:
                self.over = asyncio.get_running_loop().call_later(self.idle, self.rest)

    def exchange(self, order: Order) -> bytes:
        """In a thread. A child that died since the last paper is replaced; what took too long gets no second try."""
        content = json.dumps([order.template, order.form, order.data], ensure_ascii=False).encode()
        reused, began = self.child is not None, time.monotonic()
        answer = self.asked(content, order.content)
        if answer is None and reused and time.monotonic() - began < self.seconds:
            answer = self.asked(content, order.content)
        if answer is None or answer[:1] != frames.MADE:
            log.error("a paper could not be made: %s", "the child ended" if answer is None else answer[1:].decode())
            raise NotMade
        return answer[1:]

    def asked(self, content: bytes, brought: bytes = b"") -> bytes | None:
        """None where nothing comes of it."""
        if self.closed:
            return None
        child = self.running()
        assert child.stdin is not None  # noqa: S101  # both are pipes
        assert child.stdout is not None  # noqa: S101  # as above
        late = Timer(self.seconds, child.kill)
        late.daemon = True
        late.start()
        try:
            frames.write(child.stdin, content)
            frames.write(child.stdin, brought)
            answer = frames.read(child.stdout)
        except OSError:
            answer = None
        finally:
            late.cancel()
        if answer is None:
            self.end()
        return answer

    def running(self) -> subprocess.Popen[bytes]:
        if self.child is not None and self.child.poll() is not None:
            self.end()
        if self.child is None:
            pipe = subprocess.PIPE
            self.child = subprocess.Popen(COMMAND, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603  # nothing typed is in it
        return self.child

    def rest(self) -> None:
        if not self.turn.locked():
            self.end()

    def end(self) -> None:
        """At once. The next order starts another."""
        child, self.child = self.child, None
        if child is None:
            return
        child.kill()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        child.wait()

    async def close(self) -> None:
        """What is being made is given up."""
        self.closed = True
        if self.over is not None:
            self.over.cancel()
        self.end()
