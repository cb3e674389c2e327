"""What is asked of a PostgreSQL database before the bot may use it, on a connection of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

from bot.storage.failures import Unavailable

KEY = 0x6C69616E  # "lian"
HOLDER = (
    "SELECT l.pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database "
    "WHERE l.locktype = 'advisory' AND l.objid = $1 AND l.granted AND d.datname = current_database() LIMIT 1"
)


@asynccontextmanager
async def advisory_lock(url: str) -> AsyncIterator[tuple[bool, str]]:
    """Whether we have it, for as long as the block runs; and if not, who does, where it is known."""
    connection = await connected(url)
    try:
        held = bool(await connection.fetchval("SELECT pg_try_advisory_lock($1)", KEY))
        yield held, "" if held else await holder(connection)
    finally:
        await connection.close()


async def connected(url: str) -> asyncpg.Connection:
    """Raises Unavailable: no server there, no such database, a wrong password."""
    try:
        return await asyncpg.connect(url)
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        raise Unavailable(f"PostgreSQL: {error}") from error


async def holder(connection: asyncpg.Connection) -> str:
    pid = await connection.fetchval(HOLDER, KEY)
    return "" if pid is None else f"PostgreSQL backend {pid}"


async def schema_version(url: str, query: str) -> str | None:
    """What ``query`` answers; None where there is no table of versions yet."""
    connection = await connected(url)
    try:
        found = await connection.fetchval(query)
    except asyncpg.UndefinedTableError:
        return None
    finally:
        await connection.close()
    return None if found is None else str(found)
