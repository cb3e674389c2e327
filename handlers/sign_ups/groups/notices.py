"""What a group's captain hears of its places; looked at by the captain's own authority when it leaves."""

from bot.ground import notices
from bot.ground.refusals import Refusal
from bot.sign_ups.groups.acts import group_card, own_place
from bot.sign_ups.groups.rules import GroupCard, GroupPlace
from bot.speech.screens import Screen
from bot.wire.rendering import Telling
from handlers.sign_ups.groups import screens as views
from handlers.talk.journeys import Journey

journey = Journey()


async def held(to: Telling, place_id: int) -> tuple[GroupCard, GroupPlace] | None:
    """None where the group has given its places back."""
    try:
        captain = await to.desk()
        place, shift = await own_place(captain, place_id)
        return await group_card(captain, shift_id=shift.id, team_id=place.team_id), place
    except Refusal:
        return None


@journey.notice(notices.GroupNames)
async def names_due(to: Telling, place: int, revision: int) -> Screen | None:
    """Not where all are named meanwhile."""
    found = await held(to, place)
    if found is None or not found[1].unnamed or not found[0].names_open:
        return None
    return views.names_due(to.words, *found)


@journey.notice(notices.GroupMoved)
async def moved(to: Telling, place: int, revision: int) -> Screen | None:
    """Not where it was moved once more."""
    found = await held(to, place)
    return views.moved(to.words, *found) if found and found[0].shift.revision == revision else None
