"""What sqlite3 raises, as the failures we know. What is not known stays as it is: a fault of ours."""

import sqlite3

from bot.store.failures import Broken, Conflict, NotOurs, Unavailable

IN_THE_WAY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
CANNOT_GO_ON = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def failure_of(error: sqlite3.Error) -> Exception:
    """The error itself where it is none that we know."""
    if isinstance(error, sqlite3.IntegrityError):
        return Broken(str(error))
    if isinstance(error, sqlite3.OperationalError):
        primary = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if primary in IN_THE_WAY:
            return Conflict(str(error))
        return Unavailable(str(error)) if primary in CANNOT_GO_ON else error
    if isinstance(error, sqlite3.DatabaseError):
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF in DAMAGED:
            return NotOurs(f"is damaged ({error})")
        return Unavailable(str(error))
    return error


class ToldApart:
    """Turns the driver's errors into ours. Made once: it stands around every statement."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, sqlite3.Error):
            failure = failure_of(error)
            if failure is not error:
                raise failure from error


told_apart = ToldApart()
