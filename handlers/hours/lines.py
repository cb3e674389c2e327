"""The lines about a service record that several messages share. Times are the station's, minutes exact."""

from markupsafe import Markup

from bot.hours.rules import RecordState, ServiceRecord, Source, Why
from bot.speech.words import Words, later
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
