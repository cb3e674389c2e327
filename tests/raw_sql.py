"""SQL of somebody who goes around the program, for tests of what then shows."""

import sqlite3

import asyncpg

from bot.storage.database import is_sqlite, sqlite_path


async def raw(database_url: str, *statements: str) -> None:
    """Runs and commits each statement on a connection of its own."""
    if is_sqlite(database_url):
        connection = sqlite3.connect(sqlite_path(database_url), isolation_level=None)
        try:
            for statement in statements:
                connection.execute(statement)
        finally:
            connection.close()
        return
    server = await asyncpg.connect(database_url)
    try:
        for statement in statements:
            await server.execute(statement)
    finally:
        await server.close()


async def fetched(database_url: str, statement: str) -> list[tuple[object, ...]]:
    """What a look from outside sees."""
    if is_sqlite(database_url):
        connection = sqlite3.connect(sqlite_path(database_url), isolation_level=None)
        try:
            return connection.execute(statement).fetchall()
        finally:
            connection.close()
    server = await asyncpg.connect(database_url)
    try:
        return [tuple(row) for row in await server.fetch(statement)]
    finally:
        await server.close()
