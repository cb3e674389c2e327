"""How SQLite forgets for good. Deleting overwrites what is freed, but two places keep what was there before:

- the write-ahead log, until a checkpoint has moved all of it and cut it to nothing; a reader with an older look keeps
  it from that, and is waited for by asking again, never ended;
- gaps within pages: a row that grew or moved may leave a copy that ``secure_delete`` does not know of any more. Only
  writing the file anew is sure to leave none.
"""

from collections.abc import Awaitable, Callable
from typing import TypeVar

import aiosqlite

WAIT = "PRAGMA busy_timeout=5000"  # as every connection of ours
NO_WAIT = "PRAGMA busy_timeout=0"
T = TypeVar("T")


async def write_anew(writer: aiosqlite.Connection) -> None:
    """About half a second for 100 MB, and as much memory as the file is large. Outside a transaction.

    Rows are fetched to the end: a statement that still could give some counts as at work, and VACUUM refuses.
    """
    await unwaiting(writer, lambda: writer.execute_fetchall("VACUUM"))


async def unwaiting(writer: aiosqlite.Connection, work: Callable[[], Awaitable[T]]) -> T:
    """Whoever is in the way is not waited for: it is asked again later."""
    await writer.execute_fetchall(NO_WAIT)
    try:
        return await work()
    finally:
        await writer.execute_fetchall(WAIT)
