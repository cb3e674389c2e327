"""/log: one line, or a question at a time. The form goes on with what is typed."""

from datetime import date

from bot.ground.drafts import DAYS, LONG_WAIT, Draft
from bot.hours import booking, log_form
from bot.hours import logging as logging_hours
from bot.hours.log_line import read_log
from bot.hours.logging import Report
from bot.hours.permissions import may_verify
from bot.hours.rules import ServiceRecord
from bot.people import drafting
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.hours import logging_screens as views
from handlers.links.hours import (
    KindOrNature,
    LogChange,
    LogDay,
    LogFor,
    LogKind,
    LogNote,
    LogSend,
    LogSpan,
    SendHoursAgain,
)
from handlers.talk.journeys import Journey

journey = Journey()
OWN = (LogFor, LogDay, LogSpan, LogKind, LogNote, LogChange, LogSend)


@journey.command("log")
async def log(context: Context) -> Screen:
    """With a line: at once. Without: the first question."""
    if context.rest:
        return await log_line(context)
    return await ask(context, await log_form.begin(context, None))


async def log_line(context: Context) -> Screen:
    """The own hours in one line; only where it lacks the times, they are asked."""
    station_id = await logging_hours.station_of(context.tx, context.viewer.id)
    line = read_log(context.rest, await booking.day_at(context.tx, station_id, context.now))
    if line.span is None:
        draft = await log_form.begin(context, None)
        return await ask(context, await log_form.with_line(context.tx, draft, context.now, line))
    report = Report(context.viewer.id, line.day, *line.span, note=line.note)
    return show_sent(context, await logging_hours.log_hours(context, report))


def show_sent(context: Context, record: ServiceRecord) -> Screen:
    viewer = context.viewer
    may = may_verify(viewer, path=record.station_path, lead_id=record.lead_id, person_id=record.entry.person_id)
    own = record.entry.person_id == viewer.id
    return views.sent(context.words, record, own=own, may_confirm=may)


async def ask(context: Context, draft: Draft) -> Screen:
    """The question that comes next; a day that cannot be sent is refused before anything more is asked."""
    words, revision = context.words, draft.revision
    if draft.step == "span":
        await log_form.check_day(context, draft)
    if draft.step == "whose":
        known = await log_form.first_offered(context)
        return views.ask_whose(words, context.viewer.id, known, revision)
    if draft.step == "day":
        return await ask_day(context, draft)
    if draft.step == "span":
        either = draft.fields.get("either", [])
        return views.ask_span(words, date.fromisoformat(draft.fields["day"]), either, revision)
    if draft.step == "kind":
        return views.ask_kind(words, revision)
    if draft.step == "note":
        name = await log_form.whose(context, draft)
        return views.ask_note(words, revision, name)
    return views.look(words, await log_form.look(context, draft), revision)


async def ask_day(context: Context, draft: Draft) -> Screen:
    today = await log_form.today(context.tx, draft, context.now)
    staff = await log_form.staff_here(context.tx, draft, context.now)
    name = await log_form.whose(context, draft)
    duty = views.duty_line(context.words, staff, own=not name) if staff else None
    return views.ask_day(context.words, today, draft.revision, name=name, duty=duty)


@journey.typed(log_form.FORM, waits=LONG_WAIT, answers=DAYS, own=OWN)
async def typed(context: Context) -> Screen:
    draft = await drafting.find(context, log_form.FORM)
    if draft.step == "whose":
        found = await log_form.search(context, context.rest)
        me = context.viewer.id
        shown = views.ask_whose(context.words, me, found, draft.revision)
        return shown if found else views.nobody(context.words, me, draft.revision)
    return await ask(context, await log_form.typed(context.tx, draft, context.now, context.rest))


async def draft_of(context: Context, revision: int) -> Draft:
    return await drafting.find(context, log_form.FORM, revision=revision)


@journey.on(LogFor)
async def whose(context: Context, person: int, revision: int) -> Screen:
    draft = await draft_of(context, revision)
    return await ask(context, await log_form.for_person(context, draft, person))


@journey.on(LogDay)
async def day(context: Context, day: date, revision: int) -> Screen:
    draft = await draft_of(context, revision)
    return await ask(context, await log_form.on_day(context.tx, draft, context.now, day))


@journey.on(LogSpan)
async def span(context: Context, start: str, end: str, revision: int) -> Screen:
    draft = await draft_of(context, revision)
    return await ask(context, await log_form.of_span(context.tx, draft, context.now, start, end))


@journey.on(LogKind)
async def kind(context: Context, kind: KindOrNature, revision: int) -> Screen:
    draft = await draft_of(context, revision)
    return await ask(context, await log_form.of_kind(context.tx, draft, context.now, kind))


@journey.on(LogNote)
async def no_note(context: Context, revision: int) -> Screen:
    draft = await draft_of(context, revision)
    return await ask(context, await log_form.with_note(context.tx, draft, context.now, ""))


@journey.on(LogChange)
async def change(context: Context, revision: int) -> Screen:
    draft = await draft_of(context, revision)
    return await ask(context, await log_form.from_day_on(context.tx, draft, context.now))


@journey.on(LogSend)
async def send(context: Context, revision: int) -> Screen:
    draft = await draft_of(context, revision)
    return show_sent(context, await log_form.send(context, draft))


@journey.again(log_form.FORM)
async def again(context: Context) -> Screen:
    return await ask(context, await drafting.find(context, log_form.FORM))


@journey.on(SendHoursAgain)
async def send_again(context: Context, record: int) -> Screen:
    draft = await log_form.begin_again(context, record, context.card_id)
    return await ask(context, draft)
