"""Hours statements to volunteers, their questions to leads, and the answers."""

from markupsafe import Markup

from bot.ground import notices
from bot.hours import booking
from bot.hours import statements as hours_statements
from bot.hours.rules import RecordState, ServiceRecord, Source
from bot.hours.statement_rules import QuestionLook, StatementLook, TakenBack
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.rendering import Telling
from handlers.activities.lines import stack
from handlers.hours import lines as shared
from handlers.hours.lines import reason, record_line
from handlers.hours.rounded import total
from handlers.links.hours import NotRight, SendHoursAgain, ThatsRight
from handlers.talk.journeys import Journey
from handlers.talk.menu_keys import do

journey = Journey()


@journey.notice(notices.Statement)
async def show_statement(to: Telling, record: int) -> Screen | None:
    return to.say(statement, await hours_statements.look(await to.desk(), record_id=record))


@journey.notice(notices.StatementQuestion)
async def question(to: Telling, record: int) -> Screen | None:
    return to.say(shared.question, await hours_statements.open_question(await to.desk(), record_id=record))


@journey.notice(notices.StatementExplained)
async def explained(to: Telling, record: int, answer: str, by: int) -> Screen | None:
    found = await hours_statements.answer_for(to.tx, to.person_id, record_id=record, answer=answer, by=by)
    return to.say(answered, found)


@journey.notice(notices.HoursTakenBack)
async def show_taken_back(to: Telling, record: int, reason: str, by: int) -> Screen | None:
    found = await hours_statements.taken_back_for(to.tx, to.person_id, record_id=record, reason=reason, by=by)
    return to.say(taken_back, found)


@journey.notice(notices.RecordReturned)
async def returned(to: Telling, record: int) -> Screen | None:
    found = await booking.known(to.tx, record)
    return to.say(returned_notice, found if found.state is RecordState.RETURNED else None)


def returned_notice(words: Words, record: ServiceRecord) -> Screen:
    """To whom a record was sent back."""
    text = Markup("\n").join(
        [
            words.say("↩️ <b>Your hours were sent back</b>: {reason}", reason=reason(words, record)),
            words.say("{what}, {when}", what=shared.what(words, record), when=shared.when(words, record)),
            words.say("Put it right and send it again."),
        ]
    )
    return Screen(text, ((Key(words.label("Put right and send"), SendHoursAgain(record.id)),),))


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
