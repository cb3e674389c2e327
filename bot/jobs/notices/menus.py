"""A menu is no message: it changes what Telegram lists, in the language and roles of the moment it leaves."""

from bot.domain.people import Viewer
from bot.storage.transaction import Tx
from bot.use_cases import menus
from bot.views.commands import command_menu
from bot.wire.rendering import LateNotice, Notice


async def look(tx: Tx, notice: Notice, now: int) -> Viewer | None:
    return await menus.reader_of(tx, notice.person_id) if notice.person_id else None


NOTICES: dict[str, LateNotice[Viewer]] = {menus.KIND: LateNotice(look, command_menu)}
