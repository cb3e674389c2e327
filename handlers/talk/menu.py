"""/start without a link, /menu, /help, /language, /cancel: the commands that belong to no journey."""

from collections.abc import Mapping

from bot.ground.viewer import Language
from bot.joining.settings import choose_language
from bot.people import drafting, menus
from bot.people.viewing import renewed
from bot.speech.commands import visible
from bot.speech.screens import Screen
from bot.wire.context import Context
from bot.wire.routing import Handle, Press, on_press
from handlers.links.menu import CommandName, Do, MoreCommands, SpeakIn
from handlers.talk import menu_screens as views
from handlers.talk.journeys import Journey

journey = Journey()


@journey.command("menu")
async def menu(context: Context) -> None:
    context.show(views.menu(context.words, visible(context.viewer)))
    await menus.refresh(context.tx, context.viewer.id, context.now)


@journey.on(MoreCommands)
async def more_commands(context: Context) -> Screen:
    return views.more_commands(context.words, visible(context.viewer))


@journey.command("help")
async def help_text(context: Context) -> Screen:
    viewer = context.viewer
    return views.help_text(context.words, visible(viewer), joined=viewer.registered)


@journey.command("language")
async def language(context: Context) -> Screen:
    return views.languages(context.words, context.viewer.person.language)


@journey.on(SpeakIn)
async def speak_in(context: Context, language_id: Language | None) -> Screen:
    await choose_language(context, language_id)
    context.work.viewer = await renewed(context)
    context.toast(views.language_chosen(context.words))
    return await language(context)


@journey.command("cancel")
async def cancel(context: Context) -> Screen:
    return views.stopped(context.words, await drafting.give_up(context))


@journey.stale
async def old_button(context: Context) -> None:
    """An old card is answered with where things stand, not with an error."""
    context.toast(views.old_button(context.words))
    if context.in_private:
        context.send(views.menu(context.words, visible(context.viewer)))


def buttons_of(commands: Mapping[str, Handle]) -> Press:
    """What a menu's button does: the command, as if it had been typed."""

    async def do(context: Context, command: CommandName) -> None:
        handle = commands.get(command)
        context.rest = ""
        await (handle or old_button)(context)

    return on_press(Do, do)
