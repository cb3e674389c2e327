"""The lines about a service record that several messages share. Times are the station's, minutes exact."""

from markupsafe import Markup

from bot.hours.rules import TAKEN_BACK, RecordState, SendBackReason, ServiceRecord, Source, Why
from bot.hours.shown import Answer, Correction
from bot.hours.statements.rules import QuestionLook, StatementLook
from bot.speech.screens import Key, Screen
from bot.speech.words import Words, later
from handlers.activities.lines import stack
from handlers.hours.rounded import total
from handlers.links.hours import CorrectHours, ExplainHours, VerifyOne
from handlers.sign_ups.lines import who_line
from handlers.talk.kind_words import kind_name

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
    "away": later("away in between"),
    "overlap": later("on record already, for another entry"),
    "grace": later("a few minutes late: not deducted"),
    "taken_back": later("taken back"),
}
FLAGS = {
    "no_check_out": later("No check-out: counted to the planned end."),
    "overtime": later("Stayed longer than planned: only the planned time counts."),
    "short_stay": later("Checked out after a very short time."),
    "overlap": later("Part of this time is on record already, so it counts there and not twice."),
}


def what(words: Words, record: ServiceRecord) -> Markup:
    """What was done, in few words: the activity, else the note, else the kind."""
    said = record.activity or record.entry.note.split("\n")[0][:60]
    return Markup("{}").format(said or what_kind(words, record))


def what_lines(words: Words, record: ServiceRecord) -> list[Markup]:
    """With its kind, which is said once."""
    said, kind = what(words, record), what_kind(words, record)
    return [said if said == Markup("{}").format(kind) else Markup("{} · {}").format(said, kind)]


def what_kind(words: Words, record: ServiceRecord) -> str:
    nature = record.entry.nature.value
    return words.label(NATURES[nature]) if nature in NATURES else kind_name(words, record.entry.kind)


def mark(record: ServiceRecord) -> str:
    """⏳ waiting, ✅ confirmed, ↩️ sent back, ✏️ corrected."""
    if record.reversed or record.reverses_id is not None or record.replaces_id is not None:
        return "✏️"
    return MARKS[record.state]


def short_line(words: Words, found: Answer) -> Markup:
    """✅ Sat 5 Dec · 2 h 30 min · Care home visit; what was corrected says what it was: 2 h 30 min (was 2 h)."""
    record, there = found.record, words.at(found.record.zone)
    said = Markup("{}").format(words.hours(minutes_of(found) * record.entry.heads))
    if found.corrections:
        said = words.say("{hours} (was {before})", hours=said, before=words.hours(found.corrections[0].before))
    return Markup("{} {} · {} · {}").format(mark(record), there.label_day(record.day), said, what(words, record))


def minutes_of(found: Answer) -> int:
    """What is left of it."""
    return found.corrections[-1].after if found.corrections else found.record.entry.minutes


def correction_lines(words: Words, found: Answer) -> list[Markup]:
    """Corrected on 3 Dec from 2 h to 2 h 30 min: stayed longer."""
    return [Markup("✏️ {}").format(corrected(words, one)) for one in found.corrections]


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
        if record.returned_reason == TAKEN_BACK:
            return words.say("↩️ Taken back by {name}", name=record.person)
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


def corrected(words: Words, one: Correction) -> Markup:
    """What became of the minutes of an entry, and why."""
    day, was, now, reason = words.label_day(one.on), words.hours(one.before), words.hours(one.after), one.reason
    if one.after <= 0:
        said = words.say("taken back on {day}, {before}", day=day, before=was)
    else:
        said = words.say("corrected on {day} from {before} to {after}", day=day, before=was, after=now)
    return words.say("{said}: {reason}", said=said, reason=reason) if reason else said


def record_line(words: Words, record: ServiceRecord) -> Markup:
    """Care home visit, Sat 5 Dec, 9:00–11:30 am: 2 h 30 min."""
    return words.say(
        "{title}, {when}: <b>{hours}</b>",
        title=what(words, record),
        when=when(words, record),
        hours=words.hours(record.entry.minutes),
    )


def year_line(words: Words, look: StatementLook) -> Markup:
    """A service on New Year's Eve is told of in January."""
    hours = total(words, look.year, look.rounding)
    if look.past_year is None:
        return words.say("This year: {hours}", hours=hours)
    return words.say("{year} in total: {hours}", year=str(look.past_year), hours=hours)


def spoken_line(words: Words, look: StatementLook, about: object) -> Markup:
    """Care home visit, or whose: 2 h 30 min (9:00–11:30, marked by Ms Chan)."""
    entry, there = look.record.entry, words.at(look.record.zone)
    facts: dict[str, object] = {
        "title": about,
        "hours": words.hours(entry.minutes),
        "span": there.span(entry.starts_at, entry.ends_at),
        "name": look.marked_by,
    }
    if entry.source is Source.CHECK_IN:
        return words.say("{title}: <b>{hours}</b> ({span}, by check-in)", **facts)
    if entry.source is Source.CORRECTION:
        return words.say("{title}: <b>{hours}</b> ({span}, corrected by {name})", **facts)
    return words.say("{title}: <b>{hours}</b> ({span}, marked by {name})", **facts)


def whose_line(words: Words, record: ServiceRecord, reader_id: int) -> Markup | None:
    """Where the reader answers for somebody else."""
    return who_line(words, None if record.entry.person_id == reader_id else record.person)


def question(words: Words, look: QuestionLook) -> Screen:
    """To the lead."""
    record = look.record
    text = stack(
        words.say("❓ <b>{name} says the hours are not right</b>", name=record.person),
        words.say("“{question}”", question=look.statement.question)
        if look.statement.question
        else words.say("🎤 Said in a message that was sent to you as it is."),
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


def turning_words(words: Words) -> tuple[str, str]:
    """On the keys that turn the pages of a list of records."""
    return str(words.label("‹ Newer")), str(words.label("Older ›"))
