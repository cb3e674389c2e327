"""Where one thing is done: the open transaction, who acts, and now."""

from typing import Protocol

from bot.ground.frozen import Frozen
from bot.ground.viewer import Viewer
from bot.store.audit import notes
from bot.store.outbox import Fact
from bot.store.transaction import Tx


class Desk(Protocol):
    """What a handler's context is too. ``now``: seconds since 1970."""

    @property
    def tx(self) -> Tx: ...
    @property
    def viewer(self) -> Viewer: ...
    @property
    def now(self) -> int: ...


class Seated(Frozen):
    """A desk without a conversation: of a tick, a notice, a test."""

    tx: Tx
    viewer: Viewer
    now: int


async def note(desk: Desk, act: str, subject: str, **facts: Fact | None) -> None:
    """In the chain of what staff do."""
    await notes.note(desk.tx, at=desk.now, actor_id=desk.viewer.id, act=act, subject=subject, facts=facts)
