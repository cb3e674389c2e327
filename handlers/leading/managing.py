"""/manage: what one leads. Everything that changes an activity is in `changing`."""

from typing import Literal

from bot.leading import acts as leading
from bot.leading import changing
from bot.wire.context import Context
from bot.wire.routing import Route, on_command, on_press
from handlers.leading import managing_screens as view
from handlers.leading.participants import participants
from handlers.links.leading import Led, Manage, More, MoreOf, Participants, Today


async def open_today(context: Context) -> None:
    context.send(view.today(context.words, await leading.today(context.tx, context.viewer, context.now)))


async def show_today(context: Context) -> None:
    context.show(view.today(context.words, await leading.today(context.tx, context.viewer, context.now)))


async def turn_page(context: Context, past: bool, page_id: int) -> None:
    page = await leading.page(context.tx, context.viewer, context.now, past=past, number=page_id)
    context.show(view.led_page(context.words, page, context.now))


async def show_card(context: Context, shift: int) -> None:
    card = await leading.lead_card(context.tx, context.viewer, context.now, shift_id=shift)
    await changing.give_up(context.tx, context.viewer)
    context.show(view.lead_card(context.words, card))


async def show_more(context: Context, shift: int) -> None:
    card = await leading.lead_card(context.tx, context.viewer, context.now, shift_id=shift)
    await changing.give_up(context.tx, context.viewer)
    context.show(view.more(context.words, card))


async def show_more_of(context: Context, shift: int, group: Literal["dates", "sign_ups", "leads"]) -> None:
    card = await leading.lead_card(context.tx, context.viewer, context.now, shift_id=shift)
    context.show(view.more_of(context.words, card, group))


async def show_participants(context: Context, shift: int, page_id: int) -> None:
    page = await leading.participants(context.tx, context.viewer, context.now, shift_id=shift, number=page_id)
    context.show(participants(context.words, page))


ROUTES: list[Route] = [
    on_command("manage", open_today),
    on_press(Today, show_today),
    on_press(Led, turn_page),
    on_press(Manage, show_card),
    on_press(More, show_more),
    on_press(MoreOf, show_more_of),
    on_press(Participants, show_participants),
]
