"""Whoever has the card open sees what others mark: at most once a second, silently, and never over a question."""

from bot.desk import Desk
from bot.roll_call import card_message_rows as roll_cards
from bot.roll_call.due_cards import seen
from bot.roll_call.shown import FreshCard, OpenCard


async def opened(desk: Desk, *, shift_id: int, message_id: int, page: int) -> None:
    """The card stands in this message of the viewer's own chat."""
    await roll_cards.show(desk.tx, shift_id, desk.viewer.id, message_id, page)


async def covered(desk: Desk, *, shift_id: int, message_id: int) -> None:
    """The message shows something else, which must stay."""
    await roll_cards.cover(desk.tx, shift_id, desk.viewer.id, message_id)


async def fresh(desk: Desk, *, shift_id: int, message_id: int) -> FreshCard | None:
    """Looked at when it leaves: None where the card is not open any more, or not theirs."""
    found = [one for one in await roll_cards.shown(desk.tx, shift_id) if is_that(one, desk.viewer.id, message_id)]
    look = await seen(desk, shift_id) if found else None
    return FreshCard(look, message_id, found[0].page) if look else None


def is_that(one: OpenCard, person_id: int, message_id: int) -> bool:
    return (one.person_id, one.message_id) == (person_id, message_id)
