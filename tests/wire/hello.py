"""Notices of no meaning, told as acts tell theirs. Their rows are for tests only, and none is a row of the table."""

from typing import Any

from bot.ground import notices
from bot.ground.notices import ANSWER, SILENT, WAITS, Notice
from bot.store.database import Database
from bot.telling import tell

ROWS = {row.kind: row for row in vars(notices).values() if isinstance(row, Notice)}
"""The table of the bot itself: other rows stand beside it once their tests are imported."""
NOW = 1_800_000_000
Hello = Notice[str]("hello", "what", ANSWER)
Urgent = Notice[str]("urgent", "what", ANSWER, "critical")
Patient = Notice[str]("patient", "what", WAITS)
Quiet = Notice[str]("quiet", "what", SILENT)
Copied = Notice[str]("copied", "message", ANSWER)
Fresh = Notice[int]("fresh", "message", ANSWER)
Attached = Notice[int]("attached", "message", ANSWER)


async def queue(database: Database, person_id: int, what: str, row: Notice[str] = Hello, **more: Any) -> bool:
    async with database.write() as tx:
        return await tell(tx, row(what), person_id, key=f"hello:{what}:{person_id}", subject="shift:1", now=NOW, **more)
