"""A migrated file to begin every play from, made once: migrating takes a second, copying none."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.store.migrating import migrate


@contextmanager
def migrated() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "liandong.db"
        asyncio.run(migrate(f"sqlite:///{path}"))
        yield path
