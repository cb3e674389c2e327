"""A file about a person goes to nobody but that person: asked for here, made when it leaves, and never stored."""

from bot import telling
from bot.desk import Desk
from bot.ground.notices import Notice
from bot.joining.own_settings import require_joined


async def ask(desk: Desk, file: Notice[()]) -> bool:
    """At most one a minute: False where one is on its way already. Raises NotRegistered."""
    require_joined(desk.viewer)
    viewer_id = desk.viewer.id
    key = f"{file.kind}:person:{viewer_id}:{desk.now // 60}"
    return await telling.tell(desk.tx, file(), viewer_id, key=key, subject=f"person:{viewer_id}", now=desk.now)
