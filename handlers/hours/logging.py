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
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_command, on_press
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
from handlers.talk.privately import privately


async def log(context: Context) -> None:
    """With a line: at once. Without: the first question."""
    if context.rest:
        await log_line(context)
    else:
        await ask(context, await log_form.begin(context.tx, context.viewer, context.now, None))


async def log_line(context: Context) -> None:
    """The own hours in one line; only where it lacks the times, they are asked."""
    station_id = await logging_hours.station_of(context.tx, context.viewer.id)
    line = read_log(context.rest, await booking.day_at(context.tx, station_id, context.now))
    if line.span is None:
        draft = await log_form.begin(context.tx, context.viewer, context.now, None)
        await ask(context, await log_form.with_line(context.tx, draft, context.now, line))
        return
    report = Report(context.viewer.id, line.day, *line.span, note=line.note)
    show_sent(context, await logging_hours.log_hours(context.tx, context.viewer, context.now, report))


def show_sent(context: Context, record: ServiceRecord) -> None:
    viewer = context.viewer
    may = may_verify(viewer, path=record.station_path, lead_id=record.lead_id, person_id=record.entry.person_id)
    own = record.entry.person_id == viewer.id
    privately(context, views.sent(context.words, record, own=own, may_confirm=may))


async def ask(context: Context, draft: Draft) -> None:
    """The question that comes next; a day that cannot be sent is refused before anything more is asked."""
    words, revision = context.words, draft.revision
    if draft.step == "span":
        await log_form.check_day(context.tx, context.viewer, context.now, draft)
    if draft.step == "whose":
        known = await log_form.first_offered(context.tx, context.viewer)
        privately(context, views.ask_whose(words, context.viewer.id, known, revision))
    elif draft.step == "day":
        await ask_day(context, draft)
    elif draft.step == "span":
        either = draft.fields.get("either", [])
        privately(context, views.ask_span(words, date.fromisoformat(draft.fields["day"]), either, revision))
    elif draft.step == "kind":
        privately(context, views.ask_kind(words, revision))
    elif draft.step == "note":
        name = await log_form.whose(context.tx, context.viewer, draft)
        privately(context, views.ask_note(words, revision, name))
    else:
        privately(context, views.look(words, await log_form.look(context.tx, context.viewer, draft), revision))


async def ask_day(context: Context, draft: Draft) -> None:
    today = await log_form.today(context.tx, draft, context.now)
    staff = await log_form.staff_here(context.tx, draft, context.now)
    name = await log_form.whose(context.tx, context.viewer, draft)
    duty = views.duty_line(context.words, staff, own=not name) if staff else None
    privately(context, views.ask_day(context.words, today, draft.revision, name=name, duty=duty))


async def typed(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, log_form.FORM)
    if draft.step == "whose":
        found = await log_form.search(context.tx, context.viewer, context.rest)
        me = context.viewer.id
        shown = views.ask_whose(context.words, me, found, draft.revision)
        context.show(shown if found else views.nobody(context.words, me, draft.revision))
    else:
        await ask(context, await log_form.typed(context.tx, draft, context.now, context.rest))


async def draft_of(context: Context, revision: int) -> Draft:
    return await drafting.find(context.tx, context.viewer, log_form.FORM, revision=revision)


async def whose(context: Context, person: int, revision: int) -> None:
    draft = await draft_of(context, revision)
    await ask(context, await log_form.for_person(context.tx, context.viewer, context.now, draft, person))


async def day(context: Context, day: date, revision: int) -> None:
    draft = await draft_of(context, revision)
    await ask(context, await log_form.on_day(context.tx, draft, context.now, day))


async def span(context: Context, start: str, end: str, revision: int) -> None:
    draft = await draft_of(context, revision)
    await ask(context, await log_form.of_span(context.tx, draft, context.now, start, end))


async def kind(context: Context, kind: KindOrNature, revision: int) -> None:
    draft = await draft_of(context, revision)
    await ask(context, await log_form.of_kind(context.tx, draft, context.now, kind))


async def no_note(context: Context, revision: int) -> None:
    draft = await draft_of(context, revision)
    await ask(context, await log_form.with_note(context.tx, draft, context.now, ""))


async def change(context: Context, revision: int) -> None:
    draft = await draft_of(context, revision)
    await ask(context, await log_form.from_day_on(context.tx, draft, context.now))


async def send(context: Context, revision: int) -> None:
    draft = await draft_of(context, revision)
    show_sent(context, await log_form.send(context.tx, context.viewer, context.now, draft))


async def again(context: Context) -> None:
    await ask(context, await drafting.find(context.tx, context.viewer, log_form.FORM))


async def send_again(context: Context, record: int) -> None:
    draft = await log_form.begin_again(context.tx, context.viewer, context.now, record, context.card_id)
    await ask(context, draft)


OWN = (LogFor, LogDay, LogSpan, LogKind, LogNote, LogChange, LogSend)
ROUTES: list[Route] = [
    on_command("log", log),
    Form(log_form.FORM, typed, LONG_WAIT, answers=DAYS, again=again, own=OWN),
    on_press(LogFor, whose),
    on_press(LogDay, day),
    on_press(LogSpan, span),
    on_press(LogKind, kind),
    on_press(LogNote, no_note),
    on_press(LogChange, change),
    on_press(LogSend, send),
    on_press(SendHoursAgain, send_again),
]
