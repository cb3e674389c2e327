"""A file about a person goes to nobody but that person: asked for here, made when it leaves, and never stored."""

from bot import telling
from bot.desk import Desk
from bot.joining.settings import require_joined


async def ask(desk: Desk, kind: str) -> bool:
    """At most one a minute: False where one is on its way already. Raises NotRegistered."""
    require_joined(desk.viewer)
    return await telling.queue_notice(
        desk.tx,
        kind=kind,
        key=f"{kind}:person:{desk.viewer.id}:{desk.now // 60}",
        person_id=desk.viewer.id,
        subject=f"person:{desk.viewer.id}",
        facts={},
        now=desk.now,
    )
