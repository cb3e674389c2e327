"""/start without a link, /menu, /help, /language, /cancel: the commands that belong to no journey."""

from collections.abc import Mapping

from markupsafe import Markup

from bot.ground.viewer import Language
from bot.joining.settings import choose_language
from bot.people import drafting, menus
from bot.people.viewing import renewed
from bot.speech.commands import Row, visible
from bot.speech.pages import in_rows
from bot.speech.screens import Key, Screen
from bot.speech.words import LANGUAGES, Words
from bot.wire.context import Context
from bot.wire.routing import Handle, Press, on_press
from handlers.joining.joining import OWN_NAMES
from handlers.links.menu import CommandName, Do, MoreCommands, SpeakIn
from handlers.talk import menu_keys as views
from handlers.talk.journeys import Journey
from handlers.talk.menu_keys import do, parted

journey = Journey()


@journey.command("menu")
async def menu(context: Context) -> None:
    context.show(views.menu(context.words, visible(context.viewer)))
    await menus.refresh(context.tx, context.viewer.id, context.now)


@journey.on(MoreCommands)
async def show_more_commands(context: Context) -> Screen:
    return more_commands(context.words, visible(context.viewer))


@journey.command("help")
async def show_help_text(context: Context) -> Screen:
    viewer = context.viewer
    rows = visible(viewer)
    if not viewer.registered:
        text = context.words.say(
            "Here volunteers sign up for activities and keep their hours. Join with /start: it takes two taps."
        )
        return Screen(text)
    lines = Markup("\n").join(Markup("/{} · {}").format(row.name, context.words.say(row.about)) for row in rows)
    parts = [
        context.words.say("<b>Just write what you want:</b> “activities”, “my hours”, “settings” …"),
        context.words.say("Anything else, also a voice message or a photo, I can pass on to the person in charge."),
        lines,
    ]
    return Screen(Markup("\n\n").join(parts), ((do(context.words, "menu"),),))


@journey.command("language")
async def language(context: Context) -> Screen:
    marks = {one: "✓ " if one == context.viewer.person.language else "" for one in LANGUAGES}
    keys = tuple((Key(marks[one] + OWN_NAMES[one], SpeakIn(one)),) for one in LANGUAGES)
    follow = Key(
        ("✓ " if context.viewer.person.language is None else "") + context.words.label("As my Telegram app"),
        SpeakIn(None),
    )
    return Screen(context.words.say("Which language shall I speak?"), (*keys, (follow,)))


@journey.on(SpeakIn)
async def speak_in(context: Context, language_id: Language | None) -> Screen:
    await choose_language(context, language_id)
    context.work.viewer = await renewed(context)
    context.toast(context.words.label("From now on I speak English."))
    return await language(context)


@journey.command("cancel")
async def cancel(context: Context) -> Screen:
    return stopped(context.words, await drafting.give_up(context))


@journey.stale
async def show_old_button(context: Context) -> None:
    """An old card is answered with where things stand, not with an error."""
    context.toast(context.words.label("That button is from an older message. Here is where we are now."))
    if context.in_private:
        context.send(views.menu(context.words, visible(context.viewer)))


def buttons_of(commands: Mapping[str, Handle]) -> Press:
    """What a menu's button does: the command, as if it had been typed."""

    async def do(context: Context, command: CommandName) -> None:
        handle = commands.get(command)
        context.rest = ""
        await (handle or show_old_button)(context)

    return on_press(Do, do)


def more_commands(words: Words, rows: list[Row]) -> Screen:
    """What the menu has no room for."""
    _, others = parted(rows)
    back = (Key(words.label("Back"), Do("menu")),)
    return Screen(words.say("What else?"), (*in_rows([do(words, row.name) for row in others]), back))


def stopped(words: Words, forms: int) -> Screen:
    """After /cancel: ``forms`` is how many were open."""
    text = words.say("Stopped. Nothing was sent.") if forms else words.say("There is nothing to stop.")
    return Screen(text, ((do(words, "menu"),),))
