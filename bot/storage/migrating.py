"""Brings a database to the schema this program knows. Alembic is loaded only when there is something to do."""

import sqlite3
from contextlib import closing

from bot.storage.database import is_sqlite, sqlite_path

HEAD = "0001"
VERSION = "SELECT version_num FROM alembic_version"


class SchemaTooNew(Exception):
    """The database was made by a newer program: refuse, touch nothing."""


async def version(url: str) -> str | None:
    """The revision the database is at; None for an empty one."""
    if is_sqlite(url):
        return sqlite_version(url)
    from bot.storage.postgres_server import schema_version  # noqa: PLC0415 - as in database.open_database

    return await schema_version(url, VERSION)


def sqlite_version(url: str) -> str | None:
    if not sqlite_path(url).exists():
        return None
    with closing(sqlite3.connect(sqlite_path(url))) as connection:
        try:
            found = connection.execute(VERSION).fetchone()
        except sqlite3.OperationalError:
            return None
    return str(found[0]) if found else None


async def migrate(url: str) -> bool:
    """Climbs to HEAD; False when there was nothing to do. Raises ``SchemaTooNew``."""
    at = await version(url)
    if at == HEAD:
        return False
    # Alembic and SQLAlchemy take half a second to import, and a current schema needs neither.
    from bot.storage.migrations.climbing import climb, known  # noqa: PLC0415  # as said above

    if at is not None and at not in known():
        raise SchemaTooNew(at)
    await climb(url, "head")
    return True
