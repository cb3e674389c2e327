"""*Finish*: what is still open is asked, one thing after the other; then hours are credited, or the lead is asked."""

from bot.ground.reading.numbers import read_number
from bot.ground.refusals import StaleCard
from bot.people import drafting
from bot.roll_call import acts as roll_call
from bot.roll_call import finishing
from bot.roll_call.acts import HELPED
from bot.roll_call.finishing import MOST_HELPED
from bot.roll_call.looks import Question
from bot.wire.context import Context
from handlers.links.roll_call import ConfirmRollCall, CountOvertime, Finish, Helped, PeopleHelped, SettleUnmarked
from handlers.roll_call import finishing_screens as views
from handlers.roll_call.screens import cover, settle_question, unless_finished
from handlers.talk.journeys import Journey

journey = Journey()


@journey.on(Finish, within=unless_finished)
async def finish(context: Context, shift: int) -> None:
    await settle_next(context, shift)


async def settle_next(context: Context, shift_id: int, extra: bool | None = None) -> None:
    """Asks the next thing; the number of people helped can be typed."""
    question, look = await finishing.next_question(context, shift_id=shift_id, extra=extra)
    if question is Question.HELPED:
        fields = {"shift": shift_id, "extra": int(bool(extra))}
        await drafting.start(context, HELPED, "number", fields, card_id=context.card_id)
    await cover(context, shift_id, views.ask(context.words, question, look, extra=bool(extra)))


@journey.on(SettleUnmarked, within=unless_finished)
async def settle_unmarked(context: Context, shift: int, came: bool) -> None:
    await roll_call.mark_rest(context, shift_id=shift, came=came)
    await settle_next(context, shift)


@journey.on(CountOvertime, within=unless_finished)
async def count_overtime(context: Context, shift: int, count: bool) -> None:
    await settle_next(context, shift, count)


@journey.on(PeopleHelped, within=unless_finished)
async def people_helped(context: Context, shift: int, people: Helped, extra: bool) -> None:
    helped = None if people == views.NOBODY_SAID else people
    try:
        done = await finishing.finish(context, shift_id=shift, helped=helped, extra=extra)
    except StaleCard:
        await settle_next(context, shift)
        return
    await drafting.finish(context, HELPED)
    await cover(context, shift, views.result(context.words, done))


@journey.typed(HELPED)
async def typed_helped(context: Context) -> None:
    draft = await drafting.find(context, HELPED)
    helped = read_number("helped", context.rest, 0, MOST_HELPED)
    await people_helped(context, draft.fields["shift"], helped, draft.fields["extra"])
    settle_question(context, draft)


@journey.on(ConfirmRollCall, within=unless_finished)
async def confirm(context: Context, shift: int, extra: bool) -> None:
    try:
        done = await finishing.confirm(context, shift_id=shift, extra=extra)
    except StaleCard:
        await settle_next(context, shift)
        return
    await cover(context, shift, views.result(context.words, done))
