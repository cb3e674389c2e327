"""What a newcomer reads: the privacy notice in eight lines, then one question about the name."""

from markupsafe import Markup

from bot.ground.viewer import Language
from bot.speech.buttons import Button
from bot.speech.screens import Key, Screen
from bot.speech.words import LANGUAGES, Words
from handlers.links.joining import Agree, ReadIn, UseName, carried

OWN_NAMES = {"zh_Hans": "简体中文", "zh_Hant": "繁體中文", "en": "English"}
"""Each language in itself, whoever reads: that is how one finds it."""


def privacy_lines(words: Words) -> list[Markup]:
    """What is kept, why, who sees it, how long, and how to see, correct and erase it: eight lines, no more."""
    return [
        words.say("<b>Kept:</b> your Telegram id, name, language, age group, sign-ups, hours and trainings"),
        words.say("<b>Only if you give them:</b> phone (encrypted), volunteer number, and what you have me pass on"),
        words.say("<b>Why:</b> to organise activities, remind you and count your hours"),
        words.say(
            "<b>Who sees it:</b> your social workers, coordinator and team captain; text and voice passed on: the lead"
        ),
        words.say("<b>How long:</b> until you erase it"),
        words.say("<b>See and take along:</b> /mydata gives you everything as a file"),
        words.say("<b>Correct:</b> /settings · <b>Erase:</b> /forget, at once; minutes stay in team totals, nameless"),
        words.say(
            "<b>Under 18:</b> a parent or guardian must agree; kept too: their name, who comes along (encrypted)"
        ),
    ]


def notice(words: Words, *, link: str = "", language: Language | None = None) -> Screen:
    """``language``: chosen here; None follows the client."""
    link = carried(link)
    lines = Markup("\n").join(Markup("· ") + line for line in privacy_lines(words))
    agree = (
        Key(words.label("I agree, I'm 18 or over"), Agree(True, language, link)),
        Key(words.label("I agree, I'm under 18"), Agree(False, language, link)),
    )
    others = tuple(Key(OWN_NAMES[one], ReadIn(one, link)) for one in LANGUAGES if one != words.language)
    welcome = words.say("👋 <b>Welcome! To join, please read this and agree.</b>")
    return Screen(Markup("\n\n").join([welcome, lines]), ((agree[0],), (agree[1],), others))


def ask_name(words: Words, proposed: str, use: Button | None = None) -> Screen:
    """``proposed`` is '' where Telegram's name has nothing legible: then it must be typed.

    ``use`` takes a name that was typed: a question, "who are you?", is not to become one.
    """
    if not proposed:
        return Screen(words.say("What's your name? Please type it here: it stands on lists and hours."))
    text = words.say("Shall we call you <b>{name}</b>?", name=proposed)
    hint = words.say("If another name should stand on lists and hours, just type it here.")
    return Screen(Markup("\n").join([text, hint]), ((Key(words.label("Use this name"), use or UseName()),),))


def joined_toast(words: Words, name: str) -> str:
    return words.label("You've joined, {name}!", name=name)


def welcome(words: Words, name: str) -> Markup:
    """The first line of the menu, after joining and at every plain /start."""
    return words.say("👋 <b>Hello, {name}!</b>", name=name)
