"""What lies between the bot and Telegram: it passes everything on to the simulator, unless a test puts in its own.

An order is bytes as they go over the line, headers and all: so anything can be said, in one piece or without an end.
"""

import asyncio
import re
import ssl
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import dataclass, field
from typing import Any

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
METHOD = re.compile(rb"POST /bot[^/ ]+/(\w+) ")


@dataclass(slots=True)
class Order:
    method: str
    said: bytes
    times: int
    more: bytes = b""  # repeated after it until nobody listens any more


@dataclass(slots=True)
class Line:
    """Use ``line_to``."""

    beyond: str
    url: str = ""
    orders: list[Order] = field(default_factory=list)
    asked: list[tuple[str, bytes]] = field(default_factory=list)  # method and body of every call

    def say(self, method: str, said: bytes, times: int = 1, more: bytes = b"") -> Order:
        self.orders.append(Order(method, said, times, more))
        return self.orders[-1]

    def count(self, method: str) -> int:
        return sum(one == method for one, _ in self.asked)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One call; the connection is closed after it."""
        with suppress(ConnectionError, asyncio.IncompleteReadError), closing(writer):
            head = await reader.readuntil(b"\r\n\r\n")
            length = LENGTH.search(head)
            body = await reader.readexactly(int(length[1]) if length else 0)
            found = METHOD.match(head)
            method = found[1].decode() if found else ""
            self.asked.append((method, body))
            order = next((one for one in self.orders if one.method == method and one.times > 0), None)
            if order is None:
                await self.passed_on(head, body, reader, writer)
            else:
                order.times -= 1
                await self.said(order, writer)

    async def said(self, order: Order, writer: asyncio.StreamWriter) -> None:
        writer.write(order.said)
        await writer.drain()
        while order.more:
            writer.write(order.more)
            await writer.drain()

    async def passed_on(
        self, head: bytes, body: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", int(self.beyond.rsplit(":", 1)[1]))
        with closing(back):
            back.write(head.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n") + body)
            answer = await unless_gone(there.read(), reader)
            if answer is not None:
                writer.write(answer)
                await writer.drain()


async def unless_gone(answer: Coroutine[Any, Any, bytes], asking: asyncio.StreamReader) -> bytes | None:
    """Who asked may hang up: a poll that waits beyond must not take what comes then."""
    tasks = asyncio.create_task(answer), asyncio.create_task(asking.read(1))
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return tasks[0].result() if tasks[0].done() else None
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def line_to(beyond: str, tls: ssl.SSLContext | None = None) -> AsyncIterator[Line]:
    line = Line(beyond)
    talks: set[asyncio.Task[None]] = set()

    def taken(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = asyncio.create_task(line.talk(reader, writer))
        talks.add(talk)
        talk.add_done_callback(talks.discard)

    server = await asyncio.start_server(taken, "127.0.0.1", 0, ssl=tls)
    line.url = f"http{'s' if tls else ''}://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    yield line
    server.close()
    for talk in list(talks):
        talk.cancel()
    await asyncio.gather(*talks, return_exceptions=True)


def http(body: bytes, status: int = 200, *headers: str) -> bytes:
    """An answer in one piece."""
    lines = [f"HTTP/1.1 {status} Said", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
