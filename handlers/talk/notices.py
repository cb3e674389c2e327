"""A menu is no message: it changes what Telegram lists, in the language and roles of the moment it leaves."""

from bot.ground import notices
from bot.people import menus
from bot.speech.commands import command_menu
from bot.speech.screens import CommandMenu
from bot.wire.rendering import Telling
from handlers.talk.journeys import Journey
from handlers.talk.menu_screens import menu_for_all

journey = Journey()


@journey.notice(notices.Menu)
async def menu(to: Telling) -> CommandMenu | None:
    return to.say(command_menu, await menus.reader_of(to.tx, to.person_id))


@journey.notice(notices.MenuForAll)
async def for_all(to: Telling, client: str) -> CommandMenu | None:
    return menu_for_all(to.words, client)
