"""The reminder of names that are missing; looked at by the captain's own authority when it leaves."""

from typing import Any

from bot.domain.group_places import GroupCard, GroupPlace
from bot.domain.refusals import Refusal
from bot.storage.transaction import Tx
from bot.use_cases.group_places import group_card, own_place
from bot.use_cases.readers import reader
from bot.views import group_places as views
from bot.views.screens import Screen
from bot.views.words import Words
from bot.wire.rendering import LateNotice, Notice

Missing = tuple[GroupCard, GroupPlace]


async def look(tx: Tx, notice: Notice, now: int) -> Missing | None:
    """None where all are named meanwhile, or the group has given its places back."""
    captain = await reader(tx, notice.person_id or 0, "UTC")
    if captain is None:
        return None
    try:
        place, shift = await own_place(tx, captain, notice.facts["place"])
        card = await group_card(tx, captain, now, shift_id=shift.id, team_id=place.team_id)
    except Refusal:
        return None
    return (card, place) if place.unnamed and card.names_open else None


def show(words: Words, missing: Missing) -> Screen:
    return views.names_due(words, *missing)


NOTICES: dict[str, LateNotice[Any]] = {"group_names": LateNotice(look, show)}
