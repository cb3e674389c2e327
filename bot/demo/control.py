"""How the demo's parent winds its bot: lines of JSON over the child's own pipes, which Telegram knows nothing of.

The parent says the time once, then orders; the child answers every order with what is due next.
"""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from bot.ground.frozen import asdict
from bot.store.ticks import Due
from bot.wire.clock import SetClock

Json = dict[str, Any]


def line(message: Json) -> bytes:
    return json.dumps(message, ensure_ascii=False).encode() + b"\n"


def written(due: Sequence[Due]) -> list[list[Any]]:
    return [list(asdict(one).values()) for one in sorted(due)]


def read(due: Sequence[Sequence[Any]]) -> list[Due]:
    return [Due(*one) for one in due]


async def standard_input() -> asyncio.StreamReader:
    """The pipe from the parent."""
    reader = asyncio.StreamReader(limit=2**20)
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    return reader


async def obey(
    orders: asyncio.StreamReader,
    answer: Callable[[bytes], None],
    clock: SetClock,
    advance: Callable[[], Awaitable[None]],
    due: Callable[[], Awaitable[Sequence[Due]]],
) -> None:
    """Carries out orders until the parent closes the pipe: ``{"to": instant}`` sets the clock and lets everything due
    happen; any order is answered with what comes next."""
    while said := await orders.readline():
        order = json.loads(said)
        if "to" in order:
            clock.set(order["to"])
            await advance()
        answer(line({"due": written(await due())}))
