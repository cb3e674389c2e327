"""Changing an activity: which field, its new value, another day, on hold until when, and who leads or helps."""

from collections.abc import Sequence
from typing import Literal

from markupsafe import Markup

from bot.activities.rules import Shift
from bot.ground.refusals import Refusal
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from handlers.activities.lines import long_line, stack, title_line, when_line
from handlers.leading.lines import busy_line
from handlers.links.leading import (
    Manage,
    MoreOf,
)
from handlers.refusals.typed import problem_line
from handlers.talk.ways import back_to


def changed(words: Words, shift: Shift, moved: bool, busy: Sequence[str] = ()) -> Screen:
    """`busy`: who is down for something else at the new time."""
    first = words.say("✅ <b>Changed.</b>")
    if moved:
        first = words.say("✅ <b>Changed.</b> Everybody signed up is asked again; no answer keeps the place.")
    text = stack(
        first,
        title_line(words, shift.title),
        when_line(words, shift),
        long_line(words, shift.starts_at, shift.ends_at) if moved else None,
        busy_line(words, busy) if moved else None,
    )
    return Screen(text, ((Key(words.label("Manage"), Manage(shift.id)),),))


def warning(words: Words, problem: Refusal | None) -> Markup | None:
    return words.say("⚠️ {problem}", problem=problem_line(words, problem)) if problem else None


def back_to_group(words: Words, shift_id: int, group: Literal["dates", "leads"]) -> tuple[Key, ...]:
    """To the group of *More* in which it was offered."""
    return (back_to(words, MoreOf(shift_id, group)),)
