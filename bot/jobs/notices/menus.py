"""A menu is no message: it changes what Telegram lists, in the language and roles of the moment it leaves."""

from typing import Any

from bot.domain.people import Viewer
from bot.storage.transaction import Tx
from bot.use_cases import menus
from bot.views.commands import command_menu
from bot.views.menu import menu_for_all
from bot.wire.rendering import LateNotice, Notice


async def look(tx: Tx, notice: Notice, now: int) -> Viewer | None:
    return await menus.reader_of(tx, notice.person_id) if notice.person_id else None


async def client_of(tx: Tx, notice: Notice, now: int) -> str:
    return str(notice.facts["client"])


NOTICES: dict[str, LateNotice[Any]] = {
    menus.KIND: LateNotice(look, command_menu),
    menus.FOR_ALL: LateNotice(client_of, menu_for_all),
}
