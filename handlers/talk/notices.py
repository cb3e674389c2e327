"""A menu is no message: it changes what Telegram lists, in the language and roles of the moment it leaves."""

from typing import Any

from bot.ground.viewer import Viewer
from bot.people import menus
from bot.speech.commands import command_menu
from bot.store.transaction import Tx
from bot.wire.rendering import LateNotice, Notice
from handlers.talk.menu_screens import menu_for_all


async def look(tx: Tx, notice: Notice, now: int) -> Viewer | None:
    return await menus.reader_of(tx, notice.person_id) if notice.person_id else None


async def client_of(tx: Tx, notice: Notice, now: int) -> str:
    return str(notice.facts["client"])


NOTICES: dict[str, LateNotice[Any]] = {
    menus.KIND: LateNotice(look, command_menu),
    menus.FOR_ALL: LateNotice(client_of, menu_for_all),
}
