"""/rollcall, and the card that comes by itself: marks, heads, leaving, handing on. `finishing` closes it."""

from bot.ground.reading.hours import read_short
from bot.ground.reading.numbers import read_number
from bot.ground.refusals import NotFound
from bot.people import drafting
from bot.roll_call import acts as roll_call
from bot.roll_call.acts import HEADS, MINUTES
from bot.roll_call.looks import RollCallCard
from bot.roll_call.rules import AttendanceState, Line
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_command, on_press
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
from handlers.roll_call.screens import cover, look_at, on_roll, settle_question, show_card
from handlers.talk.privately import privately

DAY_MINUTES, MANY = 24 * 60, 10_000


async def open_list(context: Context) -> None:
    """The card itself where there is one only."""
    page = await roll_call.open_list(context.tx, context.viewer, context.now, 0)
    if len(page.calls) == 1:
        await show_card(context, page.calls[0].shift_id)
    else:
        privately(context, views.open_list(context.words, page))


async def turn_list(context: Context, page: int) -> None:
    found = await roll_call.open_list(context.tx, context.viewer, context.now, page)
    privately(context, views.open_list(context.words, found))


async def open_card(context: Context, shift: int, page: int) -> None:
    await show_card(context, shift, page)


async def open_more(context: Context, shift: int) -> None:
    await cover(context, shift, views.more(context.words, await look_at(context, shift)))


async def all_here(context: Context, shift: int) -> None:
    await roll_call.mark_rest(context.tx, context.viewer, context.now, shift_id=shift)
    await show_card(context, shift)


async def choose_mark(context: Context, shift: int, person: int, page: int) -> None:
    look = await look_at(context, shift)
    await cover(context, shift, marks.ask_mark(context.words, look, line_of(look, person), page))


def line_of(look: RollCallCard, person_id: int) -> Line:
    for line in look.lines:
        if line.person_id == person_id:
            return line
    raise NotFound


async def set_mark(context: Context, shift: int, person: int, page: int, mark: AttendanceState) -> None:
    if mark in {AttendanceState.LATE, AttendanceState.LEFT_EARLY}:
        await ask_minutes(context, shift, person, page, mark)
        return
    await roll_call.mark(context.tx, context.viewer, context.now, shift_id=shift, person_id=person, mark=mark)
    await show_card(context, shift, page)


async def ask_minutes(context: Context, shift: int, person: int, page: int, mark: AttendanceState) -> None:
    look = await look_at(context, shift)
    fields = {"shift": shift, "person": person, "page": page, "mark": mark.value}
    await drafting.start(context.tx, context.viewer, context.now, MINUTES, "minutes", fields, card_id=context.card_id)
    await cover(context, shift, marks.ask_minutes(context.words, look, line_of(look, person), page, mark))


async def set_minutes(
    context: Context, shift: int, person: int, page: int, mark: MarkWithMinutes, minutes: int
) -> None:
    await roll_call.mark(
        context.tx, context.viewer, context.now,
        shift_id=shift, person_id=person, mark=mark, minutes=minutes,
    )  # fmt: skip
    await show_card(context, shift, page)


async def typed_minutes(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, MINUTES)
    said, mark = draft.fields, AttendanceState(draft.fields["mark"])
    minutes = read_short(f"{mark}_minutes", context.rest, 1, DAY_MINUTES)
    await set_minutes(context, said["shift"], said["person"], said["page"], mark, minutes)
    settle_question(context, draft)


async def choose_heads(context: Context, shift: int, group_place: int) -> None:
    group = await roll_call.group_of(
        context.tx, context.viewer, context.now, shift_id=shift, group_place_id=group_place
    )
    fields = {"shift": shift, "group_place": group_place}
    await drafting.start(context.tx, context.viewer, context.now, HEADS, "heads", fields, card_id=context.card_id)
    await cover(context, shift, marks.ask_heads(context.words, shift, group))


async def set_heads(context: Context, shift: int, group_place: int, heads: int) -> None:
    await roll_call.count_heads(
        context.tx, context.viewer, context.now,
        shift_id=shift, group_place_id=group_place, heads=heads,
    )  # fmt: skip
    await show_card(context, shift)


async def typed_heads(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, HEADS)
    await set_heads(context, **draft.fields, heads=read_number("heads", context.rest, 0, MANY))
    settle_question(context, draft)


async def all_leave(context: Context, shift: int, finish: bool) -> None:
    await roll_call.all_leave(context.tx, context.viewer, context.now, shift_id=shift)
    if finish:
        await settle_next(context, shift)
    else:
        await show_card(context, shift)


async def choose_captain(context: Context, shift: int) -> None:
    captains = await roll_call.captains(context.tx, context.viewer, context.now, shift_id=shift)
    await cover(context, shift, marks.ask_captain(context.words, shift, captains))


async def hand_to(context: Context, shift: int, captain: int) -> None:
    name = await roll_call.hand_to(context.tx, context.viewer, context.now, shift_id=shift, captain_id=captain)
    context.toast(finishing_views.handed_over(context.words, name))
    await show_card(context, shift)


ROUTES: list[Route] = [
    on_command("rollcall", open_list),
    on_press(ListRollCalls, turn_list),
    on_press(OpenRollCall, open_card),
    on_press(MoreOfRollCall, open_more),
    on_roll(AllHere, all_here),
    on_roll(MarkOne, choose_mark),
    on_roll(SetMark, set_mark),
    on_roll(SetMinutes, set_minutes),
    on_roll(CountHeads, choose_heads),
    on_roll(SetHeads, set_heads),
    on_roll(AllLeave, all_leave),
    on_press(HandToCaptain, choose_captain),
    on_roll(HandTo, hand_to),
    Form(MINUTES, typed_minutes),
    Form(HEADS, typed_heads),
]
