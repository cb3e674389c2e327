"""/manage: what one leads. Everything that changes an activity is in `changing`."""

from typing import Literal

from bot.leading import acts as leading
from bot.leading import changing
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.leading import managing_screens as view
from handlers.leading.participants import participants
from handlers.links.leading import Led, Manage, More, MoreOf, Participants, Today
from handlers.talk.journeys import Journey

journey = Journey()


@journey.command("manage")
async def open_today(context: Context) -> None:
    context.send(view.today(context.words, await leading.today(context)))


@journey.on(Today)
async def show_today(context: Context) -> Screen:
    return view.today(context.words, await leading.today(context))


@journey.on(Led)
async def turn_page(context: Context, past: bool, page_id: int) -> Screen:
    page = await leading.page(context, past=past, number=page_id)
    return view.led_page(context.words, page, context.now)


@journey.on(Manage)
async def show_card(context: Context, shift: int) -> Screen:
    card = await leading.lead_card(context, shift_id=shift)
    await changing.give_up(context)
    return view.lead_card(context.words, card)


@journey.on(More)
async def show_more(context: Context, shift: int) -> Screen:
    card = await leading.lead_card(context, shift_id=shift)
    await changing.give_up(context)
    return view.more(context.words, card)


@journey.on(MoreOf)
async def show_more_of(context: Context, shift: int, group: Literal["dates", "sign_ups", "leads"]) -> Screen:
    card = await leading.lead_card(context, shift_id=shift)
    return view.more_of(context.words, card, group)


@journey.on(Participants)
async def show_participants(context: Context, shift: int, page_id: int) -> Screen:
    page = await leading.participants(context, shift_id=shift, number=page_id)
    return participants(context.words, page)
