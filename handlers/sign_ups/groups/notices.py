"""What a group's captain hears of its places; looked at by the captain's own authority when it leaves."""

from typing import Any

from bot.desk import Seated
from bot.ground.refusals import Refusal
from bot.people.readers import reader
from bot.sign_ups.groups.acts import group_card, own_place
from bot.sign_ups.groups.rules import GroupCard, GroupPlace
from bot.speech.screens import Screen
from bot.speech.words import Words
from bot.store.transaction import Tx
from bot.wire.rendering import LateNotice, Notice
from handlers.sign_ups.groups import screens as views

Held = tuple[GroupCard, GroupPlace]


async def held(tx: Tx, notice: Notice, now: int) -> Held | None:
    """None where the group has given its places back."""
    captain = await reader(tx, notice.person_id or 0, "UTC")
    if captain is None:
        return None
    try:
        place, shift = await own_place(Seated(tx, captain, now), notice.facts["place"])
        card = await group_card(Seated(tx, captain, now), shift_id=shift.id, team_id=place.team_id)
    except Refusal:
        return None
    return card, place


async def missing(tx: Tx, notice: Notice, now: int) -> Held | None:
    """None too where all are named meanwhile."""
    found = await held(tx, notice, now)
    return found if found and found[1].unnamed and found[0].names_open else None


async def moved(tx: Tx, notice: Notice, now: int) -> Held | None:
    """None too where it was moved once more."""
    found = await held(tx, notice, now)
    return found if found and found[0].shift.revision == notice.facts["revision"] else None


def show_missing(words: Words, found: Held) -> Screen:
    return views.names_due(words, *found)


def show_moved(words: Words, found: Held) -> Screen:
    return views.moved(words, *found)


NOTICES: dict[str, LateNotice[Any]] = {
    "group_names": LateNotice(missing, show_missing),
    "group_moved": LateNotice(moved, show_moved),
}
