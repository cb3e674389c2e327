"""What consent and company have in common: the way to a parent, a day with its year, a name that is shown first."""

from datetime import date

from bot.ground.text import clean_line
from bot.guardians import companions
from bot.speech.buttons import Button
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.links.guardians import AskGuardian
from handlers.links.menu import TakeTyped
from handlers.talk import forms
from handlers.talk.offering import beside
from handlers.talk.ways import ask_sure


def ask_guardian(words: Words) -> Key:
    """For the screen that says why somebody under 18 has no place yet."""
    return Key(words.label("Ask my parent or guardian"), AskGuardian())


def full_day(words: Words, on: date) -> str:
    """With its year: it is up to twelve months away."""
    return words.full_day(on)


async def propose(context: Context, form: str, typed: str, change: Button) -> None:
    """The name is shown first: whatever was typed may have been meant for somebody else."""
    kept = companions.held(context, typed)
    name, revision = clean_line(typed), await forms.hold(context, form, kept)
    shown = sure(context.words, name, form=form, revision=revision, change=change)
    context.send(await beside(context, shown))


def sure(words: Words, name: str, *, form: str, revision: int, change: Button) -> Screen:
    """An excuse that was typed here must become no companion."""
    yes = Key(words.label("Yes, this name"), TakeTyped(form, revision, True))
    return ask_sure(words.say("<b>“{name}” comes along?</b>", name=name), yes, Key(words.label("Change"), change))
