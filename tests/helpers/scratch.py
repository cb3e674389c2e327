"""One folder in memory for whatever a run writes: disks make small files slowly, and a test makes a hundred of them."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")
PREFIX = "liandong-run-"
ENOUGH = 1024**3  # a run takes a tenth of it


@contextmanager
def scratch() -> Iterator[None]:
    """For this process and its children, until the block ends. Where there is no memory to write to, or TMPDIR says
    where else, nothing changes."""
    if "TMPDIR" in os.environ or not usable():
        yield
        return
    sweep()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=MEMORY))
    folder.chmod(0o711)  # the server's user passes through
    with (folder / "held").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
        try:
            yield
        finally:
            tempfile.tempdir = None
            del os.environ["TMPDIR"]
            shutil.rmtree(folder, ignore_errors=True)


def usable() -> bool:
    return MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH


def sweep() -> None:
    """What a run left that was killed: nobody holds it any more."""
    for left in MEMORY.glob(f"{PREFIX}*/held"):
        try:
            with left.open() as held:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(left.parent, ignore_errors=True)
        except OSError:  # it runs, or is somebody else's
            continue
