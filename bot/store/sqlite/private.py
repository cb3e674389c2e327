"""Files that hold people's names and hours are their owner's alone, whatever the umask says.

SQLite gives a write-ahead log and its index the mode of the database file: so that one must have its own first.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path

PRIVATE = 0o600
OTHERS = stat.S_IRWXG | stat.S_IRWXO
BESIDE = ("", "-wal", "-shm", ".lock")


def files_of(database: Path) -> list[Path]:
    """The database, its write-ahead log, the log's index and the lock, as far as they are there."""
    return [path for end in BESIDE if (path := Path(f"{database.resolve()}{end}")).is_file()]


def same_file(database: Path, other: Path) -> bool:
    """Whether the other is the database, or stands where it keeps its log, the log's index or its lock."""
    names = {Path(f"{database.resolve()}{end}") for end in BESIDE}
    return other.resolve() in names or any(other.exists() and other.samefile(one) for one in files_of(database))


def make_folder(folder: Path) -> None:
    """With all above it that are not there yet; none of them is for others."""
    for path in reversed([folder, *folder.parents]):
        if not path.exists():
            path.mkdir(mode=0o700, exist_ok=True)


def make_file(path: Path) -> None:
    """An empty one where there is none. Raises OSError."""
    with suppress(FileExistsError):
        os.close(created(path))


def write_file(path: Path, contents: bytes) -> None:
    """A new one, whatever was there. Raises OSError."""
    path.unlink(missing_ok=True)
    with os.fdopen(created(path), "wb") as file:
        file.write(contents)


def created(path: Path) -> int:
    """The descriptor of a file that was not there before. Raises FileExistsError, OSError."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE)
    with suppress(OSError):  # a disk that knows no rights, such as a memory stick's
        os.fchmod(descriptor, PRIVATE)
    return descriptor


def open_to_others(database: Path) -> list[Path]:
    """Which of the database's files somebody else on this machine may read or write."""
    return [path for path in files_of(database) if path.stat().st_mode & OTHERS]


def tighten(database: Path) -> None:
    """Takes from others what an older version, or a copy, left them; where that is not ours to do, nothing happens."""
    for path in open_to_others(database):
        with suppress(OSError):
            path.chmod(PRIVATE)
