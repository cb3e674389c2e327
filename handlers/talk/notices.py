"""A menu is no message: it changes what Telegram lists, in the language and roles of the moment it leaves."""

from bot.ground import notices
from bot.ground.frozen import replace
from bot.people import notice_readers
from bot.speech.commands import BY_NAME, command_menu
from bot.speech.screens import CommandMenu
from bot.speech.words import Words
from bot.wire.rendering import Telling
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.Menu)
async def menu(to: Telling) -> CommandMenu | None:
    return to.say(command_menu, await notice_readers.menu_reader(to.tx, to.person_id))


@journey.notice(notices.MenuForAll)
async def for_all(to: Telling, client: str) -> CommandMenu | None:
    return menu_for_all(to.words, client)


def menu_for_all(words: Words, client: str) -> CommandMenu:
    """For newcomers, by the language of their app. Telegram has one list for all Chinese: in the agency's own."""
    reads = {"en": "en", "zh": words.language if words.language != "en" else "zh_Hans"}.get(client, words.language)
    reader = replace(words, language=reads)
    shown = (BY_NAME[name] for name in ("start", "help"))
    return CommandMenu(None, tuple((row.name, reader.label(row.about)) for row in shown), client)
