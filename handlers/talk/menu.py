"""/start without a link, /menu, /help, /language, /cancel: the commands that belong to no journey."""

from collections.abc import Mapping

from markupsafe import Markup

from bot.ground.frozen import replace
from bot.ground.viewer import Language
from bot.joining.acts import own_agency
from bot.joining.own_settings import choose_language
from bot.people import drafting, menus
from bot.people.viewing import renewed
from bot.speech.commands import Row, visible
from bot.speech.pages import in_rows
from bot.speech.phrases import Phrase
from bot.speech.screens import Key, Screen
from bot.speech.words import LANGUAGES, Words
from bot.wire.context import Context
from bot.wire.routing import Handle, Press, on_press
from handlers.joining.lines import OWN_NAMES
from handlers.links.menu import CommandName, Do, MoreCommands, SpeakIn
from handlers.stations.first_step_keys import left_to_do
from handlers.talk import menu_keys as views
from handlers.talk.agency_words import agency_lines
from handlers.talk.journeys import Journey
from handlers.talk.menu_keys import do, parted
from handlers.talk.ways import back_to

journey = Journey()


@journey.command("menu")
async def menu(context: Context) -> None:
    shown = views.menu(context.words, visible(context.viewer))
    first = await left_to_do(context)
    context.show(replace(shown, keys=((first,), *shown.keys)) if first else shown)
    await menus.refresh(context.tx, context.viewer.id, context.now)


@journey.on(MoreCommands)
async def show_more_commands(context: Context) -> Screen:
    return more_commands(context.words, visible(context.viewer))


@journey.command("help")
async def show_help_text(context: Context) -> Screen:
    viewer = context.viewer
    rows = visible(viewer)
    who = agency_lines(context.words, await own_agency(context))
    if not viewer.registered:
        text = context.words.say(
            "Here volunteers sign up for activities and keep their hours. Join with /start: it takes two taps."
        )
        return Screen(Markup("\n").join([text, *who]))
    lines = Markup("\n").join(Markup("/{} · {}").format(row.name, context.words.say(row.about)) for row in rows)
    parts = [
        context.words.say("<b>Just write what you want:</b> “activities”, “my hours”, “settings” …"),
        context.words.say("Anything else, also a voice message or a photo, I can pass on to the person in charge."),
        examples(context.words, {row.name for row in rows}),
        lines,
        *([Markup("\n").join(who)] if who else []),
    ]
    return Screen(Markup("\n\n").join(parts), ((do(context.words, "menu"),),))


def examples(words: Words, commands: set[str]) -> Markup:
    """What people of this seat write, as they write it."""
    lines = [words.say("For example: “I can't come”, “log yesterday 14:00-16:00 gardening”, “hours last month”.")]
    if "post" in commands:
        lines.append(words.say("As staff: “new activity” with its title, day and place below; “report last month”."))
    elif "rollcall" in commands:
        lines.append(
            words.say("As captain: “roll-call”; <i>Sign up someone else</i> below an activity; “report last month”.")
        )
    return Markup("\n").join(lines)


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


@journey.said(Phrase.CANCEL)
@journey.command("cancel")
async def cancel(context: Context) -> Screen:
    return stopped(context.words, await drafting.give_up(context))


@journey.said(Phrase.NOD)
async def nod(context: Context) -> Screen:
    """Nobody else waits for it: no question to a human being is made of a *thank you*."""
    return Screen(Markup("👍"), ((do(context.words, "menu"),),))


@journey.said(Phrase.ANSWER)
async def answered_without_its_card(context: Context) -> Screen:
    """*Yes* typed alone may answer any card above it: none of them is guessed."""
    text = context.words.say(
        "That is a button. Please press it on its card, further up: there I can tell what it answers."
    )
    return Screen(text, ((do(context.words, "menu"),),))


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
    back = (back_to(words, Do("menu")),)
    return Screen(words.say("What else?"), (*in_rows([do(words, row.name) for row in others]), back))


def stopped(words: Words, forms: int) -> Screen:
    """After /cancel: ``forms`` is how many were open."""
    if forms:
        return Screen(words.say("Stopped. Nothing was sent."), ((do(words, "menu"),),))
    return Screen(words.say("There is nothing to stop."), ((do(words, "mine"), do(words, "menu")),))
