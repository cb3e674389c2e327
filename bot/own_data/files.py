"""A file about a person goes to nobody but that person: asked for here, made when it leaves, and never stored."""

from bot import telling
from bot.ground.viewer import Viewer
from bot.joining.settings import require_joined
from bot.store.transaction import Tx


async def ask(tx: Tx, viewer: Viewer, now: int, kind: str) -> bool:
    """At most one a minute: False where one is on its way already. Raises NotRegistered."""
    require_joined(viewer)
    return await telling.queue_notice(
        tx,
        kind=kind,
        key=f"{kind}:person:{viewer.id}:{now // 60}",
        person_id=viewer.id,
        subject=f"person:{viewer.id}",
        facts={},
        now=now,
    )
