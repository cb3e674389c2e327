"""Servers on real sockets, with TLS or without, that go wrong at a chosen moment; and what they saw of it."""

import asyncio
import re
import socket
import ssl
import struct
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from dataclasses import dataclass, field

import trustme

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
FINE = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
LONG = 3600.0  # a hang: whoever waits so long has failed

Reader = asyncio.StreamReader
Writer = asyncio.StreamWriter


@dataclass(slots=True)
class Server:
    """``heads`` and ``bodies`` of the calls that were read whole."""

    port: int = 0
    connections: int = 0
    heads: list[bytes] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    async def read(self, reader: Reader) -> bytes:
        """One call; its body."""
        head = await reader.readuntil(b"\r\n\r\n")
        length = LENGTH.search(head)
        body = await reader.readexactly(int(length[1]) if length else 0)
        self.heads.append(head)
        self.bodies.append(body)
        return body


Behaviour = Callable[[Server, Reader, Writer], Awaitable[None]]


@asynccontextmanager
async def serving(
    behaviour: Behaviour, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1"
) -> AsyncIterator[Server]:
    """Each connection is ended when ``behaviour`` is done with it."""
    server = Server()
    talks: set[asyncio.Task[None]] = set()
    ways: list[asyncio.BaseTransport] = []

    async def talk(reader: Reader, writer: Writer) -> None:
        server.connections += 1
        ways.append(writer.transport)
        with suppress(ConnectionError, asyncio.IncompleteReadError), closing(writer):
            await behaviour(server, reader, writer)
        with suppress(ConnectionError):
            await writer.wait_closed()

    def taken(reader: Reader, writer: Writer) -> None:
        task = asyncio.create_task(talk(reader, writer))
        talks.add(task)
        task.add_done_callback(talks.discard)

    listening = await asyncio.start_server(taken, host, 0, ssl=tls)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()
        for task in list(talks):
            task.cancel()
        await asyncio.gather(*talks, return_exceptions=True)
        await cut(ways)


async def cut(ways: list[asyncio.BaseTransport]) -> None:
    """Before the loop ends: what is still being closed then warns of itself in whichever test comes next."""
    for way in ways:
        if isinstance(way, asyncio.WriteTransport):
            way.abort()
    for _ in range(3):
        await asyncio.sleep(0)


def certified(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return context


@contextmanager
def deaf() -> Iterator[int]:
    """A port on which nobody ever takes a connection: the queue before it is full."""
    with socket.socket() as listening, socket.socket() as first, socket.socket() as second:
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        for filling in (first, second):
            filling.setblocking(False)
            with suppress(BlockingIOError):
                filling.connect(listening.getsockname())
        yield listening.getsockname()[1]


def reset(writer: Writer) -> None:
    """Not a good-bye but an RST: what was on its way is lost."""
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def say(writer: Writer, said: bytes) -> None:
    writer.write(said)
    await writer.drain()


async def answers(server: Server, reader: Reader, writer: Writer) -> None:
    """As it should be."""
    while True:
        await server.read(reader)
        await say(writer, FINE)


async def hangs(_server: Server, _reader: Reader, _writer: Writer) -> None:
    await asyncio.sleep(LONG)


async def closes(_server: Server, _reader: Reader, _writer: Writer) -> None:
    """At once."""


async def resets(_server: Server, _reader: Reader, writer: Writer) -> None:
    reset(writer)


async def closes_when_read(server: Server, reader: Reader, _writer: Writer) -> None:
    await server.read(reader)


async def resets_when_read(server: Server, reader: Reader, writer: Writer) -> None:
    await server.read(reader)
    reset(writer)


async def resets_at_first_byte(_server: Server, reader: Reader, writer: Writer) -> None:
    await reader.read(1)
    reset(writer)


async def never_reads(_server: Server, reader: Reader, _writer: Writer) -> None:
    reader._transport.pause_reading()  # type: ignore[attr-defined]  # the stream would read on by itself
    await asyncio.sleep(LONG)


async def never_answers(server: Server, reader: Reader, _writer: Writer) -> None:
    await server.read(reader)
    await asyncio.sleep(LONG)


def saying(said: bytes, then: Behaviour = closes) -> Behaviour:
    """Says that to a call that it has read, and goes on as ``then`` does."""

    async def behaviour(server: Server, reader: Reader, writer: Writer) -> None:
        await server.read(reader)
        await say(writer, said)
        await asyncio.sleep(0.02)  # what is said arrives before a reset
        await then(server, reader, writer)

    return behaviour


def unasked(said: bytes) -> Behaviour:
    """Says that before anything was asked."""

    async def behaviour(_server: Server, _reader: Reader, writer: Writer) -> None:
        await say(writer, said)
        await asyncio.sleep(0.05)

    return behaviour


async def proxy_to(server: Server, reader: Reader, writer: Writer, port: int) -> None:
    """Takes whoever asks, wherever they want to go, to ``port`` of this machine."""
    await server.read(reader)
    there, back = await asyncio.open_connection("127.0.0.1", port)
    await say(writer, b"HTTP/1.1 200 Connection established\r\n\r\n")
    await asyncio.gather(carry(reader, back), carry(there, writer))


async def carry(reader: Reader, writer: Writer) -> None:
    with closing(writer):
        while part := await reader.read(65536):
            await say(writer, part)
