"""A unit of work that never waits is driven to its end on the spot, in whichever thread that is.

Its statements are coroutines as on PostgreSQL, but none of them suspends: so one `send` is all it takes. Whoever waits
for anything else would wait for ever, with everybody behind it: it is told so at the place where it began to wait.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any, Never, TypeVar, cast

from bot.store.failures import StrayWait

T = TypeVar("T")


class Nowhere:
    """Stands where the running loop would: whoever asks it for anything is about to wait."""

    def __getattr__(self, name: str) -> Never:
        raise StrayWait(f"asked the loop for {name}")


NOWHERE = cast(asyncio.AbstractEventLoop, Nowhere())


def driven(work: Coroutine[Any, Any, T]) -> T:
    """Its result. Raises StrayWait where it would wait for anything."""
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(NOWHERE)
    try:
        return sent(work)
    finally:
        asyncio._set_running_loop(loop)


def sent(work: Coroutine[Any, Any, T]) -> T:
    try:
        awaited = work.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    stray = StrayWait(f"waited for {awaited!r}")
    try:
        work.throw(stray)  # there: it ends in order, and the traceback shows where
        work.close()  # waited again
    except StopIteration:
        pass  # went on as if nothing had been: what it did then is not kept either
    raise stray
