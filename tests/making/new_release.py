"""``python -m tests.making.new_release 0.1.0``: a database of this release, of both kinds, as SQL text, and its totals.

What a few days of the simulation leave behind: rows of nearly every table. From then on its schema is frozen: every
later program must climb from it without losing a minute (tests/store/test_releases.py).
"""

import asyncio
import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import asyncpg

from bot.schema import metadata
from bot.store.migrating import migrate
from tests.helpers.postgres import Cluster, made_cluster
from tests.simulation.books.keeping import InFile
from tests.simulation.books.template import migrated
from tests.simulation.plan import Plan
from tests.simulation.play import staged
from tests.store.releases import FOLDER, totals

PLAN = Plan(7, days=6, people=12, pace=0.4, faults=frozenset())


def main(release: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    with migrated() as template, TemporaryDirectory() as folder, made_cluster() as cluster:
        path = Path(folder) / "liandong.db"
        shutil.copy(template, path)
        staged(PLAN, InFile(path))
        url = f"{cluster.url}/release"
        asyncio.run(copied(cluster, path, url))
        write(release, "sqlite", text_of(path))
        write(release, "postgres", dump_of(cluster, url))
        found = asyncio.run(totals(f"sqlite:///{path}"))
    (FOLDER / f"{release}.json").write_text(json.dumps(found, indent=1) + "\n")


def write(release: str, kind: str, text: str) -> None:
    (FOLDER / f"{release}.{kind}.sql").write_text(text, encoding="utf-8")


def text_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return "\n".join(connection.iterdump()) + "\n"


async def copied(cluster: Cluster, path: Path, url: str) -> None:
    """The same rows on the server; its sequences go on behind them."""
    await run(f"{cluster.url}/postgres", "CREATE DATABASE release TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'")
    await migrate(url)
    server = await asyncpg.connect(url, server_settings={"session_replication_role": "replica"})  # no foreign keys yet
    with closing(sqlite3.connect(path)) as source:
        for table in metadata.sorted_tables:
            names = [column.name for column in table.columns]
            rows = source.execute(f"SELECT {', '.join(names)} FROM {table.name}").fetchall()  # noqa: S608  # our own
            await server.execute(f"DELETE FROM {table.name}")  # noqa: S608  # as above
            await server.copy_records_to_table(table.name, records=rows, columns=names)
            for column in table.columns:
                if column.identity is not None:
                    await server.execute(
                        f"SELECT setval(pg_get_serial_sequence('{table.name}', '{column.name}'), "  # noqa: S608  # as above
                        f"coalesce((SELECT max({column.name}) FROM {table.name}), 1))"
                    )
    await server.close()


async def run(url: str, statement: str) -> None:
    server = await asyncpg.connect(url)
    await server.execute(statement)
    await server.close()


def dump_of(cluster: Cluster, url: str) -> str:
    """As one script without the commands of psql's own."""
    command = [
        str(cluster.programs / "pg_dump"),
        "--inserts",
        "--rows-per-insert=50",
        "--no-owner",
        "--no-privileges",
        url,
    ]
    said = subprocess.run(command, check=True, capture_output=True, text=True)
    return "\n".join(line for line in said.stdout.splitlines() if not line.startswith("\\")) + "\n"


if __name__ == "__main__":
    main(sys.argv[1])
