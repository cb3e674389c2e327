"""A file about a person goes to nobody but that person: asked for here, made when it leaves, and never stored."""

from bot.domain.people import Viewer
from bot.storage import outbox
from bot.storage.transaction import Tx
from bot.use_cases.settings import require_joined


async def ask(tx: Tx, viewer: Viewer, now: int, kind: str) -> bool:
    """At most one a minute: False where one is on its way already. Raises NotRegistered."""
    require_joined(viewer)
    return await outbox.queue_notice(
        tx,
        kind=kind,
        key=f"{kind}:person:{viewer.id}:{now // 60}",
        person_id=viewer.id,
        subject=f"person:{viewer.id}",
        facts={},
        now=now,
    )
