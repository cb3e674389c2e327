"""Hours statements to volunteers, their questions to leads, and the answers."""

from markupsafe import Markup

from bot.ground import notices
from bot.hours import booking, verifying
from bot.hours.long_days import acts as long_day_acts
from bot.hours.rules import RecordState, ServiceRecord
from bot.hours.shown import Answer
from bot.hours.statements import acts as hours_statements
from bot.hours.statements.rules import QuestionLook, StatementLook, TakenBack
from bot.speech.screens import Copied, Key, Screen
from bot.speech.words import Words
from bot.wire.rendering import Telling
from handlers.activities.lines import stack
from handlers.hours import lines as shared
from handlers.hours.lines import reason, record_line
from handlers.links.hours import NotRight, SendHoursAgain, ThatsRight
from handlers.sign_ups.lines import who_line
from handlers.talk.journeys import Journey
from handlers.talk.menu_keys import do

journey = Journey()


@journey.notice(notices.Statement)
async def show_statement(to: Telling, record: int) -> Screen | None:
    return to.say(statement, await hours_statements.look(await to.desk(), record_id=record))


@journey.notice(notices.StatementQuestion)
async def question(to: Telling, record: int, chat: int, message: int) -> Screen | tuple[Screen, Copied] | None:
    """What was spoken comes under it, as it was said."""
    found = await hours_statements.open_question(await to.desk(), record_id=record)
    if found is None:
        return None
    shown = shared.question(to.words, found)
    return (shown, Copied(chat, message)) if message else shown


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
    whose = shared.whose_line(to.words, found, to.person_id)
    return returned_notice(to.words, found, whose) if found.state is RecordState.RETURNED else None


@journey.notice(notices.HoursConfirmed)
async def show_confirmed(to: Telling, records: str) -> Screen | None:
    found = await verifying.confirmed_look(to.tx, to.person_id, records)
    return confirmed(to.words, found, to.person_id) if found else None


@journey.notice(notices.LongDays)
async def show_long_days(to: Telling) -> Screen | None:
    return to.say(long_days, await long_day_acts.waiting_for(to.tx, to.person_id))


def long_days(words: Words, waiting: int) -> Screen:
    """To who holds the role that it takes."""
    text = words.say_n(
        "⏳ <b>{n} long day waits for you to confirm</b>", "⏳ <b>{n} long days wait for you to confirm</b>", waiting
    )
    return Screen(text, ((do(words, "verify"),),))


CONFIRMED_SHOWN = 6


def confirmed(words: Words, records: list[ServiceRecord], reader_id: int) -> Screen:
    """To whose report was confirmed, or who looks after them."""
    minutes, first = words.hours(sum(one.entry.minutes for one in records)), records[0]
    text = stack(
        words.say("✅ <b>{name} has confirmed {hours} of yours</b>", name=first.verifier, hours=minutes)
        if first.entry.person_id == reader_id
        else words.say("✅ <b>{name} has confirmed {hours}</b>", name=first.verifier, hours=minutes),
        shared.whose_line(words, first, reader_id),
        *(Markup("· {}").format(shared.short_line(words, Answer(one))) for one in records[:CONFIRMED_SHOWN]),
    )
    return Screen(text, ((do(words, "hours"),),))


def returned_notice(words: Words, record: ServiceRecord, whose: Markup | None = None) -> Screen:
    """To whom a record was sent back, and who entered it for somebody else."""
    text = stack(
        words.say("↩️ <b>Your hours were sent back</b>: {reason}", reason=reason(words, record))
        if whose is None
        else words.say("↩️ <b>Hours were sent back</b>: {reason}", reason=reason(words, record)),
        whose,
        words.say("{what}, {when}", what=shared.what(words, record), when=shared.when(words, record)),
        words.say("Put it right and send it again."),
    )
    return Screen(text, ((Key(words.label("Put right and send"), SendHoursAgain(record.id)),),))


def statement(words: Words, look: StatementLook) -> Screen:
    record = look.record
    text = stack(
        first_line(words, look),
        who_line(words, look.name),
        shared.spoken_line(words, look, shared.what(words, look.record)),
        reason_line(words, record.entry.note) if record.replaces_id is not None else None,
        *shared.flag_lines(words, record.entry.flags),
        words.say("Still to be confirmed by somebody higher.") if record.state is not RecordState.VERIFIED else None,
        shared.year_line(words, look),
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
        words.say("💬 {name} about your hours: “{answer}”", name=look.by, answer=look.answer)
        if look.name is None
        else words.say("💬 {name} about the hours: “{answer}”", name=look.by, answer=look.answer),
        who_line(words, look.name),
        record_line(words, look.record),
    )
    right, wrong = ThatsRight(look.record.id), NotRight(look.record.id)
    return Screen(text, ((Key(words.label("That's right"), right), Key(words.label("Not right"), wrong)),))


def taken_back(words: Words, look: TakenBack) -> Screen:
    """To the person: the record counts no more."""
    text = stack(
        words.say("✏️ {name} has taken these hours back.", name=look.by),
        who_line(words, look.name),
        record_line(words, look.record),
        reason_line(words, look.reason),
    )
    return Screen(text, ((do(words, "hours"),),))


def first_line(words: Words, look: StatementLook) -> Markup:
    if look.record.replaces_id is not None:
        if look.name is not None:
            return words.say("✏️ The hours were corrected.")
        return words.say("✏️ Your hours were corrected.")
    if look.today:
        return words.say("🙏 Thank you for today!")
    return words.say("🙏 Thank you for {day}!", day=words.at(look.record.zone).day(look.record.day))


def reason_line(words: Words, reason: str) -> Markup | None:
    return words.say("Reason: {reason}", reason=reason) if reason else None
