"""What the tables hold, asked around the program; and what somebody was told."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

import asyncpg

from bot.app import App
from bot.simulator.people.persons import SimPerson
from bot.store.database import is_sqlite, sqlite_path


async def found(database_url: str, statement: str) -> list[tuple[Any, ...]]:
    """The rows of a SELECT."""
    if is_sqlite(database_url):
        with closing(sqlite3.connect(sqlite_path(database_url))) as connection:
            return [tuple(row) for row in connection.execute(statement)]
    server = await asyncpg.connect(database_url)
    try:
        return [tuple(row) for row in await server.fetch(statement)]
    finally:
        await server.close()


async def states(database_url: str, table: str) -> dict[str, int]:
    """How many rows of inbox or outbox are in each state."""
    return dict(await found(database_url, f"SELECT state, count(*) FROM {table} GROUP BY state ORDER BY state"))  # noqa: S608  # our own table names


def told(person: SimPerson) -> list[str]:
    """The bot's messages as this person sees them."""
    return [message.text for message in person.messages if message.by_bot]


def alive(app: App) -> bool:
    """No part of it has ended, and nothing wants it to end."""
    return not app.engine.ended.done() and not any(task.done() for task in app.engine.tasks)


async def eventually(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    """Waits for something that happens by itself; fails when it does not."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110  # the simulator has no event for everything
            await asyncio.sleep(0.01)
