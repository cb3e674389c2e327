"""The one message in which a roll-call's card stands, and what covers it for a while; both are remembered."""

from collections.abc import Awaitable, Callable
from typing import TypeVarTuple

from bot.ground.refusals import RollCallFinished
from bot.roll_call import acts as roll_call
from bot.roll_call import cards as roll_cards
from bot.roll_call.shown import RollCallCard
from bot.speech.screens import Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.roll_call import card as views

Parts = TypeVarTuple("Parts")


def unless_finished(
    handle: Callable[[Context, int, *Parts], Awaitable[Screen | None]],
) -> Callable[[Context, int, *Parts], Awaitable[Screen | None]]:
    """For buttons that carry a shift first: where somebody else has finished it meanwhile, the card says so."""

    async def handled(context: Context, shift: int, *parts: *Parts) -> Screen | None:
        try:
            return await handle(context, shift, *parts)
        except RollCallFinished as finished:
            await show_card(context, shift)
            context.refuse(finished)
            return None

    return handled


async def look_at(context: Context, shift_id: int) -> RollCallCard:
    return await roll_call.card(context, shift_id=shift_id)


async def show_card(context: Context, shift_id: int, page: int = 0) -> None:
    """Follows what others mark from now on: in the message that was pressed in private, else in the new one."""
    await roll_call.drop_forms(context)
    context.show(views.card(context.words, await look_at(context, shift_id), page), subject=f"shift:{shift_id}")
    if context.card_id:
        await roll_cards.opened(context, shift_id=shift_id, message_id=context.card_id, page=max(page, 0))


async def cover(context: Context, shift_id: int, screen: Screen) -> None:
    """Something else in its place, which no change may overwrite."""
    context.show(screen)
    if context.card_id:
        await roll_cards.covered(context, shift_id=shift_id, message_id=context.card_id)


def settle_question(context: Context) -> None:
    """What was asked and is answered by typing keeps no buttons."""
    if context.asked_card is not None:
        context.edit(answered(context.words, context.rest), message_id=context.asked_card)


def answered(words: Words, said: str) -> Screen:
    """In place of a question that was answered by typing: its buttons are gone."""
    return Screen(words.say("Noted: {answer}", answer=said))
