"""What several subjects say alike: the way back to a form that was left, and that a file is on its way."""

from bot.speech.screens import Key
from bot.speech.words import Words, later
from handlers.links.menu import GoOn

GO_ON = {
    "post": later("Go on with the new activity"),
    "log": later("Go on entering hours"),
    "broadcast": later("Go on writing"),
    "consent": later("Go on with the signed form"),
    "companion": later("Go on: who comes along"),
    "companion_named": later("Go on: who comes along"),
    "sign_up_other": later("Go on signing somebody up"),
    "statement_hours": later("Go on correcting hours"),
}


def go_on(words: Words, form: str) -> Key:
    return Key(words.label(GO_ON[form]), GoOn(form))


def file_comes(words: Words) -> str:
    return words.label("The file is on its way.")
