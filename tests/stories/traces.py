"""Where somebody's words still stand: every byte of SQLite's files, every row of PostgreSQL's tables."""

from collections.abc import Iterable

from bot.store.database import is_sqlite, sqlite_path
from tests.helpers.raw_sql import bytes_of, fetched

OWN_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"


async def traces(database_url: str, canaries: Iterable[str]) -> list[tuple[str, str]]:
    """In which file or table a canary still stands; a number also as SQLite keeps one."""
    wanted = list(canaries)
    if not is_sqlite(database_url):
        return await traces_in_tables(database_url, wanted)
    path = sqlite_path(database_url)
    files = [one for one in path.parent.iterdir() if one.name.startswith(path.name) and one.suffix != ".lock"]
    held = {one.name: bytes_of(one) for one in files}
    return [(name, canary) for name, data in held.items() for canary in wanted if stands(canary, data)]


def stands(canary: str, data: bytes) -> bool:
    return canary.encode() in data or (canary.isdigit() and int(canary).to_bytes(6, "big") in data)


async def traces_in_tables(database_url: str, canaries: list[str]) -> list[tuple[str, str]]:
    found = []
    for (table,) in await fetched(database_url, OWN_TABLES):
        rows = await fetched(database_url, f'SELECT one::text FROM "{table}" AS one')  # noqa: S608  # names of our own tables
        found += [(str(table), canary) for canary in canaries if any(canary in str(row) for (row,) in rows)]
    return found
