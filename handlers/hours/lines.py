"""The lines about a service record that several messages share. Times are the station's, minutes exact."""

from markupsafe import Markup

from bot.hours.rules import RecordState, SendBackReason, ServiceRecord, Source, Why
from bot.hours.statement_rules import QuestionLook
from bot.speech.screens import Key, Screen
from bot.speech.words import Words, later
from handlers.activities.lines import stack
from handlers.links.hours import CorrectHours, ExplainHours, VerifyOne
from handlers.talk.kinds import kind_name

SOURCES = {
    Source.ROLL_CALL: later("roll-call"),
    Source.CHECK_IN: later("check-in"),
    Source.SELF_REPORT: later("self-report"),
    Source.LATE_ENTRY: later("late entry"),
    Source.HEAD_COUNT: later("head-count"),
    Source.CORRECTION: later("correction"),
}
MARKS = {RecordState.SUBMITTED: "⏳", RecordState.VERIFIED: "✅", RecordState.RETURNED: "↩️"}
NATURES = {"training": later("Training"), "preparation": later("Preparation")}
STEPS = {
    "planned": later("planned time"),
    "late": later("came late"),
    "left_early": later("left early"),
    "cancelled": later("cancelled under way"),
    "overtime": later("stayed longer, agreed by the lead"),
    "break": later("breaks"),
    "grace": later("a few minutes late: not deducted"),
    "taken_back": later("taken back"),
}
FLAGS = {
    "no_check_out": later("No check-out: counted to the planned end."),
    "overtime": later("Stayed longer than planned: only the planned time counts."),
    "short_stay": later("Checked out after a very short time."),
}


def what(words: Words, record: ServiceRecord) -> Markup:
    """What was done, in few words: the activity, else the note, else the kind."""
    said = record.activity or record.entry.note.split("\n")[0][:60]
    return Markup("{}").format(said or what_kind(words, record))


def what_kind(words: Words, record: ServiceRecord) -> str:
    nature = record.entry.nature.value
    return words.label(NATURES[nature]) if nature in NATURES else kind_name(words, record.entry.kind)


def mark(record: ServiceRecord) -> str:
    """⏳ waiting, ✅ confirmed, ↩️ sent back, ✏️ corrected."""
    if record.reversed or record.reverses_id is not None:
        return "✏️"
    return MARKS[record.state]


def short_line(words: Words, record: ServiceRecord) -> Markup:
    """✅ 5 Dec · 2 h 30 min · Care home visit."""
    there = words.at(record.zone)
    return Markup("{} {} · {} · {}").format(
        mark(record), there.short_day(record.day), words.hours(record.minutes_of_all), what(words, record)
    )


def when(words: Words, record: ServiceRecord) -> str:
    return words.at(record.zone).when(record.entry.starts_at, record.entry.ends_at)


def why_lines(words: Words, record: ServiceRecord) -> list[Markup]:
    """+150 planned time, −20 came late: what adds up to the minutes."""
    named = [(step_name(words, record, step), step.minutes) for step in record.entry.why]
    return [
        words.say("· {step}: {time}", step=name, time=words.hours(minutes)) if minutes else Markup("· {}").format(name)
        for name, minutes in named
        if name
    ]


def step_name(words: Words, record: ServiceRecord, step: Why) -> str:
    """'' for a step that nobody words any more."""
    if step.code == "corrected":
        return words.label("corrected by {name}", name=record.verifier)
    return words.label(STEPS[step.code]) if step.code in STEPS else ""


def flag_lines(words: Words, flags: tuple[str, ...]) -> list[Markup]:
    return [Markup("⚠️ {}").format(words.label(FLAGS[flag])) for flag in flags if flag in FLAGS]


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


def record_line(words: Words, record: ServiceRecord) -> Markup:
    """Care home visit, Sat 5 Dec, 9:00–11:30 am: 2 h 30 min."""
    return words.say(
        "{title}, {when}: <b>{hours}</b>",
        title=what(words, record),
        when=when(words, record),
        hours=words.hours(record.entry.minutes),
    )


def question(words: Words, look: QuestionLook) -> Screen:
    """To the lead."""
    record = look.record
    text = stack(
        words.say("❓ <b>{name} says the hours are not right</b>", name=record.person),
        words.say("“{question}”", question=look.statement.question),
        record_line(words, record),
        *why_lines(words, record),
    )
    return Screen(text, ((*mending(words, record), Key(words.label("Explain"), ExplainHours(record.id))),))


def mending(words: Words, record: ServiceRecord) -> tuple[Key, ...]:
    """What was confirmed can be corrected, once; what waits can still be sent back."""
    if record.state is RecordState.SUBMITTED:
        return (Key(words.label("Look at it"), VerifyOne(record.id)),)
    if record.reversed or record.state is not RecordState.VERIFIED:
        return ()
    return (Key(words.label("Correct the hours"), CorrectHours(record.id)),)
