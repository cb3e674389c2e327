"""``python -m tests.growth.on_postgres 0.05``: ticks of one world and the pull while very many wait, on PostgreSQL.

In milliseconds by the clock, the best of three: what is measured here is the server's as much as ours.
"""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

from bot.jobs.ticks import TICKS
from bot.store import outbox_leaving as leaving
from bot.store.database import Database, open_database
from bot.store.migrating import migrate
from bot.store.transaction import Tx
from bot.store.vault import Vault
from tests.benchmarks.world import BOT_ID, World, make
from tests.benchmarks.world_rows import queue_many
from tests.growth.measuring import PAGE, WAIT
from tests.helpers.postgres import made_cluster
from tests.walking.agency import NOW
from tests.walking.walking import KEY

TIMES = 3


async def took(database: Database, work: Callable[[Tx], Awaitable[Any]]) -> float:
    best = 1e9
    for _ in range(TIMES):
        async with database.write() as tx:
            began = time.perf_counter()
            await work(tx)
            best = min(best, time.perf_counter() - began)
    return 1000 * best


async def pull(tx: Tx) -> None:
    await leaving.expire(tx, BOT_ID, NOW)
    page = await leaving.due(tx, BOT_ID, NOW, PAGE)
    await leaving.claim(tx, 1, [row["key"] for row in page])


async def measure(database: Database, world: World) -> None:
    for tick in TICKS:
        print(f"tick {tick.name:24} {await took(database, lambda tx, tick=tick: tick.work(tx, NOW)):8.1f} ms")  # type: ignore[misc]  # mypy types no default of a lambda
        due = tick.next_due
        if due is not None:
            print(f"next of {tick.name:21} {await took(database, lambda tx, due=due: due(tx, NOW)):8.1f} ms")  # type: ignore[misc]  # as above
    async with database.write() as tx:
        waits = {"first_person": world.first_crowd, "people": world.crowd, "now": NOW}
        await queue_many(tx, bot_id=BOT_ID, many=WAIT, **waits)
    print(f"(a page of {WAIT:,} that wait) {await took(database, pull):8.1f} ms")


async def through(url: str, scale: float) -> None:
    await migrate(url)
    world = await make(url, scale)
    print(f"scale {scale}: {world.stations:,} stations, {world.teams:,} teams, {world.crowd + world.big:,} people")
    database = await open_database(url, vault=Vault(KEY), beside=True)
    try:
        await measure(database, world)
    finally:
        await database.close()


def main() -> None:
    with made_cluster() as cluster:
        asyncio.run(through(f"{cluster.url}/postgres", float(sys.argv[1]) if len(sys.argv) > 1 else 0.05))


if __name__ == "__main__":
    main()
