"""What a volunteer is asked to agree to, and the question it may open. Never shown in a group."""

from markupsafe import Markup

from bot.hours.rules import RecordState, ServiceRecord, Source
from bot.hours.statement_rules import QuestionLook, StatementLook, TakenBack
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from handlers.activities.lines import stack
from handlers.hours import lines as shared
from handlers.hours.rounded import total
from handlers.links.hours import CorrectHours, ExplainHours, NotRight, OpenQuestion, ThatsRight, VerifyOne
from handlers.talk.menu_screens import do


def statement(words: Words, look: StatementLook) -> Screen:
    record = look.record
    text = stack(
        first_line(words, look),
        hours_line(words, look),
        reason_line(words, record.entry.note) if record.replaces_id is not None else None,
        *shared.flag_lines(words, record.entry.flags),
        words.say("Still to be confirmed by somebody higher.") if record.state is not RecordState.VERIFIED else None,
        year_line(words, look),
        words.say_n(
            "If we don't hear from you in {n} day, this stands.",
            "If we don't hear from you in {n} days, this stands.",
            look.days,
        ),
    )
    right, wrong = ThatsRight(record.id), NotRight(record.id)
    return Screen(text, ((Key(words.label("That's right"), right), Key(words.label("Not right"), wrong)),))


def first_line(words: Words, look: StatementLook) -> Markup:
    if look.record.replaces_id is not None:
        return words.say("✏️ Your hours were corrected.")
    if look.today:
        return words.say("🙏 Thank you for today!")
    return words.say("🙏 Thank you for {day}!", day=words.at(look.record.zone).day(look.record.day))


def year_line(words: Words, look: StatementLook) -> Markup:
    """A service on New Year's Eve is told of in January."""
    hours = total(words, look.year, look.rounding)
    if look.past_year is None:
        return words.say("This year: {hours}", hours=hours)
    return words.say("{year} in total: {hours}", year=str(look.past_year), hours=hours)


def hours_line(words: Words, look: StatementLook) -> Markup:
    """Care home visit: 2 h 30 min (9:00–11:30, marked by Ms Chan)."""
    entry, there = look.record.entry, words.at(look.record.zone)
    facts: dict[str, object] = {
        "title": shared.what(words, look.record),
        "hours": words.hours(entry.minutes),
        "span": there.span(entry.starts_at, entry.ends_at),
        "name": look.marked_by,
    }
    if entry.source is Source.CHECK_IN:
        return words.say("{title}: <b>{hours}</b> ({span}, by check-in)", **facts)
    if entry.source is Source.CORRECTION:
        return words.say("{title}: <b>{hours}</b> ({span}, corrected by {name})", **facts)
    return words.say("{title}: <b>{hours}</b> ({span}, marked by {name})", **facts)


def reason_line(words: Words, reason: str) -> Markup | None:
    return words.say("Reason: {reason}", reason=reason) if reason else None


def agreed(words: Words, record: ServiceRecord) -> Screen:
    text = stack(words.say("✅ Noted, thank you!"), record_line(words, record))
    return Screen(text, ((do(words, "hours"),),))


def record_line(words: Words, record: ServiceRecord) -> Markup:
    """Care home visit, Sat 5 Dec, 9:00–11:30 am: 2 h 30 min."""
    return words.say(
        "{title}, {when}: <b>{hours}</b>",
        title=shared.what(words, record),
        when=shared.when(words, record),
        hours=words.hours(record.entry.minutes),
    )


def ask_question(words: Words, record: ServiceRecord) -> Screen:
    text = stack(
        words.say("What is not right? Please write it in a sentence; it goes to the lead."),
        record_line(words, record),
    )
    return Screen(text, ((Key(words.label("That's right after all"), ThatsRight(record.id)),),))


def asked(words: Words, record: ServiceRecord) -> Screen:
    text = stack(
        words.say("Thank you. Your question is with the lead, who will answer you."), record_line(words, record)
    )
    return Screen(text)


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


def ask_hours(words: Words, look: QuestionLook) -> Screen:
    text = stack(
        words.say("What is right for {name}? Type it: 9:00-12:00, or 3 h, or 0.", name=look.record.person),
        record_line(words, look.record),
    )
    return Screen(text, ((Key(words.label("Back"), OpenQuestion(look.record.id)),),))


def ask_answer(words: Words, look: QuestionLook) -> Screen:
    text = words.say("Your answer to {name}, in a sentence or two:", name=look.record.person)
    return Screen(text, ((Key(words.label("Back"), OpenQuestion(look.record.id)),),))


def corrected(words: Words, name: str, made: ServiceRecord) -> Screen:
    """To the lead who did it."""
    if made.replaces_id is None:
        return Screen(words.say("✅ Taken back. {name} is told.", name=name))
    text = stack(words.say("✅ Corrected. {name} is told.", name=name), record_line(words, made))
    return Screen(text)


def explained(words: Words, record: ServiceRecord) -> Screen:
    return Screen(words.say("✅ {name} gets your answer.", name=record.person))


def answered(words: Words, look: QuestionLook) -> Screen:
    """To the person: it stays, and why."""
    text = stack(
        words.say("💬 {name} about your hours: “{answer}”", name=look.by, answer=look.answer),
        record_line(words, look.record),
    )
    right, wrong = ThatsRight(look.record.id), NotRight(look.record.id)
    return Screen(text, ((Key(words.label("That's right"), right), Key(words.label("Not right"), wrong)),))


def taken_back(words: Words, look: TakenBack) -> Screen:
    """To the person: the record counts no more."""
    text = stack(
        words.say("✏️ {name} has taken these hours back.", name=look.by),
        record_line(words, look.record),
        reason_line(words, look.reason),
    )
    return Screen(text, ((do(words, "hours"),),))
