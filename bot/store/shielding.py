"""What must reach its end although we are cancelled: a COMMIT half sent is neither done nor undone."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def finished(work: Awaitable[T], cancelled: Callable[[], None] | None = None) -> T:
    """Runs to its end even when we are cancelled; then the cancellation goes on. ``cancelled`` is told first."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        if cancelled is not None:
            cancelled()
        await asyncio.wait([task])
        raise
