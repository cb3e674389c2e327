"""``python -m tests.growth.pages``: both worlds on PostgreSQL, and what touches more pages of the larger one.

By hand only: which plan a server chooses follows from a sample of its tables that differs from run to run.
"""

import asyncio
import gc
import json
import sqlite3
import tempfile
import uuid
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import asyncpg

from bot.ground.frozen import Frozen
from bot.schema import metadata
from bot.store.migrating import migrate
from tests.growth.measuring import LARGE, SMALL, measured, plain
from tests.growth.meter import Asking, Meter
from tests.helpers.postgres import made_cluster
from tests.helpers.sharing import copy_template, make_template, run_sql

MOST = 1.5
FEW = 40
"""Pages that nobody minds: a level more of each of some trees, and tables that are too small to need one."""
AFTER = 1_000_000_000
"""Where the numbers of rows go on that are tried out."""


class Touched(Frozen):
    """Pages of the server's memory for one statement, in both worlds."""

    name: str
    small: int
    large: int

    @property
    def grows(self) -> bool:
        return self.large > MOST * self.small + FEW


async def carry(world: Path, url: str) -> None:
    """Into a migrated database; then it learns what it has."""
    connection = await asyncpg.connect(url)
    names = [table.name for table in metadata.sorted_tables]
    await connection.execute("SET session_replication_role = replica")  # tables that point at each other
    await connection.execute(f"TRUNCATE {', '.join(names)} CASCADE")
    with closing(sqlite3.connect(world)) as source:
        for table in metadata.sorted_tables:
            columns = [column.name for column in table.columns]
            rows = source.execute(f"SELECT {', '.join(columns)} FROM {table.name}")  # noqa: S608 - our schema
            await connection.copy_records_to_table(table.name, records=rows, columns=columns)
            if await connection.fetchval(f"SELECT pg_get_serial_sequence('{table.name}', '{columns[0]}')"):
                await connection.execute(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', '{columns[0]}'), {AFTER})"
                )
    await connection.execute("VACUUM ANALYZE")
    await connection.close()


async def pages(url: str, asked: Mapping[str, Asking]) -> dict[str, int]:
    """By statement. What cannot be done here is left out: it was about something that the walk had made."""
    connection = await asyncpg.connect(url, server_settings={"jit": "off", "work_mem": "32MB"})
    found: dict[str, int] = {}
    for name, one in sorted(asked.items()):
        trial = connection.transaction()
        await trial.start()
        try:
            found[name] = touched(
                await connection.fetchval(
                    f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) {one.statement.positional}", *one.in_order
                )
            )
        except asyncpg.IntegrityConstraintViolationError:
            pass
        finally:
            await trial.rollback()
    await connection.close()
    return found


def touched(explained: str) -> int:
    plan = json.loads(explained)[0]["Plan"]
    return int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])


async def touched_in_both(server: str, files: tuple[Path, Path], meters: tuple[Meter, Meter]) -> list[Touched]:
    """What was asked in both; what takes most more comes first."""
    found: list[dict[str, int]] = []
    for world, meter in zip(files, meters, strict=True):
        name = f"growth{uuid.uuid4().hex}"
        await copy_template(server, name)
        await carry(world, f"{server}/{name}")
        found.append(await pages(f"{server}/{name}", meter.asked))
        await run_sql(server, f"DROP DATABASE {name} WITH (FORCE)")
    small, large = found
    both = [Touched(name, small[name], large[name]) for name in small.keys() & large.keys()]
    return sorted(both, key=lambda one: (one.small - one.large, one.name))


async def main() -> None:
    """Walks both worlds on SQLite, and asks a server of its own what was dearest there."""
    with made_cluster() as cluster, tempfile.TemporaryDirectory() as folder:
        await make_template(cluster.url)
        migrated, meters, files = Path(folder) / "migrated.db", [], []
        await migrate(f"sqlite:///{migrated}")
        for scale in (SMALL, LARGE):
            files.append(Path(folder) / f"{scale}.db")
            meter, _ = await measured(migrated, scale, keep=files[-1])
            meters.append(meter)
        both = await touched_in_both(cluster.url, (files[0], files[1]), (meters[0], meters[1]))
    print(f"{len(both)} statements; pages of the server's memory in the small and in the large world")
    for one in both:
        if one.grows:
            print(f"{plain(one.name):40} {one.small:>7,} {one.large:>7,}")


if __name__ == "__main__":
    gc.freeze()
    asyncio.run(main())
