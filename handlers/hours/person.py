"""For staff: somebody's records, and their correction. Reached from /hours."""

from bot.hours import log_form
from bot.hours import person as person_hours
from bot.people import drafting
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.hours import person_screens as views
from handlers.links.hours import CorrectRecord, HoursOf, RecordOf
from handlers.talk.journeys import Journey

journey = Journey()

NAME, CORRECT = "hours_of", "correct_record"


@journey.on(HoursOf)
async def of(context: Context, person: int, page_id: int) -> Screen:
    await close_forms(context)
    if person:
        name, page = await person_hours.records_of(context, person, page_id)
        return views.record_list(context.words, name, person, page)
    person_hours.check_staff(context.viewer)
    await drafting.start(context, NAME, "name")
    return views.ask_name(context.words)


@journey.typed(NAME)
async def typed_name(context: Context) -> Screen:
    """The form stays open: another name may follow."""
    return views.found(context.words, await log_form.search(context, context.rest))


@journey.on(RecordOf)
async def one(context: Context, record_id: int, page: int) -> Screen:
    await close_forms(context)
    record = await person_hours.record_of(context, record_id)
    may = person_hours.may_correct(context.viewer, record)
    return views.one(context.words, record, page, may_correct=may)


@journey.on(CorrectRecord)
async def correct(context: Context, record_id: int) -> Screen:
    record = await person_hours.correctable(context, record_id)
    await drafting.start(context, CORRECT, "hours", {"record": record.id})
    return views.ask_hours(context.words, record)


@journey.typed(CORRECT)
async def typed_correction(context: Context) -> Screen:
    """First the hours, then the reason."""
    draft = await drafting.find(context, CORRECT)
    record_id = draft.fields["record"]
    if draft.step == "hours":
        hours = await person_hours.check_hours(context, record_id, context.rest)
        await drafting.advance(context.tx, draft, context.now, step="reason", hours=hours)
        return views.ask_reason(context.words)
    made = await person_hours.correct(
        context, record_id=record_id, hours=draft.fields["hours"],
        reason=context.rest,
    )  # fmt: skip
    await close_forms(context)
    return views.corrected(context.words, made)


async def close_forms(context: Context) -> None:
    for form in (NAME, CORRECT):
        await drafting.finish(context, form)
