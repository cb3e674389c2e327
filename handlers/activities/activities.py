"""Looking for something to do: /activities, the card behind a link, details, the way there, the calendar file."""

from bot.sign_ups import looking
from bot.sign_ups.calendar import ask_for_file
from bot.speech.screens import Screen
from bot.wire.context import Context
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
from handlers.talk.journeys import Journey

journey = Journey()


@journey.command("activities")
async def open_list(context: Context) -> None:
    context.send(lists.upcoming(context.words, await looking.upcoming(context)))


@journey.on(ListActivities)
async def turn_list(context: Context, page_id: int, kind: str, week: Week) -> Screen:
    page = await looking.upcoming(context, page=page_id, kind=kind, week=week)
    return lists.upcoming(context.words, page)


@journey.on(ChooseKind)
async def choose_kind(context: Context, week: Week) -> Screen:
    return lists.choose_kind(context.words, week)


@journey.on(ChooseWeek)
async def choose_week(context: Context, kind: str) -> Screen:
    return lists.choose_week(context.words, kind)


@journey.on(ShowShift)
async def show_shift(context: Context, shift: int) -> Screen:
    card = await looking.shift_card(context, shift_id=shift)
    return activity_card(context.words, card)


@journey.on(ShowActivity)
async def show_activity(context: Context, activity: int) -> Screen:
    shifts = await looking.shifts_seen(context, activity_id=activity)
    if len(shifts) == 1:
        return await show_shift(context, shifts[0].id)
    return choose_shift(context.words, shifts)


@journey.on(Details)
async def show_details(context: Context, shift: int) -> Screen:
    card = await looking.shift_card(context, shift_id=shift)
    return details_view.details(context.words, card)


@journey.on(HowToGetThere)
async def show_way(context: Context, shift: int) -> None:
    card = await looking.shift_card(context, shift_id=shift)
    context.send(details_view.way_there(context.words, card))


@journey.on(CopyText)
async def copy_text(context: Context, shift: int) -> None:
    card = await looking.shift_card(context, shift_id=shift)
    context.send(details_view.shared_text(context.words, card, context.bot_name))


@journey.on(AddToCalendar)
async def add_to_calendar(context: Context, shift: int) -> None:
    await ask_for_file(context, shift_id=shift)
    context.toast(details_view.file_toast(context.words))
