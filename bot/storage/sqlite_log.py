"""How SQLite forgets for good. Deleting overwrites what is freed, but two places keep what was there before:

- the write-ahead log, until a checkpoint has moved all of it and cut it to nothing; a reader with an older look keeps
  it from that, and is waited for by asking again, never ended;
- gaps within pages: a row that grew or moved may leave a copy that ``secure_delete`` does not know of any more. Only
  writing the file anew is sure to leave none.
"""

import sqlite3

import aiosqlite

WAIT = "PRAGMA busy_timeout=5000"  # as every connection of ours
NO_WAIT = "PRAGMA busy_timeout=0"
CUT = "PRAGMA wal_checkpoint(TRUNCATE)"
EMPTY = (0, 0, 0)  # nobody was in the way, no page is in the log, none is left to move


async def cut_log(writer: aiosqlite.Connection) -> bool:
    """Whether the log is empty now and the main file holds everything. Outside a transaction; waits for nobody."""
    return tuple((await unwaiting(writer, CUT))[0]) == EMPTY


async def write_anew(writer: aiosqlite.Connection) -> None:
    """About half a second for 100 MB, and as much memory as the file is large. Outside a transaction."""
    await unwaiting(writer, "VACUUM")


async def unwaiting(writer: aiosqlite.Connection, statement: str) -> list[sqlite3.Row]:
    """Rows are fetched to the end: a statement that still could give some counts as at work, and VACUUM refuses."""
    await writer.execute_fetchall(NO_WAIT)
    try:
        return list(await writer.execute_fetchall(statement))
    finally:
        await writer.execute_fetchall(WAIT)
