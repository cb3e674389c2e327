"""Alembic on both databases. On SQLite foreign keys are off while tables are rebuilt, and checked afterwards."""

import asyncio
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from bot.store.database import is_sqlite, sqlite_path
from bot.store.sqlite.private import make_file, make_folder

HERE = Path(__file__).parent


def config() -> Config:
    made = Config()
    made.set_main_option("script_location", str(HERE))
    made.set_main_option("path_separator", "os")
    return made


def known() -> set[str]:
    return {script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()}


def run(connection: Connection, target: str) -> None:
    settings = config()
    settings.attributes["connection"] = connection
    if target in {"base", "-1"}:
        command.downgrade(settings, target)
    else:
        command.upgrade(settings, target)


async def climb(url: str, target: str) -> None:
    """To a revision, ``head`` or ``base``; all of it or nothing."""
    if is_sqlite(url):
        await asyncio.to_thread(climb_sqlite, sqlite_path(url), target)
    else:
        await climb_postgres(url, target)


def climb_sqlite(path: Path, target: str) -> None:
    make_folder(path.parent)
    make_file(path)
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _plain(connection, _record) -> None:  # type: ignore[no-untyped-def]  # the driver's own object
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA journal_mode=WAL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    with engine.begin() as connection:
        run(connection, target)
        broken = connection.execute(text("PRAGMA foreign_key_check")).fetchall()
        if broken:
            raise ValueError(f"migrating left {len(broken)} rows that refer to nothing, first in {broken[0][0]}")
    engine.dispose()


async def climb_postgres(url: str, target: str) -> None:
    engine = create_async_engine("postgresql+asyncpg://" + url.split("://", 1)[1], poolclass=NullPool)
    async with engine.begin() as connection:
        await connection.run_sync(run, target)
    await engine.dispose()
