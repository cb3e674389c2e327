"""What a volunteer is asked to agree to, and the question it may open. Never shown in a group."""

from markupsafe import Markup

from bot.hours.rules import RecordState, ServiceRecord
from bot.hours.statement_rules import QuestionLook
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from handlers.activities.lines import stack
from handlers.hours import lines as shared
from handlers.links.hours import CorrectHours, ExplainHours, VerifyOne


def record_line(words: Words, record: ServiceRecord) -> Markup:
    """Care home visit, Sat 5 Dec, 9:00–11:30 am: 2 h 30 min."""
    return words.say(
        "{title}, {when}: <b>{hours}</b>",
        title=shared.what(words, record),
        when=shared.when(words, record),
        hours=words.hours(record.entry.minutes),
    )


def question(words: Words, look: QuestionLook) -> Screen:
    """To the lead."""
    record = look.record
    text = stack(
        words.say("❓ <b>{name} says the hours are not right</b>", name=record.person),
        words.say("“{question}”", question=look.statement.question),
        record_line(words, record),
        *shared.why_lines(words, record),
    )
    return Screen(text, ((*mending(words, record), Key(words.label("Explain"), ExplainHours(record.id))),))


def mending(words: Words, record: ServiceRecord) -> tuple[Key, ...]:
    """What was confirmed can be corrected, once; what waits can still be sent back."""
    if record.state is RecordState.SUBMITTED:
        return (Key(words.label("Look at it"), VerifyOne(record.id)),)
    if record.reversed or record.state is not RecordState.VERIFIED:
        return ()
    return (Key(words.label("Correct the hours"), CorrectHours(record.id)),)
