"""What every form says alike: before typed words replace something, and to whoever left a form for something else."""

from bot.speech.screens import Key, Screen
from bot.speech.words import Words, later
from handlers.activities.fields import SHOWN
from handlers.activities.lines import stack
from handlers.links.menu import GoOn, TakeTyped

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

WHAT = {
    "name": later("Name"),
    "number": later("Volunteer number"),
    **{code: shown.name for code, shown in SHOWN.items()},
}


def go_on(words: Words, form: str) -> Key:
    return Key(words.label(GO_ON[form]), GoOn(form))


def sure(words: Words, *, what: str, before: str, after: str, form: str, revision: int) -> Screen:
    """Words that were meant for somebody else must not become a name: what was there is shown first.

    `what`: a key of WHAT.
    """
    text = stack(
        words.say("<b>Change it to “{after}”?</b>", after=after),
        words.say("{what} now: {before}", what=words.label(WHAT[what]), before=before or words.label("none")),
    )
    yes = Key(words.label("Yes, change it"), TakeTyped(form, revision, True))
    return Screen(text, ((yes, Key(words.label("No, leave it"), TakeTyped(form, revision, False))),))


def left_as_it_is(words: Words) -> Screen:
    return Screen(words.say("All right, nothing was changed."))
