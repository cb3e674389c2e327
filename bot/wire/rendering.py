"""A notice is worded when it leaves: in its reader's language of then, after a last look whether it still matters.

Heavy ones (workbooks, pictures) are made in a thread; no transaction is open meanwhile.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Generic, TypeVar

from bot import telling
from bot.ground.frozen import Frozen
from bot.speech.screens import Shown
from bot.speech.words import Words
from bot.store.database import Database
from bot.store.transaction import Tx

F = TypeVar("F")
LATE = 600
"""Seconds after which a notice met an outage: the night that it was to avoid may have begun."""


class Notice(Frozen):
    """As it was queued. Instants in seconds since 1970."""

    id: int
    key: str
    kind: str
    person_id: int | None  # None: to a group
    chat_id: int
    subject: str | None
    facts: Mapping[str, Any]
    due_at: int
    expires_at: int | None


class LateNotice(Frozen, Generic[F]):
    """``look`` reads what is to be said, or None when nothing is any more; ``show`` puts it into words."""

    look: Callable[[Tx, Notice, int], Awaitable[F | None]]
    show: Callable[[Words, F], Shown | tuple[Shown, ...]]
    heavy: bool = False


class UnknownKind(Exception):
    """A notice was queued that nobody can word."""


class Renderer:
    def __init__(self, database: Database, notices: Mapping[str, LateNotice[Any]]) -> None:
        self.database = database
        self.notices = notices

    async def leaving(self, notice: Notice, now: int) -> tuple[int, bool]:
        """When it leaves that could leave now, and whether without a sound: it may be late, and night by now."""
        if notice.person_id is None or now - notice.due_at < LATE:
            return now, False
        async with self.database.read() as tx:
            return await telling.leaving(
                tx, now, kind=notice.kind, person_id=notice.person_id, subject=notice.subject,
                expires_at=notice.expires_at,
            )  # fmt: skip

    async def shown(self, notice: Notice, words: Words, now: int) -> tuple[Shown, ...]:
        """What to send, one message after the other; nothing when it no longer matters."""
        late = self.notices.get(notice.kind)
        if late is None:
            raise UnknownKind(notice.kind)
        async with self.database.read() as tx:
            found = await late.look(tx, notice, now)
        if found is None:
            return ()
        shown = await asyncio.to_thread(late.show, words, found) if late.heavy else late.show(words, found)
        return shown if isinstance(shown, tuple) else (shown,)
