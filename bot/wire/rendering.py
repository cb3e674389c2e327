"""A notice is worded when it leaves: in its reader's language of then, after a last look whether it still matters.

A long list is written in a thread, what is heavier (workbooks, pictures) in another process; no transaction is open
meanwhile.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

from bot import telling
from bot.desk import Seated
from bot.ground.frozen import Frozen, replace
from bot.ground.notices import KINDS
from bot.ground.refusals import NotFound
from bot.paper.orders import NotMade, Order
from bot.paper.printer import Printer
from bot.people.notice_readers import reader
from bot.speech.screens import File, Looked, Paper, Screen, Worded
from bot.speech.words import Words
from bot.store.database import Database
from bot.store.transaction import Tx

F = TypeVar("F")
T = TypeVar("T")
LATE = 600
"""Seconds after which a notice met an outage: the night that it was to avoid may have begun."""
Later = Callable[[], Worded | tuple[Worded, ...]]
"""Made in a thread, once the database has been read."""


class Brought(Frozen):
    """A file that somebody sent, fetched and read when this leaves. ``take``: keeps its rows, in transactions of its
    own, or the code of why there are none; ``show``: what is said of what came of it.
    """

    file_id: str
    take: Callable[[Database, Sequence[Sequence[str]] | str], Awaitable[Any]]
    show: Callable[[Any], Screen | None]


Said = Worded | tuple[Worded, ...] | Later | Brought | None
"""One message or several; None where it no longer matters."""
Spoken = Callable[..., Awaitable[Said]]
"""``async def f(to: Telling, …)``: the notice's facts come as arguments."""


class Telling(Frozen):
    """To whom a notice is worded, and when. ``person_id`` 0: to a chat."""

    tx: Tx
    person_id: int
    chat_id: int
    now: int
    words: Words

    async def desk(self) -> Seated:
        """By the reader's own authority of this moment. Raises NotFound for who is not here any more."""
        viewer = await reader(self.tx, self.person_id, self.words.zone)
        if viewer is None:
            raise NotFound
        return Seated(self.tx, viewer, self.now)

    def say(self, show: Callable[[Words, F], T], found: F | None) -> T | None:
        return None if found is None else show(self.words, found)

    def later(self, show: Callable[[Words, F], Worded | tuple[Worded, ...]], found: F | None) -> Later | None:
        return None if found is None else partial(show, self.words, found)


class QueuedNotice(Frozen):
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


class UnknownKind(Exception):
    """A notice was queued that nobody can word."""


class Renderer:
    def __init__(self, database: Database, notices: Mapping[str, Spoken], printer: Printer) -> None:
        self.database = database
        self.notices = notices
        self.printer = printer

    async def leaving(self, notice: QueuedNotice, now: int) -> tuple[int, bool]:
        """When it leaves that could leave now, and whether without a sound: it may be late, and night by now."""
        if notice.person_id is None or now - notice.due_at < LATE:
            return now, False
        to, kind = notice.person_id, KINDS.get(notice.kind)
        return await self.database.see(
            lambda tx: telling.leaving(
                tx, now, kind, person_id=to, subject=notice.subject, until=notice.expires_at
            )
        )  # fmt: skip

    async def shown(self, notice: QueuedNotice, words: Words, now: int) -> tuple[Worded | Brought, ...]:
        """What to send, one message after the other; nothing when it no longer matters."""
        say, row = self.notices.get(notice.kind), KINDS.get(notice.kind)
        if say is None or row is None:
            raise UnknownKind(notice.kind)
        facts = row.read(notice.facts)
        try:
            said = await self.database.see(
                lambda tx: say(Telling(tx, notice.person_id or 0, notice.chat_id, now, replace(words, now=now)), *facts)
            )
        except NotFound:
            return ()  # what it is about is gone, or its reader
        shown = await asyncio.to_thread(said) if callable(said) else said
        return () if shown is None else shown if isinstance(shown, tuple) else (shown,)

    async def printed(self, paper: Paper) -> File | Screen:
        """What is sent for it: where it cannot be made, a word that says so."""
        try:
            content = await self.printer.make(paper.order)
        except NotMade:
            return Screen(paper.instead)
        return File(paper.name, content, paper.caption, picture=paper.order.form == "png")

    async def taken(self, brought: Brought, content: bytes | None) -> Screen | None:
        """``content``: what was fetched; None where Telegram has it no more."""
        found: Sequence[Sequence[str]] | str = "gone"
        if content is not None:
            try:
                read = json.loads(await self.printer.make(Order("lists", "rows", {}, content)))
                found = read.get("rows") or read["refused"]
            except NotMade:
                found = "broken"
        return brought.show(await brought.take(self.database, found))

    async def looked(self, asked: Looked, file: bytes | None) -> Screen:
        """What is said of a file that somebody sent: it is read in the process of its own, never here."""
        found: bytes | None = None
        with suppress(NotMade):
            found = None if file is None else await self.printer.make(asked.order(file))
        return await self.database.see(lambda tx: asked.say(tx, found))
