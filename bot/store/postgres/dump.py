"""How a PostgreSQL database is copied and put back: with the server's own tools. A password is never shown."""

import shlex
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit


def commands(url: str, file: Path) -> tuple[str, str]:
    """To copy it into the file, and to put it back."""
    shown = shlex.quote(without_password(url))
    name = shlex.quote(str(file))
    dump = f"pg_dump --format=custom --file={name} {shown}"
    restore = f"pg_restore --exit-on-error --no-owner --single-transaction --dbname={shown} {name}"
    return dump, restore


def without_password(url: str) -> str:
    """PostgreSQL's tools ask for it, or find it in PGPASSWORD or ~/.pgpass."""
    parts = urlsplit(url)
    user, at, place = parts.netloc.rpartition("@")
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query) if name != "password"])
    return urlunsplit(parts._replace(netloc=f"{user.partition(':')[0]}{at}{place}", query=query))
