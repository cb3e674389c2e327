"""The way in for people who type nothing: every command they may use, as a button."""

from markupsafe import Markup

from bot.ground.frozen import replace
from bot.speech.commands import BY_NAME, Row
from bot.speech.screens import CommandMenu, Key, Rows, Screen
from bot.speech.words import LANGUAGES, Words
from handlers.joining.screens import OWN_NAMES
from handlers.links.menu import Do, MoreCommands, SpeakIn

ON_THE_WAY = ("manage", "post", "rollcall", "verify", "summary")
"""``/manage`` opens on today."""


def do(words: Words, command: str) -> Key:
    """A button that does what the command does, under the name it has in the menu."""
    return Key(words.label(BY_NAME[command].label), Do(command))


def in_pairs(keys: list[Key]) -> Rows:
    return tuple(tuple(keys[at : at + 2]) for at in range(0, len(keys), 2))


def menu(words: Words, rows: list[Row], *, first: Markup | None = None) -> Screen:
    """``first``: a conclusion that stands before the question. Staff have too much for one look: the rest waits."""
    ask = words.say("What would you like to do?")
    between, _ = parted(rows)
    keys = [do(words, row.name) for row in between]
    if len(between) < len(listed(rows)):
        keys = [Key(words.label("Today"), Do("manage")), *keys[1:], Key(words.label("More"), MoreCommands())]
    return Screen(Markup("\n").join([first, ask]) if first else ask, in_pairs(keys))


def more_commands(words: Words, rows: list[Row]) -> Screen:
    """What the menu has no room for."""
    _, others = parted(rows)
    back = (Key(words.label("Back"), Do("menu")),)
    return Screen(words.say("What else?"), (*in_pairs([do(words, row.name) for row in others]), back))


def listed(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.name != "menu"]


def parted(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """What is used between two home visits, in that order, and the rest; for who posts nothing it is one screen."""
    held = {row.name: row for row in listed(rows)}
    if "post" not in held:
        return listed(rows), []
    first = [held[name] for name in ON_THE_WAY if name in held]
    return first, [row for row in listed(rows) if row.name not in ON_THE_WAY]


def menu_for_all(words: Words, client: str) -> CommandMenu:
    """For newcomers, by the language of their app. Telegram has one list for all Chinese: in the agency's own."""
    reads = {"en": "en", "zh": words.language if words.language != "en" else "zh_Hans"}.get(client, words.language)
    reader = replace(words, language=reads)
    shown = (BY_NAME[name] for name in ("start", "help"))
    return CommandMenu(None, tuple((row.name, reader.label(row.about)) for row in shown), client)


def help_text(words: Words, rows: list[Row], *, joined: bool) -> Screen:
    """What this person can do, and that nobody has to type a slash."""
    if not joined:
        text = words.say(
            "Here volunteers sign up for activities and keep their hours. Join with /start: it takes two taps."
        )
        return Screen(text)
    lines = Markup("\n").join(Markup("/{} · {}").format(row.name, words.say(row.about)) for row in rows)
    parts = [
        words.say("<b>Just write what you want:</b> “activities”, “my hours”, “settings” …"),
        words.say("Anything else, also a voice message or a photo, I can pass on to the person in charge."),
        lines,
    ]
    return Screen(Markup("\n\n").join(parts), ((do(words, "menu"),),))


def languages(words: Words, chosen: str | None) -> Screen:
    """``chosen`` None follows the client."""
    marks = {one: "✓ " if one == chosen else "" for one in LANGUAGES}
    keys = tuple((Key(marks[one] + OWN_NAMES[one], SpeakIn(one)),) for one in LANGUAGES)
    follow = Key(("✓ " if chosen is None else "") + words.label("As my Telegram app"), SpeakIn(None))
    return Screen(words.say("Which language shall I speak?"), (*keys, (follow,)))


def language_chosen(words: Words) -> str:
    return words.label("From now on I speak English.")


def elsewhere(words: Words, url: str) -> Screen:
    """In a group: names, hours and phones stay out of it."""
    text = words.say("Let's do this in private, not in the group.")
    return Screen(text, ((Key(words.label("Open our chat"), url=url),),))


def old_button(words: Words) -> str:
    return words.label("That button is from an older message. Here is where we are now.")


def stopped(words: Words, forms: int) -> Screen:
    """After /cancel: ``forms`` is how many were open."""
    text = words.say("Stopped. Nothing was sent.") if forms else words.say("There is nothing to stop.")
    return Screen(text, ((do(words, "menu"),),))
