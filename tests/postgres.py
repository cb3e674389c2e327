"""A PostgreSQL cluster of our own in a temporary folder, gone with the tests. PostgreSQL refuses to run as root."""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

FAST = (
    "-c",
    "fsync=off",
    "-c",
    "full_page_writes=off",
    "-c",
    "max_connections=200",
    "-c",
    "listen_addresses=127.0.0.1",
)


def binaries() -> Path | None:
    """The newest installed server's folder, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


def unprivileged() -> list[str]:
    """What stands before a command so that it does not run as root."""
    if os.geteuid() != 0:
        return []
    names = {entry.pw_name for entry in pwd.getpwall()}
    return ["setpriv", f"--reuid={'postgres' if 'postgres' in names else 'nobody'}", "--clear-groups", "--"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def cluster() -> Iterator[str]:
    """A running server; yields ``postgresql://…`` without a database name."""
    programs = binaries()
    if programs is None:
        raise FileNotFoundError("PostgreSQL's server programs are not installed (Debian: postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="liandong-pg-"))
    prefix = unprivileged()
    folder.chmod(0o777)  # another user makes the cluster in it
    data, port = folder / "data", free_port()
    try:
        as_us = ("-U", "liandong", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C")
        subprocess.run([*prefix, programs / "initdb", "-D", data, *as_us], check=True, capture_output=True, cwd="/")
        server = subprocess.Popen(
            [*prefix, programs / "postgres", "-D", data, "-p", str(port), "-k", folder, *FAST],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
        )
        try:
            wait_until_ready(programs, port)
            yield f"postgresql://liandong@127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wait_until_ready(programs: Path, port: int) -> None:
    """Raises ``TimeoutError`` after ten seconds."""
    ask = [str(programs / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    for _ in range(100):
        if subprocess.run(ask, check=False).returncode == 0:
            return
        time.sleep(0.1)
    raise TimeoutError("PostgreSQL did not start")
