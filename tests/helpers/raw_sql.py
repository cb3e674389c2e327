"""SQL of somebody who goes around the program, for tests of what then shows."""

import sqlite3
import subprocess
from pathlib import Path

import asyncpg

from bot.store.database import is_sqlite, sqlite_path


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


def bytes_of(path: Path) -> bytes:
    """Read by another process: closing a database file in ours would drop the locks of all connections to it."""
    return subprocess.run(["cat", path], capture_output=True, check=True).stdout  # a file of the test's own


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
