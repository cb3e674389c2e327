"""What every form says alike: before typed words replace something, and to whoever left a form for something else."""

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
