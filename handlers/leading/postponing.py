"""Postponing and putting on hold: the moment is pressed or typed. A tap on a day moves nothing yet."""

from datetime import date

from bot.activities.rules import Shift
from bot.ground.drafts import DAYS
from bot.ground.refusals import Refusal
from bot.ground.times import local_day, zone_named
from bot.leading import changing, holding, postponing
from bot.posting.postponing import read_decision, read_new_times
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.leading import editing as view
from handlers.leading.changing import show_card
from handlers.links.leading import Hold, HoldUntil, MoveTo, Postpone, PostponeTo
from handlers.talk.journeys import Journey
from handlers.talk.offering import beside

journey = Journey()


@journey.on(Postpone)
async def postpone(context: Context, shift_id: int, month: int) -> Screen:
    shift = await postponing.begin(context, shift_id=shift_id)
    return ask_day(context, shift, month)


def ask_day(context: Context, shift: Shift, month: int, problem: Refusal | None = None) -> Screen:
    today = local_day(zone_named(shift.zone), context.now)
    return view.postpone(context.words, shift, today, month, problem)


@journey.on(PostponeTo)
async def postpone_to(context: Context, shift_id: int, day: date) -> Screen:
    shift = await changing.changeable(context, shift_id)
    return await proposed(context, shift, str(day))


@journey.typed(changing.POSTPONE, answers=DAYS, own=(PostponeTo,))
async def typed_day(context: Context) -> None:
    shift, day = await postponing.asked(context)
    context.send(await proposed(context, shift, context.rest, day))


async def proposed(context: Context, shift: Shift, text: str, day: date | None = None) -> Screen:
    """The one question before everybody is told, or the calendar again with what was wrong."""
    try:
        times = read_new_times(text, shift, context.now, day)
    except Refusal as refusal:
        again = ask_day(context, shift, 0, refusal)
        return again if context.card_id else await beside(context, again)
    await postponing.propose(context, shift, times[0])
    return view.ask_move(context.words, shift, *times)


@journey.on(MoveTo)
async def move_to(context: Context, shift_id: int, starts_at: int, ends_at: int, revision: int) -> Screen:
    shift = await postponing.postpone(
        context,
        shift_id=shift_id,
        starts_at=starts_at,
        ends_at=ends_at,
        revision=revision,
    )
    return view.changed(context.words, shift, moved=shift.revision != revision)


@journey.on(Hold)
async def hold(context: Context, shift_id: int) -> Screen:
    shift = await holding.begin(context, shift_id=shift_id)
    return view.hold(context.words, shift, await holding.moments(context.tx, shift, context.now))


@journey.on(HoldUntil)
async def hold_until(context: Context, shift: int, at: int) -> Screen:
    return await held(context, shift, at)


@journey.typed(changing.HOLD, answers=DAYS)
async def typed_until(context: Context) -> Screen | None:
    shift = await holding.asked(context)
    try:
        decide_at = read_decision(context.rest, shift, context.now)
    except Refusal as refusal:
        offered = await holding.moments(context.tx, shift, context.now)
        context.send(await beside(context, view.hold(context.words, shift, offered, refusal)))
    else:
        return await held(context, shift.id, decide_at)
    return None


async def held(context: Context, shift_id: int, decide_at: int) -> Screen:
    shift = await holding.hold(context, shift_id=shift_id, decide_at=decide_at)
    return await show_card(context, shift)
