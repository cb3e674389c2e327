"""A notice of no meaning, queued as use cases queue theirs."""

from typing import Any

from bot.store.database import Database
from bot.store.outbox import NoticeClass
from bot.telling import queue_notice

NOW = 1_800_000_000


async def queue(
    database: Database, person_id: int, what: str, class_: NoticeClass = "normal", *, kind: str = "hello", **more: Any
) -> bool:
    async with database.write() as tx:
        return await queue_notice(
            tx,
            kind=kind,
            key=f"hello:{what}:{person_id}",
            person_id=person_id,
            subject="shift:1",
            facts={"what": what},
            now=NOW,
            class_=class_,
            **more,
        )
