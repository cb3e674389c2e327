"""Looking for something to do: /activities, the card behind a link, details, the way there, the calendar file."""

from bot.sign_ups import looking
from bot.sign_ups.calendar import ask_for_file
from bot.wire.context import Context
from bot.wire.routing import Route, on_command, on_press
from handlers.activities import details as details_view
from handlers.activities import lists
from handlers.activities.cards import activity_card, choose_shift
from handlers.links.activities import (
    AddToCalendar,
    ChooseKind,
    ChooseWeek,
    CopyText,
    Details,
    HowToGetThere,
    ListActivities,
    ShowActivity,
    ShowShift,
    Week,
)


async def open_list(context: Context) -> None:
    context.send(lists.upcoming(context.words, await looking.upcoming(context.tx, context.viewer, context.now)))


async def turn_list(context: Context, page_id: int, kind: str, week: Week) -> None:
    page = await looking.upcoming(context.tx, context.viewer, context.now, page=page_id, kind=kind, week=week)
    context.show(lists.upcoming(context.words, page))


async def choose_kind(context: Context, week: Week) -> None:
    context.show(lists.choose_kind(context.words, week))


async def choose_week(context: Context, kind: str) -> None:
    context.show(lists.choose_week(context.words, kind))


async def show_shift(context: Context, shift: int) -> None:
    card = await looking.shift_card(context.tx, context.viewer, context.now, shift_id=shift)
    context.show(activity_card(context.words, card))


async def show_activity(context: Context, activity: int) -> None:
    shifts = await looking.shifts_seen(context.tx, context.viewer, activity_id=activity)
    if len(shifts) == 1:
        await show_shift(context, shifts[0].id)
    else:
        context.show(choose_shift(context.words, shifts))


async def show_details(context: Context, shift: int) -> None:
    card = await looking.shift_card(context.tx, context.viewer, context.now, shift_id=shift)
    context.show(details_view.details(context.words, card))


async def show_way(context: Context, shift: int) -> None:
    card = await looking.shift_card(context.tx, context.viewer, context.now, shift_id=shift)
    context.send(details_view.way_there(context.words, card))


async def copy_text(context: Context, shift: int) -> None:
    card = await looking.shift_card(context.tx, context.viewer, context.now, shift_id=shift)
    context.send(details_view.shared_text(context.words, card, context.bot_name))


async def add_to_calendar(context: Context, shift: int) -> None:
    await ask_for_file(context.tx, context.viewer, context.now, shift_id=shift)
    context.toast(details_view.file_toast(context.words))


ROUTES: list[Route] = [
    on_command("activities", open_list),
    on_press(ListActivities, turn_list),
    on_press(ChooseKind, choose_kind),
    on_press(ChooseWeek, choose_week),
    on_press(ShowShift, show_shift),
    on_press(ShowActivity, show_activity),
    on_press(Details, show_details),
    on_press(HowToGetThere, show_way),
    on_press(CopyText, copy_text),
    on_press(AddToCalendar, add_to_calendar),
]
