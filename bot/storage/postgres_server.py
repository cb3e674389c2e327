"""What is asked of a PostgreSQL database before the bot may use it, on a connection of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

KEY = 0x6C69616E  # "lian"


@asynccontextmanager
async def advisory_lock(url: str) -> AsyncIterator[tuple[bool, str]]:
    """Whether we have it, for as long as the block runs; and if not, who does, where it is known."""
    connection = await asyncpg.connect(url)
    try:
        held = bool(await connection.fetchval("SELECT pg_try_advisory_lock($1)", KEY))
        yield held, "" if held else await holder(connection)
    finally:
        await connection.close()


async def holder(connection: asyncpg.Connection) -> str:
    pid = await connection.fetchval("SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 LIMIT 1", KEY)
    return "" if pid is None else f"PostgreSQL backend {pid}"


async def schema_version(url: str, query: str) -> str | None:
    """What ``query`` answers; None where there is no table of versions yet."""
    connection = await asyncpg.connect(url)
    try:
        found = await connection.fetchval(query)
    except asyncpg.UndefinedTableError:
        return None
    finally:
        await connection.close()
    return None if found is None else str(found)
