"""Postponing and putting on hold: the moment is pressed or typed. A tap on a day moves nothing yet."""

from datetime import date

from bot.activities.rules import Shift
from bot.ground.drafts import DAYS
from bot.ground.refusals import Refusal
from bot.ground.times import local_day, zone_named
from bot.leading import acts as leading
from bot.leading import changing, holding, postponing
from bot.leading.postponing_rules import read_decision, read_new_times
from bot.leading.rules import Move
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import long_line, stack, title_line, when_line
from handlers.leading import editing as view
from handlers.leading.editing import back_to_group, warning
from handlers.leading.lead_card import show_card
from handlers.leading.lines import same_hour_line
from handlers.links.leading import Hold, HoldUntil, MoveTo, Postpone, PostponeTo
from handlers.posting.calendars import calendar_keys
from handlers.talk.journeys import Journey
from handlers.talk.offering import beside
from handlers.talk.questions import Question, ask
from handlers.talk.ways import ask_sure, back_to

journey = Journey()
UNTIL = Question[int](changing.HOLD, "shift")


@journey.on(Postpone)
async def show_postpone(context: Context, shift_id: int, month: int) -> Screen:
    return ask_day(context, await postponing.begin(context, shift_id=shift_id), month)


def ask_day(context: Context, shift: Shift, month: int, problem: Refusal | None = None) -> Screen:
    return postpone(context.words, shift, local_day(zone_named(shift.zone), context.now), month, problem)


@journey.on(PostponeTo)
async def postpone_to(context: Context, shift_id: int, day: date) -> Screen:
    return await proposed(context, await changing.changeable(context, shift_id), str(day))


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
    return ask_move(context.words, shift, *times, await postponing.look(context, shift, *times))


@journey.on(MoveTo)
async def move_to(context: Context, shift_id: int, starts_at: int, ends_at: int, revision: int) -> Screen:
    shift = await postponing.postpone(
        context,
        shift_id=shift_id,
        starts_at=starts_at,
        ends_at=ends_at,
        revision=revision,
    )
    return view.changed(context.words, shift, shift.revision != revision, await leading.busy(context, shift))


@journey.on(Hold)
async def show_hold(context: Context, shift_id: int) -> Screen:
    shift = await changing.changeable(context, shift_id)
    shown = hold(context.words, shift, await holding.moments(context.tx, shift, context.now))
    return await ask(context, UNTIL, shown, shift.id)


@journey.on(HoldUntil)
async def hold_until(context: Context, shift: int, at: int) -> Screen:
    return await held(context, shift, at)


@journey.answer(UNTIL, answers=DAYS, stays=True)
async def typed_until(context: Context, moment: str, shift_id: int) -> Screen | None:
    shift = await changing.changeable(context, shift_id)
    try:
        decide_at = read_decision(moment, shift, context.now)
    except Refusal as refusal:
        offered = await holding.moments(context.tx, shift, context.now)
        context.send(await beside(context, hold(context.words, shift, offered, refusal)))
    else:
        return await held(context, shift.id, decide_at)
    return None


async def held(context: Context, shift_id: int, decide_at: int) -> Screen:
    return await show_card(context, await holding.hold(context, shift_id=shift_id, decide_at=decide_at))


def postpone(words: Words, shift: Shift, today: date, page: int, problem: Refusal | None = None) -> Screen:
    keys = calendar_keys(
        words, today, page, lambda day: PostponeTo(shift.id, day), lambda turned: Postpone(shift.id, turned)
    )
    text = stack(
        warning(words.at(shift.zone), problem),
        words.say("To which day? The time of day stays. Or type it, like Sun 10:00."),
        title_line(words, shift.title),
        when_line(words, shift),
    )
    return Screen(text, (*keys, back_to_group(words, shift.id, "dates")))


def ask_move(words: Words, shift: Shift, starts_at: int, ends_at: int, move: Move) -> Screen:
    """Once, for everybody signed up is told at once."""
    text = stack(
        words.say("Move it to <b>{when}</b>?", when=words.at(shift.zone).when(starts_at, ends_at)),
        title_line(words, shift.title),
        long_line(words, starts_at, ends_at),
        same_hour_line(words, shift, move.other),
        words.say_n(
            "⚠️ {n} of those signed up is down for something else then: {names}",
            "⚠️ {n} of those signed up are down for something else then: {names}",
            len(move.busy),
            names=words.list(list(move.busy)),
        )
        if move.busy
        else None,
        words.say("Everybody signed up is told at once and asked again; no answer keeps the place."),
    )
    yes = Key(words.label("Yes, move it"), MoveTo(shift.id, starts_at, ends_at, shift.revision))
    return ask_sure(text, yes, back_to(words, Postpone(shift.id, 0)))


def hold(words: Words, shift: Shift, moments: list[int], problem: Refusal | None = None) -> Screen:
    """When it will be decided."""
    there = words.at(shift.zone)
    keys: Rows = tuple((Key(there.moment(at), HoldUntil(shift.id, at)),) for at in moments)
    text = stack(
        warning(there, problem),
        words.say("On hold. Until when will you decide?"),
        words.say("Press a time or type one, like 18:30 or Sat 18:30."),
    )
    return Screen(text, (*keys, back_to_group(words, shift.id, "dates")))
