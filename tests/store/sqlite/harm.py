"""What a person, or a script, does to a database's files while the bot runs on them."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

Harm = Callable[[Path], None]


def snapshot(path: Path) -> Path:
    """A good copy of the database as it is now, made from outside."""
    copy = path.with_name("snapshot.db")
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def log_of(path: Path) -> Path:
    return Path(f"{path}-wal")


def delete_all(path: Path) -> None:
    for end in ("", "-wal", "-shm"):
        Path(f"{path}{end}").unlink()


def copied_over(path: Path) -> None:
    """``cp snapshot.db liandong.db``: the file stays the same, what is in it does not."""
    shutil.copyfile(path.with_name("snapshot.db"), path)


def put_in_place(path: Path) -> None:
    """``mv snapshot.db liandong.db``."""
    path.with_name("snapshot.db").replace(path)


def replace_log(path: Path) -> None:
    made = path.with_name("other-wal")
    made.write_bytes(log_of(path).read_bytes())
    made.replace(log_of(path))


HARMS: dict[str, Harm] = {
    "deleted": lambda path: path.unlink(),
    "deleted with its log": delete_all,
    "moved away": lambda path: os.rename(path, path.with_name("old.db")),
    "copied over": copied_over,
    "replaced": put_in_place,
    "cut short": lambda path: os.truncate(path, 8192),
    "emptied": lambda path: os.truncate(path, 0),
    "log deleted": lambda path: log_of(path).unlink(),
    "log replaced": replace_log,
    "log emptied": lambda path: os.truncate(log_of(path), 0),
    "index deleted": lambda path: Path(f"{path}-shm").unlink(),
}
