"""The way in for people who type nothing: every command they may use, as a button."""

from markupsafe import Markup

from bot.views.commands import BY_NAME, Row
from bot.views.joining import OWN_NAMES
from bot.views.presses.menu import Do, SpeakIn
from bot.views.screens import Key, Rows, Screen
from bot.views.words import LANGUAGES, Words


def do(words: Words, command: str) -> Key:
    """A button that does what the command does, under the name it has in the menu."""
    return Key(words.label(BY_NAME[command].label), Do(command))


def in_pairs(keys: list[Key]) -> Rows:
    return tuple(tuple(keys[at : at + 2]) for at in range(0, len(keys), 2))


def menu(words: Words, rows: list[Row], *, first: Markup | None = None) -> Screen:
    """``first``: a conclusion that stands before the question."""
    ask = words.say("What would you like to do?")
    keys = [do(words, row.name) for row in rows if row.name != "menu"]
    return Screen(Markup("\n").join([first, ask]) if first else ask, in_pairs(keys))


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
    follow = Key(("✓ " if chosen is None else "") + words.label("As my Telegram app"), SpeakIn(""))
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
