"""*Finish*: what is still open is asked, one thing after the other; then hours are credited, or the lead is asked."""

from markupsafe import Markup

from bot.ground.reading.numbers import read_number
from bot.ground.refusals import (
    StaleCard,
)
from bot.hours.rules import RecordState
from bot.people import drafting
from bot.roll_call import acts as roll_call
from bot.roll_call import finishing
from bot.roll_call.acts import HELPED
from bot.roll_call.finishing import MOST_HELPED
from bot.roll_call.shown import Question, RollCallCard, RollCallResult
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack
from handlers.links.leading import Manage
from handlers.links.roll_call import (
    AllLeave,
    ConfirmRollCall,
    CountOvertime,
    Finish,
    Helped,
    OpenRollCall,
    PeopleHelped,
    SettleUnmarked,
)
from handlers.roll_call.card import back_key
from handlers.roll_call.card_in_place import cover, settle_question, show_card, unless_finished
from handlers.roll_call.lines import HELPED as THEIR_HELPED
from handlers.roll_call.lines import longer_names, next_lines, number_lines, some, why_line
from handlers.sign_ups.lines import which_line
from handlers.talk import questions as typed
from handlers.talk.journeys import Journey
from handlers.talk.ways import ask_sure

journey = Journey()
HELPED_TYPED = typed.Question[int, int](HELPED, "shift extra")


@journey.on(Finish, within=unless_finished)
async def finish(context: Context, shift: int) -> None:
    await settle_next(context, shift)


async def settle_next(context: Context, shift_id: int, extra: bool | None = None) -> None:
    """Asks the next thing; the number of people helped can be typed."""
    question, look = await finishing.next_question(context, shift_id=shift_id, extra=extra)
    shown = ask(context.words, question, look, extra=bool(extra))
    if question is Question.HELPED:
        shown = await typed.ask(context, HELPED_TYPED, shown, shift_id, int(bool(extra)))
    await cover(context, shift_id, shown)


@journey.on(SettleUnmarked, within=unless_finished)
async def settle_unmarked(context: Context, shift: int, came: bool) -> None:
    await roll_call.mark_rest(context, shift_id=shift, came=came)
    await settle_next(context, shift)


@journey.on(AllLeave, within=unless_finished)
async def all_leave(context: Context, shift: int, finish: bool) -> None:
    await roll_call.all_leave(context, shift_id=shift)
    if finish:
        await settle_next(context, shift)
    else:
        await show_card(context, shift)


@journey.on(CountOvertime, within=unless_finished)
async def count_overtime(context: Context, shift: int, count: bool) -> None:
    await settle_next(context, shift, count)


@journey.on(PeopleHelped, within=unless_finished)
async def people_helped(context: Context, shift: int, people: Helped, extra: bool) -> None:
    helped = None if people == NOBODY_SAID else people
    try:
        done = await finishing.finish(context, shift_id=shift, helped=helped, extra=extra)
    except StaleCard:
        await settle_next(context, shift)
        return
    await drafting.finish(context, HELPED)
    await cover(context, shift, result(context.words, done))


@journey.answer(HELPED_TYPED, stays=True)
async def typed_helped(context: Context, number: str, shift: int, extra: int) -> None:
    await people_helped(context, shift, read_number("helped", number, 0, MOST_HELPED), bool(extra))
    settle_question(context)


@journey.on(ConfirmRollCall, within=unless_finished)
async def confirm(context: Context, shift: int, extra: bool) -> None:
    try:
        done = await finishing.confirm(context, shift_id=shift, extra=extra)
    except StaleCard:
        await settle_next(context, shift)
        return
    await cover(context, shift, result(context.words, done))


def ask(words: Words, question: Question, look: RollCallCard, *, extra: bool = False) -> Screen:
    asks = {Question.UNMARKED: ask_unmarked, Question.STILL_THERE: ask_still_there, Question.OVERTIME: ask_overtime}
    return asks[question](words, look) if question in asks else ask_helped(words, look, extra=extra)


def result(words: Words, done: RollCallResult) -> Screen:
    """Closed, with every line that brought no confirmed hours; or finished and waiting for the lead."""
    if done.waits_for is not None:
        first = words.say("✅ <b>Finished.</b> {lead} will look at it and confirm the hours.", lead=done.waits_for)
        return Screen(
            stack(first, which_line(words, done.shift), *number_lines(words, done.came, done.missed, done.helped))
        )
    minutes = sum(one.record.minutes_of_all for one in done.credited if one.record)
    first = words.say_n(
        "✅ <b>Roll-call done: {n} person, {hours}</b>",
        "✅ <b>Roll-call done: {n} people, {hours}</b>",
        done.came,
        hours=words.hours(minutes),
    )
    text = stack(
        first,
        which_line(words, done.shift),
        *number_lines(words, None, done.missed, done.helped),
        *odd_lines(words, done),
    )
    keys = (
        Key(words.label("See the activity"), Manage(done.shift.id)),
        Key(words.label("See the roll-call"), OpenRollCall(done.shift.id, 0)),
    )
    return Screen(text, (keys,))


NOBODY_SAID = -1


def ask_unmarked(words: Words, look: RollCallCard) -> Screen:
    names = [line.name for line in look.unmarked]
    names += [
        words.label("{team} ({n} without names)", team=group.team, n=words.number(group.unnamed))
        for group in look.uncounted
    ]
    text = words.say("Not marked yet: {names}. What about them?", names=some(words, names))
    no, yes = SettleUnmarked(look.shift.id, False), SettleUnmarked(look.shift.id, True)
    keys = (Key(words.label("They didn't come"), no), Key(words.label("They were here"), yes))
    return Screen(text, (keys, (back_key(words, look.shift.id),)))


def ask_still_there(words: Words, look: RollCallCard) -> Screen:
    text = words.say(
        "Planned until {time}. Have all of them left?", time=words.at(look.shift.zone).time(look.shift.ends_at)
    )
    yes = Key(words.label("Yes, all leave now"), AllLeave(look.shift.id, True))
    return ask_sure(text, yes, Key(words.label("Not yet"), OpenRollCall(look.shift.id, 0)))


def ask_overtime(words: Words, look: RollCallCard) -> Screen:
    text = stack(
        words.say("Stayed longer than planned: {names}. Does it count?", names=longer_names(words, look.longer)),
        *next_lines(words, look.runs_into),
    )
    keys = (
        Key(words.label("Yes, count it"), CountOvertime(look.shift.id, True)),
        Key(words.label("Only as planned"), CountOvertime(look.shift.id, False)),
    )
    return Screen(text, (keys, (back_key(words, look.shift.id),)))


def ask_helped(words: Words, look: RollCallCard, *, extra: bool) -> Screen:
    shift = look.shift.id
    numbers = tuple(Key(words.number(n), PeopleHelped(shift, n, extra)) for n in THEIR_HELPED)
    skip = Key(words.label("Skip"), PeopleHelped(shift, NOBODY_SAID, extra))
    text = words.say("How many people were helped? Press, or type the number.")
    return Screen(text, (numbers, (skip, back_key(words, shift))))


def odd_lines(words: Words, done: RollCallResult) -> list[Markup]:
    """Whose hours are not confirmed, and why."""
    return [
        why_line(words, name, one)
        for name, one in zip(done.names, done.credited, strict=True)
        if one.record is None or one.record.state is not RecordState.VERIFIED or one.entry.flags
    ]
