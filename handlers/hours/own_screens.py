"""What a volunteer sees of the own hours. Never shown in a group."""

from markupsafe import Markup

from bot.hours.rules import RecordState, SendBackReason, ServiceRecord
from bot.speech.words import Words, later


def state_line(words: Words, record: ServiceRecord) -> Markup:
    if record.reverses_id is not None:
        return words.say("✏️ Takes an earlier entry back: {reason}", reason=record.entry.note)
    if record.reversed:
        return words.say("✏️ Corrected later: a newer entry stands for it")
    if record.state is RecordState.RETURNED:
        return words.say("↩️ Sent back: {reason}", reason=reason(words, record))
    if record.state is RecordState.SUBMITTED:
        return words.say("⏳ Waiting for the lead to confirm it")
    return words.say("✅ Confirmed by {name}", name=record.verifier)


REASONS: dict[SendBackReason, str] = {
    "time": later("The time isn't right"),
    "activity": later("Which activity was it?"),
    "twice": later("It's here already"),
}


def reason(words: Words, record: ServiceRecord) -> str:
    """Why it was sent back: one of those offered, or what was typed."""
    said = record.returned_reason
    return words.label(REASONS[said]) if said in REASONS else said
