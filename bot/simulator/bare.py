"""A Bot API that does next to nothing, so that a benchmark measures the bot and not the server.

`python -m bot.simulator.bare [--port N]` prints `{"port": N}` and serves. Control, on the same port:

- POST /control/load `{"updates": [{"callback_query": {…}}, …], "outstanding": 64}` replaces what is delivered. Ids are
  added here. At most `outstanding` presses are unanswered at any time (0: as many as getUpdates asks for).
- GET /control/counters: calls by method, presses answered, first and last call on the monotonic clock, and the seconds
  from handing out a press to its answer, in the order of the answers.

Nothing is checked, every sendMessage has the same content, and an offset is trusted.
"""

import argparse
import asyncio
import json
import re
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

FIRST_UPDATE = 1
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_OFFSET = re.compile(rb"offset\W+(\d+)")
_LIMIT = re.compile(rb"limit\W+(\d+)")
_TIMEOUT = re.compile(rb"timeout\W+(\d+)")
_QUERY = re.compile(rb"callback_query_id\W+(\d+)")
_MESSAGE = (
    b'{"ok":true,"result":{"message_id":%d,"date":1700000000,'
    b'"chat":{"id":1,"type":"private","first_name":"A"},"text":"x"}}'
)
_ME = b'{"ok":true,"result":{"id":7000000001,"is_bot":true,"first_name":"Bare","username":"bare_bot"}}'
_TRUE = b'{"ok":true,"result":true}'
_EMPTY = b'{"ok":true,"result":[]}'
Reply = Callable[[bytes], None]


class BareServer:
    """What is delivered and what was counted."""

    def __init__(self) -> None:
        self.load({"updates": []})
        self._waiting: tuple[Reply, int, asyncio.TimerHandle] | None = None

    def load(self, order: dict[str, Any]) -> None:
        """Replace the updates and reset the counters."""
        self._updates = [_serialised(number, update) for number, update in enumerate(order["updates"], FIRST_UPDATE)]
        self._outstanding = int(order.get("outstanding", 0))
        self._handed: dict[bytes, float] = {}
        self._served = 0
        self._messages = 0
        self.calls: Counter[str] = Counter()
        self.latencies: list[float] = []
        self.began = self.ended = 0.0

    def answer(self, method: str, body: bytes, reply: Reply) -> None:
        """Answer one call of the Bot API."""
        self.calls[method] += 1
        if method == "getUpdates":
            self._get_updates(body, reply)
            return
        self.ended = time.perf_counter()
        if method == "answerCallbackQuery":
            self._answered(body)
            reply(_TRUE)
        elif method in {"sendMessage", "editMessageText"}:
            self._messages += 1
            reply(_MESSAGE % self._messages)
        else:
            reply(_ME if method == "getMe" else _TRUE)

    def control(self, path: str, body: bytes) -> bytes:
        """Load, or read the counters."""
        if path == "/control/load":
            self.load(json.loads(body))
            self._serve_waiting()
            return b"{}"
        counters = {"calls": self.calls, "answered": len(self.latencies), "latencies": self.latencies}
        return json.dumps({**counters, "began": self.began, "ended": self.ended}).encode()

    def _get_updates(self, body: bytes, reply: Reply) -> None:
        offset, limit, timeout = (_number(pattern, body) for pattern in (_OFFSET, _LIMIT, _TIMEOUT))
        self._served = max(0, offset - FIRST_UPDATE)
        batch = self._batch(limit or 100)
        if batch or not timeout:
            reply(batch or _EMPTY)
            return
        timer = asyncio.get_running_loop().call_later(timeout, self._give_up)
        self._waiting = (reply, limit or 100, timer)

    def _batch(self, limit: int) -> bytes:
        start = self._served
        end = min(len(self._updates), start + limit)
        if self._outstanding:
            end = min(end, len(self.latencies) + self._outstanding)
        if end <= start:
            return b""
        now = time.perf_counter()
        self.began = self.began or now
        for query, _ in self._updates[start:end]:
            self._handed.setdefault(query, now)
        return b'{"ok":true,"result":[' + b",".join(raw for _, raw in self._updates[start:end]) + b"]}"

    def _answered(self, body: bytes) -> None:
        found = _QUERY.search(body)
        handed = self._handed.pop(found.group(1), None) if found else None
        if handed is not None:
            self.latencies.append(time.perf_counter() - handed)
            if self._outstanding:
                self._serve_waiting()

    def _serve_waiting(self) -> None:
        if self._waiting is not None:
            reply, limit, timer = self._waiting
            batch = self._batch(limit)
            if batch:
                timer.cancel()
                self._waiting = None
                reply(batch)

    def _give_up(self) -> None:
        if self._waiting is not None:
            reply, _, _ = self._waiting
            self._waiting = None
            reply(_EMPTY)


class _Connection(asyncio.Protocol):
    """Just enough HTTP/1.1: bodies have a length, connections stay open."""

    def __init__(self, server: BareServer) -> None:
        self._server = server
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if isinstance(transport, asyncio.Transport):
            self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end]
            length = _number(_LENGTH, head)
            if len(self._buffer) < end + 4 + length:
                return
            body = self._buffer[end + 4 : end + 4 + length]
            self._buffer = self._buffer[end + 4 + length :]
            self._dispatch(head.split(b" ", 2)[1].decode("latin-1"), body)

    def _dispatch(self, path: str, body: bytes) -> None:
        if path.startswith("/control/"):
            self._reply(self._server.control(path, body))
        else:
            self._server.answer(path.rsplit("/", 1)[-1], body, self._reply)

    def _reply(self, body: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
            self._transport.write(head + body)


def _serialised(number: int, update: dict[str, Any]) -> tuple[bytes, bytes]:
    query = str(update.get("callback_query", {}).get("id", number)).encode()
    return query, json.dumps({"update_id": number, **update}).encode()


def _number(pattern: re.Pattern[bytes], body: bytes) -> int:
    found = pattern.search(body)
    return int(found.group(1)) if found else 0


async def serve(port: int) -> None:
    """Serve until cancelled; the port is printed as one line of JSON."""
    server = BareServer()
    listener = await asyncio.get_running_loop().create_server(lambda: _Connection(server), "127.0.0.1", port)
    print(json.dumps({"port": listener.sockets[0].getsockname()[1]}), flush=True)
    async with listener:
        await listener.serve_forever()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="A Bot API that costs next to nothing, for benchmarks.")
    parser.add_argument("--port", type=int, default=0)
    asyncio.run(serve(parser.parse_args().port))


if __name__ == "__main__":
    main()
