"""/rollcall, and the card that comes by itself: marks, heads, leaving, handing on. `finishing` closes it."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from bot.activities.permissions import may_post_anywhere
from bot.activities.rules import Led
from bot.ground.reading.hours import read_short
from bot.ground.reading.numbers import read_number
from bot.ground.refusals import NotFound
from bot.leading import acts as leading
from bot.leading.rules import LedPage
from bot.roll_call import acts as roll_call
from bot.roll_call.acts import HEADS, MINUTES
from bot.roll_call.rules import MARKS, AttendanceState, GroupHeads, Line, MarkSource
from bot.roll_call.shown import Found, OpenPage, RollCallCard
from bot.roll_call.shown import OpenRollCall as OpenCall
from bot.speech.pages import in_rows, turns
from bot.speech.phrases import Phrase
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack
from handlers.links.roll_call import (
    AllHere,
    CountHeads,
    FinishedRolls,
    HandTo,
    HandToCaptain,
    ListRollCalls,
    MarkOne,
    MarkWithMinutes,
    MoreOfRollCall,
    OpenRollCall,
    SetHeads,
    SetMark,
    SetMinutes,
)
from handlers.roll_call.asking_why import ask_why_heads, ask_why_mark, to_put_right
from handlers.roll_call.card import acts, back_key, first_line, line_label
from handlers.roll_call.card_in_place import cover, look_at, settle_question, show_card, unless_finished
from handlers.roll_call.lines import NAMES_OF_MARKS
from handlers.sign_ups.lines import which_line
from handlers.talk.journeys import Journey
from handlers.talk.questions import Question, ask
from handlers.talk.ways import apart, back_to

journey = Journey()
MINUTES_TYPED = Question[int, int, int, str](MINUTES, "shift person page mark")
HEADS_TYPED = Question[int, int](HEADS, "shift group_place")
USUAL = (15, 30, 60)

DAY_MINUTES, MANY = 24 * 60, 10_000


@journey.command("rollcall")
async def show_open_list(context: Context) -> Screen | None:
    """The card itself where there is one only; where none is open, those that are finished."""
    page = await roll_call.open_list(context, 0)
    if len(page.calls) == 1:
        await show_card(context, page.calls[0].shift_id)
        return None
    if not page.calls:
        done = await leading.finished(context, 0)
        return finished_list(context.words, done) if done.led else open_list(context.words, page)
    return open_list(context.words, page, may_post_anywhere(context.viewer))


@journey.said(Phrase.NAME)
async def name_in_passing(context: Context) -> Screen | None:
    """While a roll is open a name finds its line: one leads to its marks, several are offered."""
    found = await roll_call.find(context, context.rest)
    if len(found) == 1:
        look = await look_at(context, found[0].shift_id)
        return ask_mark(context.words, look, line_of(look, found[0].line.person_id), 0)
    return which_name(context.words, found) if found else None


def which_name(words: Words, found: Sequence[Found]) -> Screen:
    keys = tuple((Key(line_label(words, one.line), MarkOne(one.shift_id, one.line.person_id, 0)),) for one in found)
    return Screen(words.say("Whom do you mean?"), keys)


@journey.on(ListRollCalls)
async def turn_list(context: Context, page: int) -> Screen:
    calls = await roll_call.open_list(context, page)
    return open_list(context.words, calls, may_post_anywhere(context.viewer))


@journey.on(FinishedRolls)
async def turn_finished(context: Context, page: int) -> Screen:
    return finished_list(context.words, await leading.finished(context, page))


@journey.on(OpenRollCall)
async def open_card(context: Context, shift: int, page: int) -> None:
    await show_card(context, shift, page)


@journey.on(MoreOfRollCall)
async def open_more(context: Context, shift: int) -> None:
    await cover(context, shift, more(context.words, await look_at(context, shift)))


@journey.on(AllHere, within=unless_finished)
async def all_here(context: Context, shift: int) -> None:
    await roll_call.mark_rest(context, shift_id=shift)
    await show_card(context, shift)


@journey.on(MarkOne, within=unless_finished)
async def choose_mark(context: Context, shift: int, person: int, page: int) -> None:
    look = await look_at(context, shift)
    await cover(context, shift, ask_mark(context.words, look, line_of(look, person), page))


def line_of(look: RollCallCard, person_id: int) -> Line:
    for line in look.lines:
        if line.person_id == person_id:
            return line
    raise NotFound


@journey.on(SetMark, within=unless_finished)
async def set_mark(context: Context, shift: int, person: int, page: int, mark: AttendanceState) -> None:
    if mark in {AttendanceState.LATE, AttendanceState.LEFT_EARLY}:
        await ask_minutes(context, shift, person, page, mark)
        return
    await put_mark(context, shift, person, page, mark)


async def put_mark(
    context: Context, shift: int, person: int, page: int, mark: AttendanceState, minutes: int = 0
) -> None:
    """Marked; where the roll-call is finished, who may put it right is asked why."""
    if await to_put_right(context, shift):
        await ask_why_mark(context, shift, person, mark, minutes)
        return
    await roll_call.mark(context, shift_id=shift, person_id=person, mark=mark, minutes=minutes)
    await show_card(context, shift, page)


async def ask_minutes(context: Context, shift: int, person: int, page: int, mark: AttendanceState) -> None:
    look = await look_at(context, shift)
    shown = ask_minutes_screen(context.words, look, line_of(look, person), page, mark)
    await cover(context, shift, await ask(context, MINUTES_TYPED, shown, shift, person, page, mark.value))


@journey.on(SetMinutes, within=unless_finished)
async def set_minutes(
    context: Context, shift: int, person: int, page: int, mark: MarkWithMinutes, minutes: int
) -> None:
    await put_mark(context, shift, person, page, mark, minutes)


@journey.answer(MINUTES_TYPED, stays=True)
async def typed_minutes(context: Context, typed: str, shift: int, person: int, page: int, mark: str) -> None:
    minutes = read_short(f"{mark}_minutes", typed, 1, DAY_MINUTES)
    await set_minutes(context, shift, person, page, AttendanceState(mark), minutes)
    settle_question(context)


@journey.on(CountHeads, within=unless_finished)
async def choose_heads(context: Context, shift: int, group_place: int) -> None:
    group = await roll_call.group_of(context, shift_id=shift, group_place_id=group_place)
    shown = ask_heads(context.words, shift, group)
    await cover(context, shift, await ask(context, HEADS_TYPED, shown, shift, group_place))


@journey.on(SetHeads, within=unless_finished)
async def set_heads(context: Context, shift: int, group_place: int, heads: int) -> None:
    if await to_put_right(context, shift):
        await ask_why_heads(context, shift, group_place, heads)
        return
    await roll_call.count_heads(
        context,
        shift_id=shift, group_place_id=group_place, heads=heads,
    )  # fmt: skip
    await show_card(context, shift)


@journey.answer(HEADS_TYPED, stays=True)
async def typed_heads(context: Context, typed: str, shift: int, group_place: int) -> None:
    await set_heads(context, shift, group_place, read_number("heads", typed, 0, MANY))
    settle_question(context)


@journey.on(HandToCaptain)
async def choose_captain(context: Context, shift: int) -> None:
    captains = await roll_call.captains(context, shift_id=shift)
    await cover(context, shift, ask_captain(context.words, shift, captains))


@journey.on(HandTo, within=unless_finished)
async def hand_to(context: Context, shift: int, captain: int) -> None:
    context.toast(handed_over(context.words, await roll_call.hand_to(context, shift_id=shift, captain_id=captain)))
    await show_card(context, shift)


def handed_over(words: Words, name: str) -> str:
    return words.label("{name} has the card now.", name=name)


MOST_HEADS = 20  # number buttons; more are typed


def ask_mark(words: Words, look: RollCallCard, line: Line, page: int) -> Screen:
    text = stack(
        Markup("<b>{}</b>").format(line_label(words, line)),
        checked_in_line(words, look, line),
        words.say("How was it?"),
    )
    shift = look.shift.id
    keys = [Key(words.label(NAMES_OF_MARKS[mark]), SetMark(shift, line.person_id, page, mark)) for mark in MARKS]
    return Screen(text, in_rows([*keys, back_key(words, shift, page)]))


def ask_minutes_screen(words: Words, look: RollCallCard, line: Line, page: int, mark: AttendanceState) -> Screen:
    shift = look.shift
    said = (
        words.say("How late was {name}? Press, or type the minutes.", name=line.name)
        if mark is AttendanceState.LATE
        else words.say("How much earlier did {name} leave? Press, or type the minutes.", name=line.name)
    )
    keys = tuple(
        Key(words.label("{n} min", n=n), SetMinutes(shift.id, line.person_id, page, mark, n))
        for n in USUAL
        if n < shift.span.minutes
    )
    return Screen(said, (keys, (back_to(words, MarkOne(shift.id, line.person_id, page)),)))


def ask_heads(words: Words, shift: int, group: GroupHeads) -> Screen:
    text = words.say_n(
        "<b>{team}</b> holds {n} place without a name. How many came? Press, or type the number.",
        "<b>{team}</b> holds {n} places without names. How many came? Press, or type the number.",
        group.unnamed,
        team=group.team,
    )
    heads = range(group.unnamed, max(-1, group.unnamed - MOST_HEADS), -1)
    keys = [Key(words.number(n), SetHeads(shift, group.group_place_id, n)) for n in heads]
    rows = in_rows(keys, 5)
    return Screen(text, (*rows, (back_key(words, shift),)))


def ask_captain(words: Words, shift: int, captains: Mapping[int, str]) -> Screen:
    if not captains:
        text = words.say("This team has no captain on Telegram. You can name one in /teams.")
        return Screen(text, ((back_key(words, shift),),))
    names = apart(list(captains.values()))
    keys = tuple((Key(name, HandTo(shift, id)),) for name, id in zip(names, captains, strict=True))
    return Screen(words.say("Who takes the roll?"), (*keys, (back_key(words, shift),)))


def more(words: Words, look: RollCallCard) -> Screen:
    """What the card has no room for."""
    _, others = acts(words, look)
    text = stack(first_line(words, look), which_line(words, look.shift), words.say("What else?"))
    return Screen(text, in_rows([*others, back_key(words, look.shift.id)]))


def finished_list(words: Words, page: LedPage) -> Screen:
    """What was marked can be looked at, and put right by who may."""
    turn = tuple(turns(page.page, page.more, FinishedRolls, page.pages))
    rows = (*(roll_key(words, one) for one in page.led), *((turn,) if turn else ()))
    if not rows:
        return Screen(words.say("No roll-call is open. The card comes by itself shortly before the start."))
    return Screen(words.say("<b>Finished roll-calls</b>\nTap one to see who was there, or to put it right."), rows)


def roll_key(words: Words, one: OpenCall | Led) -> tuple[Key, ...]:
    label = f"{words.at(one.zone).label_moment(one.starts_at)} · {one.title[:48]}"
    return (Key(label, OpenRollCall(one.shift_id, 0)),)


def open_list(words: Words, page: OpenPage, past: bool = False) -> Screen:
    """/rollcall, where several are open or none; `past`: the finished ones may be looked at as well."""
    if not page.calls:
        return Screen(words.say("No roll-call is open. The card comes by itself shortly before the start."))
    turn = tuple(turns(page.page, page.more, ListRollCalls, page.pages))
    done = (Key(words.label("Finished ones"), FinishedRolls(0)),) if past else ()
    rows = (*(roll_key(words, one) for one in page.calls), *(row for row in (turn, done) if row))
    return Screen(words.say("<b>Which roll-call?</b>"), rows)


def checked_in_line(words: Words, look: RollCallCard, line: Line) -> Markup | None:
    """What the person said with the lead's code."""
    marked, there = line.attendance, words.at(look.shift.zone)
    if marked is None or marked.here_at is None or marked.source is not MarkSource.CHECK_IN:
        return None
    if marked.left_at is None:
        return words.say("Checked in at {time}.", time=there.time(marked.here_at))
    return words.say(
        "Checked in at {time}, checked out at {left}.",
        time=there.time(marked.here_at),
        left=there.time(marked.left_at),
    )
