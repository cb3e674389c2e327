"""The same play with its books on PostgreSQL. Its sockets are real, so no two runs of a seed are alike to the byte."""

import asyncio
import uuid
from pathlib import Path

import asyncpg

from bot.store.migrating import migrate
from tests.helpers.postgres import Cluster
from tests.simulation.books.on_server import OnServer
from tests.simulation.books.troubles import Troubles
from tests.simulation.books.walking import WalkingLoop
from tests.simulation.plan import Plan
from tests.simulation.play import Outcome, staged


def play_on_server(plan: Plan, cluster: Cluster, template: Path) -> Outcome:
    """On a database of its own. `template`: a migrated file."""
    name = f"play{uuid.uuid4().hex}"
    asyncio.run(made(cluster.url, name))
    books = OnServer(cluster, name, template)
    return staged(plan, books, lambda world: Troubles(world, books).run(), WalkingLoop)


async def made(server: str, name: str) -> None:
    connection = await asyncpg.connect(f"{server}/postgres")
    try:
        await connection.execute(
            f"CREATE DATABASE {name} TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C' ENCODING 'UTF8'"
        )
    finally:
        await connection.close()
    await migrate(f"{server}/{name}")
