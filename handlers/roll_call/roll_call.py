"""/rollcall, and the card that comes by itself: marks, heads, leaving, handing on. `finishing` closes it."""

from bot.ground.reading.hours import read_short
from bot.ground.reading.numbers import read_number
from bot.ground.refusals import NotFound
from bot.people import drafting
from bot.roll_call import acts as roll_call
from bot.roll_call.acts import HEADS, MINUTES
from bot.roll_call.looks import RollCallCard
from bot.roll_call.rules import AttendanceState, Line
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.links.roll_call import (
    AllHere,
    AllLeave,
    CountHeads,
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
from handlers.roll_call import card as views
from handlers.roll_call import finishing_screens as finishing_views
from handlers.roll_call import marks
from handlers.roll_call.finishing import settle_next
from handlers.roll_call.screens import cover, look_at, settle_question, show_card, unless_finished
from handlers.talk.journeys import Journey

journey = Journey()

DAY_MINUTES, MANY = 24 * 60, 10_000


@journey.command("rollcall")
async def open_list(context: Context) -> Screen | None:
    """The card itself where there is one only."""
    page = await roll_call.open_list(context, 0)
    if len(page.calls) == 1:
        await show_card(context, page.calls[0].shift_id)
    else:
        return views.open_list(context.words, page)
    return None


@journey.on(ListRollCalls)
async def turn_list(context: Context, page: int) -> Screen:
    found = await roll_call.open_list(context, page)
    return views.open_list(context.words, found)


@journey.on(OpenRollCall)
async def open_card(context: Context, shift: int, page: int) -> None:
    await show_card(context, shift, page)


@journey.on(MoreOfRollCall)
async def open_more(context: Context, shift: int) -> None:
    await cover(context, shift, views.more(context.words, await look_at(context, shift)))


@journey.on(AllHere, within=unless_finished)
async def all_here(context: Context, shift: int) -> None:
    await roll_call.mark_rest(context, shift_id=shift)
    await show_card(context, shift)


@journey.on(MarkOne, within=unless_finished)
async def choose_mark(context: Context, shift: int, person: int, page: int) -> None:
    look = await look_at(context, shift)
    await cover(context, shift, marks.ask_mark(context.words, look, line_of(look, person), page))


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
    await roll_call.mark(context, shift_id=shift, person_id=person, mark=mark)
    await show_card(context, shift, page)


async def ask_minutes(context: Context, shift: int, person: int, page: int, mark: AttendanceState) -> None:
    look = await look_at(context, shift)
    fields = {"shift": shift, "person": person, "page": page, "mark": mark.value}
    await drafting.start(context, MINUTES, "minutes", fields, card_id=context.card_id)
    await cover(context, shift, marks.ask_minutes(context.words, look, line_of(look, person), page, mark))


@journey.on(SetMinutes, within=unless_finished)
async def set_minutes(
    context: Context, shift: int, person: int, page: int, mark: MarkWithMinutes, minutes: int
) -> None:
    await roll_call.mark(
        context,
        shift_id=shift, person_id=person, mark=mark, minutes=minutes,
    )  # fmt: skip
    await show_card(context, shift, page)


@journey.typed(MINUTES)
async def typed_minutes(context: Context) -> None:
    draft = await drafting.find(context, MINUTES)
    said, mark = draft.fields, AttendanceState(draft.fields["mark"])
    minutes = read_short(f"{mark}_minutes", context.rest, 1, DAY_MINUTES)
    await set_minutes(context, said["shift"], said["person"], said["page"], mark, minutes)
    settle_question(context, draft)


@journey.on(CountHeads, within=unless_finished)
async def choose_heads(context: Context, shift: int, group_place: int) -> None:
    group = await roll_call.group_of(context, shift_id=shift, group_place_id=group_place)
    fields = {"shift": shift, "group_place": group_place}
    await drafting.start(context, HEADS, "heads", fields, card_id=context.card_id)
    await cover(context, shift, marks.ask_heads(context.words, shift, group))


@journey.on(SetHeads, within=unless_finished)
async def set_heads(context: Context, shift: int, group_place: int, heads: int) -> None:
    await roll_call.count_heads(
        context,
        shift_id=shift, group_place_id=group_place, heads=heads,
    )  # fmt: skip
    await show_card(context, shift)


@journey.typed(HEADS)
async def typed_heads(context: Context) -> None:
    draft = await drafting.find(context, HEADS)
    heads = read_number("heads", context.rest, 0, MANY)
    await set_heads(context, draft.fields["shift"], draft.fields["group_place"], heads)
    settle_question(context, draft)


@journey.on(AllLeave, within=unless_finished)
async def all_leave(context: Context, shift: int, finish: bool) -> None:
    await roll_call.all_leave(context, shift_id=shift)
    if finish:
        await settle_next(context, shift)
    else:
        await show_card(context, shift)


@journey.on(HandToCaptain)
async def choose_captain(context: Context, shift: int) -> None:
    captains = await roll_call.captains(context, shift_id=shift)
    await cover(context, shift, marks.ask_captain(context.words, shift, captains))


@journey.on(HandTo, within=unless_finished)
async def hand_to(context: Context, shift: int, captain: int) -> None:
    name = await roll_call.hand_to(context, shift_id=shift, captain_id=captain)
    context.toast(finishing_views.handed_over(context.words, name))
    await show_card(context, shift)
