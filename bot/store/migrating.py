"""Brings a database to the schema this program knows. Alembic is loaded only when there is something to do."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.store.database import is_sqlite, sqlite_path
from bot.store.failures import Unavailable
from bot.store.sqlite.leaving import rescued_beside

HEAD = max(path.name[:4] for path in Path(__file__).with_name("migrations").glob("versions/[0-9]*.py"))
"""The newest migration there is."""
VERSION = "SELECT version_num FROM alembic_version"
HAS_VERSION = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"


class SchemaTooNew(Exception):
    """The database was made by a newer program: refuse, touch nothing."""


class SchemaTooOld(Exception):
    """The database is empty or of an older program: who only works beside a bot does not migrate it."""


async def version(url: str) -> str | None:
    """The revision the database is at; None for an empty one. Raises Unavailable."""
    if is_sqlite(url):
        return sqlite_version(url)
    from bot.store.postgres.server import schema_version  # noqa: PLC0415  # asyncpg takes long to import, SQLite needs none

    return await schema_version(url, VERSION)


def sqlite_version(url: str) -> str | None:
    if not sqlite_path(url).exists():
        return None
    try:
        with closing(sqlite3.connect(sqlite_path(url))) as connection:
            found = connection.execute(VERSION).fetchone() if connection.execute(HAS_VERSION).fetchone() else None
    except sqlite3.Error as error:  # a folder, another kind of file, a damaged one
        raise Unavailable(f"{sqlite_path(url)}: {error}") from error
    return str(found[0]) if found else None


async def demand_current(url: str) -> None:
    """Raises SchemaTooOld, SchemaTooNew, Unavailable; makes nothing where there is nothing."""
    at = await version(url)
    if at == HEAD:
        return
    refuse_newer(at)
    raise SchemaTooOld


def demand_not_lost(path: Path) -> None:
    """Raises Unavailable: an empty database, begun where one was deleted under its bot, would know nobody."""
    saved = rescued_beside(path)
    if saved and not path.exists():
        raise Unavailable(f"{path} is gone, and {saved[-1]} holds what was in it: rename that to {path.name}")


def refuse_newer(at: str | None) -> None:
    # Alembic and SQLAlchemy take half a second to import, and a current schema needs neither.
    from bot.store.migrations.climbing import known  # noqa: PLC0415  # Alembic takes half a second to import

    if at is not None and at not in known():
        raise SchemaTooNew(at)


async def migrate(url: str) -> bool:
    """Climbs to HEAD; False when there was nothing to do. Raises ``SchemaTooNew``, ``Unavailable``."""
    if is_sqlite(url):
        demand_not_lost(sqlite_path(url))
    at = await version(url)
    if at == HEAD:
        return False
    refuse_newer(at)
    from bot.store.migrations.climbing import climb  # noqa: PLC0415  # Alembic takes half a second to import

    await climb(url, "head")
    return True
