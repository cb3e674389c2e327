"""For staff: somebody's records, and their correction. Reached from /hours."""

from bot.hours import log_form
from bot.hours import person as person_hours
from bot.people import drafting
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_press
from handlers.hours import person_screens as views
from handlers.links.hours import CorrectRecord, HoursOf, RecordOf
from handlers.talk.privately import privately

NAME, CORRECT = "hours_of", "correct_record"


async def of(context: Context, person: int, page_id: int) -> None:
    await close_forms(context)
    if person:
        name, page = await person_hours.records_of(context.tx, context.viewer, person, page_id)
        privately(context, views.record_list(context.words, name, person, page))
    else:
        person_hours.check_staff(context.viewer)
        await drafting.start(context.tx, context.viewer, context.now, NAME, "name")
        privately(context, views.ask_name(context.words))


async def typed_name(context: Context) -> None:
    """The form stays open: another name may follow."""
    privately(context, views.found(context.words, await log_form.search(context.tx, context.viewer, context.rest)))


async def one(context: Context, record_id: int, page: int) -> None:
    await close_forms(context)
    record = await person_hours.record_of(context.tx, context.viewer, record_id)
    may = person_hours.may_correct(context.viewer, record)
    privately(context, views.one(context.words, record, page, may_correct=may))


async def correct(context: Context, record_id: int) -> None:
    record = await person_hours.correctable(context.tx, context.viewer, record_id)
    await drafting.start(context.tx, context.viewer, context.now, CORRECT, "hours", {"record": record.id})
    privately(context, views.ask_hours(context.words, record))


async def typed_correction(context: Context) -> None:
    """First the hours, then the reason."""
    draft = await drafting.find(context.tx, context.viewer, CORRECT)
    record_id = draft.fields["record"]
    if draft.step == "hours":
        hours = await person_hours.check_hours(context.tx, context.viewer, record_id, context.rest)
        await drafting.advance(context.tx, draft, context.now, step="reason", hours=hours)
        privately(context, views.ask_reason(context.words))
    else:
        made = await person_hours.correct(
            context.tx, context.viewer, context.now, record_id=record_id, hours=draft.fields["hours"],
            reason=context.rest,
        )  # fmt: skip
        await close_forms(context)
        privately(context, views.corrected(context.words, made))


async def close_forms(context: Context) -> None:
    for form in (NAME, CORRECT):
        await drafting.finish(context.tx, context.viewer, form)


ROUTES: list[Route] = [
    Form(NAME, typed_name),
    Form(CORRECT, typed_correction),
    on_press(HoursOf, of),
    on_press(RecordOf, one),
    on_press(CorrectRecord, correct),
]
