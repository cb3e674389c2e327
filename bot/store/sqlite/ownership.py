"""Are the files still those that we opened? Asked before anything that was written is acknowledged.

Only our own checkpoints write into the database file itself: any other change of its size or its time is somebody
else's, such as a copy that was put over it. It is only looked at, never opened: closing it would drop SQLite's locks.

Transactions look from the threads they run in: nobody may look while somebody else is comparing.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.ground.frozen import Frozen
from bot.store.failures import NotOurs

FRAMES = 1000  # of the write-ahead log, after which it is time for a checkpoint
HEADER, FRAME = 32, 24  # bytes of the log's header and of a frame's: https://www.sqlite.org/fileformat2.html#walformat


class Seen(Frozen):
    """A file as it stood when we last had to do with it."""

    place: tuple[int, int]  # device and inode
    size: int
    changed: int  # nanoseconds since 1970


def seen(path: Path) -> Seen | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return Seen((found.st_dev, found.st_ino), found.st_size, found.st_mtime_ns)


class Ownership:
    """Of one opened database. ``shared``: another process makes the checkpoints, only the places must stay the same."""

    def __init__(self, path: Path, *, shared: bool) -> None:
        self.path = path.absolute()
        self.log = Path(f"{path.resolve()}-wal")
        self.index = Path(f"{path.resolve()}-shm")
        self.shared = shared
        self.checkpointing = False
        self.lost: NotOurs | None = None
        self.comparing = threading.RLock()
        self.remember()

    def remember(self) -> None:
        """All is as we have left it just now."""
        self.file_seen, self.log_seen, self.index_seen = seen(self.path), seen(self.log), seen(self.index)

    def look(self) -> None:
        """Raises NotOurs, and from then on always."""
        with self.comparing:
            if self.lost is None:
                words = self.what_happened()
                if words is None:
                    return
                self.lost = NotOurs(words)
        raise NotOurs(*self.lost.args)

    @contextmanager
    def held(self) -> Iterator[None]:
        """A transaction on files that are ours; where it finds them damaged they are lost as well."""
        self.look()
        try:
            yield
        except NotOurs as lost:
            if self.lost is None:
                self.lost = NotOurs(f"{self.path} {lost}")
            raise NotOurs(*self.lost.args) from lost

    @contextmanager
    def checkpoint(self) -> Iterator[None]:
        """In here the database file is ours to change."""
        with self.comparing:
            self.look()
            self.checkpointing = True
        try:
            yield
        finally:
            with self.comparing:
                self.checkpointing = False
                if self.what_happened(written=True) is None:
                    self.remember()

    def what_happened(self, *, written: bool = False) -> str | None:
        """``written``: by ourselves, just now."""
        written = written or self.checkpointing or self.shared
        return self.file_changed(written=written) or self.log_changed(written=written)

    def file_changed(self, *, written: bool) -> str | None:
        now, before = seen(self.path), self.file_seen
        if now is None or before is None:
            return f"{self.path} was deleted or moved away"
        if now.place != before.place:
            return f"{self.path} was replaced by another file"
        if now != before and not written:
            return f"{self.path} was written to by somebody else, as when a copy is put over it"
        return None

    def log_changed(self, *, written: bool) -> str | None:
        log, index = seen(self.log), seen(self.index)
        if self.log_seen is not None and (log is None or log.place != self.log_seen.place):
            return f"{self.log} was deleted or replaced"
        if self.index_seen is not None and (index is None or index.place != self.index_seen.place):
            return f"{self.index} was deleted or replaced"
        if self.log_seen is not None and log is not None and log.size < self.log_seen.size and not written:
            return f"{self.log} was cut short"
        if not written:
            self.log_seen, self.index_seen = log, index
        return None

    def log_is_full(self) -> bool:
        """It never shrinks, so its size tells nothing: a frame counts while it bears the salt of the header."""
        if self.log_seen is None or self.log_seen.size < HEADER + FRAMES * FRAME:
            return False
        with suppress(FileNotFoundError), self.log.open("rb", buffering=0) as log:
            header = log.read(HEADER)
            size = int.from_bytes(header[8:12], "big")
            log.seek(HEADER + (FRAMES - 1) * (FRAME + size))
            return log.read(FRAME)[8:16] == header[16:24]
        return False
