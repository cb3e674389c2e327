"""What is asked of a PostgreSQL database before the bot may use it, on a connection of its own."""

import asyncpg

from bot.store.postgres.connections import connected


async def schema_version(url: str, query: str) -> str | None:
    """What ``query`` answers; None where there is no table of versions yet. Raises Unavailable."""
    connection = await connected(url)
    try:
        found = await connection.fetchval(query)
    except asyncpg.UndefinedTableError:
        return None
    finally:
        await connection.close()
    return None if found is None else str(found)
