"""A PostgreSQL cluster of our own in a temporary folder, gone with the tests. PostgreSQL refuses to run as root."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

DURABLE = ("-c", "max_connections=200", "-c", "listen_addresses=127.0.0.1")
FAST = ("-c", "fsync=off", "-c", "full_page_writes=off", *DURABLE)


def binaries() -> Path | None:
    """The newest installed server's folder, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


def wanted() -> bool:
    """Whether tests need a server: it is installed, or LIANDONG_TEST_REQUIRE names it."""
    return binaries() is not None or "postgres" in os.environ.get("LIANDONG_TEST_REQUIRE", "").split(",")


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


class Cluster:
    """A server that can be stopped and started again, on the same port and with the same data."""

    def __init__(self, programs: Path, folder: Path, options: tuple[str, ...] = FAST) -> None:
        self.programs = programs
        self.options = options
        self.folder = folder
        self.data = folder / "data"
        self.port = free_port()
        self.url = f"postgresql://liandong@127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def make(self, data: str | None = None) -> None:
        """New, or as a copy of these files of a stopped server."""
        if data is not None:
            subprocess.run(["cp", "-a", data, str(self.data)], check=True)
            return
        as_us = ("-U", "liandong", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C")
        command = [*unprivileged(), str(self.programs / "initdb"), "-D", str(self.data), *as_us]
        subprocess.run(command, check=True, capture_output=True, cwd="/")

    def start(self) -> None:
        """Returns when it answers."""
        where = ("-D", str(self.data), "-p", str(self.port), "-k", str(self.folder))
        command = [*unprivileged(), str(self.programs / "postgres"), *where, *self.options]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
        wait_until_ready(self.programs, self.port)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """As ``pg_ctl`` does: SIGINT for *fast*, which ends every connection, SIGQUIT for *immediate*, a crash."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(20)
            self.process = None

    def spent(self) -> float:
        """Seconds of processor time, with all connections that have ended; 0.0 where the system does not say."""
        told = Path(f"/proc/{self.process.pid if self.process else 0}/stat")
        if not told.exists():
            return 0.0
        fields = told.read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def made_cluster(data: str | None = None, options: tuple[str, ...] = FAST) -> Iterator[Cluster]:
    """Running, perhaps with a copy of these files; gone with the block."""
    programs = binaries()
    if programs is None:
        raise FileNotFoundError("PostgreSQL's server programs are not installed (Debian: postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="liandong-pg-"))
    folder.chmod(0o777)  # another user makes the cluster in it
    made = Cluster(programs, folder, options)
    try:
        made.make(data)
        try:
            made.start()
            yield made
        finally:
            made.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def cluster() -> Iterator[str]:
    """A running server; yields ``postgresql://…`` without a database name."""
    with made_cluster() as made:
        yield made.url


def wait_until_ready(programs: Path, port: int) -> None:
    """Raises ``TimeoutError`` after ten seconds."""
    ask = [str(programs / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    for _ in range(100):
        if subprocess.run(ask, check=False).returncode == 0:
            return
        time.sleep(0.1)
    raise TimeoutError("PostgreSQL did not start")
