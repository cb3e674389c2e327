"""The console's `backup`: a copy that was opened and checked, or none. Half done it never stands under its name."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from bot.ground.frozen import Frozen
from bot.reports.integrity.acts import first_fault, size_of_books
from bot.reports.rules import Fault
from bot.speech.integrity import fault_line
from bot.speech.words import Words
from bot.store.database import is_sqlite, open_database, sqlite_path
from bot.store.failures import Unavailable
from bot.store.migrating import HEAD, version
from bot.store.postgres.dump import commands
from bot.store.sqlite.copying import Report, copied, put_in_place, remove
from bot.store.sqlite.private import same_file
from bot.store.transaction import Tx
from bot.wire.health import Exit


class Contents(Frozen):
    fault: Fault | None
    people: int
    records: int


async def back_up(url: str, file: Path, *, force: bool) -> Exit:
    """Raises Unavailable, with one line that says why there is no copy."""
    if not is_sqlite(url):
        dump, restore = commands(url, file)
        tell(f"No backup was made, PostgreSQL makes its own: {dump}")
        tell(f"Back into an empty database: {restore}")
        return Exit.FAULT
    database = sqlite_path(url)
    demand_place(database, file, force=force)
    schema = await version(url)
    if schema is None:
        raise Unavailable(f"there is no database at {database}")
    draft = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with progress() as report:
            await copied(database, draft, report)
        contents = await looked_into(draft) if schema == HEAD else None
        demand_place(database, file, force=force)  # it may have come meanwhile
        put_in_place(draft, file)
    finally:
        remove(draft)
    return told(file, contents)


def demand_place(database: Path, file: Path, *, force: bool) -> None:
    """Raises Unavailable."""
    if not file.parent.is_dir():
        raise Unavailable(f"there is no folder {file.parent}")
    if same_file(database, file):
        raise Unavailable(f"{file} belongs to the database itself: give the copy another name")
    if file.is_dir():
        raise Unavailable(f"{file} is a folder: give the copy a name in it")
    if file.exists() and not force:
        raise Unavailable(f"{file} is there already: `--force` replaces it")


async def looked_into(copy: Path) -> Contents:
    """The books of the copy, not of the database: what will be put back is what must be in order."""
    database = await open_database(f"sqlite:///{copy}", beside=True)
    try:
        return await database.see(contents_of)
    finally:
        await database.close()


async def contents_of(tx: Tx) -> Contents:
    return Contents(await first_fault(tx), *await size_of_books(tx))


def told(file: Path, contents: Contents | None) -> Exit:
    """A copy of books with a fault is kept all the same: it is the newest there is."""
    size = f"{file.stat().st_size / 1_000_000:,.1f} MB"
    if contents is None:
        print(f"{file} is done: {size}, of another version of liandong, so its books were not checked.")
        return Exit.OK
    print(f"{file} is done: {size}, {contents.people:,} people, {contents.records:,} records of service.")
    if contents.fault is None:
        return Exit.OK
    tell(f"Its books have a fault, and so have the database's: {fault_line(Words('en', 'UTC'), contents.fault)}")
    return Exit.FAULT


@contextmanager
def progress() -> Iterator[Report]:
    """A bar, where somebody may be looking."""
    if not sys.stderr.isatty():
        yield lambda _done, _whole: None
        return
    with click.progressbar(length=1, label="copying", file=sys.stderr) as bar:

        def report(done: int, whole: int) -> None:
            bar.length = whole
            bar.update(done - bar.pos)

        yield report


def tell(line: str) -> None:
    print(line, file=sys.stderr)
