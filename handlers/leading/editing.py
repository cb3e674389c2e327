"""Changing an activity: which field, its new value, another day, on hold until when, and who leads or helps."""

from markupsafe import Markup

from bot.activities.rules import Shift
from bot.ground.refusals import Refusal
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from handlers.activities.lines import long_line, stack, title_line, when_line
from handlers.links.leading import (
    Manage,
    More,
)
from handlers.refusals.typed import problem_line


def changed(words: Words, shift: Shift, moved: bool) -> Screen:
    first = words.say("✅ <b>Changed.</b>")
    if moved:
        first = words.say("✅ <b>Changed.</b> Everybody signed up is asked again; no answer keeps the place.")
    text = stack(
        first,
        title_line(words, shift.title),
        when_line(words, shift),
        long_line(words, shift.starts_at, shift.ends_at) if moved else None,
    )
    return Screen(text, ((Key(words.label("Manage"), Manage(shift.id)),),))


def warning(words: Words, problem: Refusal | None) -> Markup | None:
    return words.say("⚠️ {problem}", problem=problem_line(words, problem)) if problem else None


def back_to_more(words: Words, shift: Shift) -> tuple[Key, ...]:
    return (Key(words.label("Back"), More(shift.id)),)
