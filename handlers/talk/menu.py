"""/start without a link, /menu, /help, /language, /cancel: the commands that belong to no journey."""

from collections.abc import Mapping

from bot.ground.viewer import Language
from bot.joining.settings import choose_language
from bot.people import drafting, menus
from bot.people.viewing import renewed
from bot.speech.commands import visible
from bot.wire.context import Context
from bot.wire.routing import Handle, Press, Route, Stale, on_command, on_press
from handlers.links.menu import CommandName, Do, MoreCommands, SpeakIn
from handlers.talk import menu_screens as views


async def menu(context: Context) -> None:
    context.show(views.menu(context.words, visible(context.viewer)))
    await menus.refresh(context.tx, context.viewer.id, context.now)


async def more_commands(context: Context) -> None:
    context.show(views.more_commands(context.words, visible(context.viewer)))


async def help_text(context: Context) -> None:
    viewer = context.viewer
    context.show(views.help_text(context.words, visible(viewer), joined=viewer.registered))


async def language(context: Context) -> None:
    context.show(views.languages(context.words, context.viewer.person.language))


async def speak_in(context: Context, language_id: Language | None) -> None:
    await choose_language(context.tx, context.viewer, context.now, language_id)
    context.work.viewer = await renewed(context.tx, context.viewer)
    context.toast(views.language_chosen(context.words))
    await language(context)


async def cancel(context: Context) -> None:
    context.show(views.stopped(context.words, await drafting.give_up(context.tx, context.viewer)))


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


ROUTES: list[Route] = [
    on_command("menu", menu),
    on_command("help", help_text),
    on_command("language", language),
    on_command("cancel", cancel),
    on_press(SpeakIn, speak_in),
    on_press(MoreCommands, more_commands),
    Stale(old_button),
]
