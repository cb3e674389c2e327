"""A paper is asked for in one transaction and made later, after another look at who may have it."""

from bot import telling
from bot.activities import permissions as may
from bot.activities.rules import Shift
from bot.desk import Desk, note
from bot.ground import notices
from bot.ground.refusals import ActivityCancelled, NotFound
from bot.leading import rows as leading
from bot.leading.acts import led_shift
from bot.leading.handouts import rows
from bot.leading.handouts.rules import ComingList, Handout, HandoutsLook, InsurersList, PaperOf, Poster
from bot.stations.rows import settings_of
from bot.stations.rules import agency_of


async def look(desk: Desk, *, shift_id: int) -> HandoutsLook:
    """Raises NotFound, ActivityCancelled."""
    shift = await on_paper(desk, shift_id)
    return HandoutsLook(shift, may.may_list_for_insurer(desk.viewer, shift.activity))


async def ask(desk: Desk, *, shift_id: int, paper: PaperOf, link: str) -> None:
    """``link``: what a start link to the session is. The insurer's list leaves a note of who wanted it.

    Raises NotFound, ActivityCancelled.
    """
    shift = await on_paper(desk, shift_id, paper)
    if paper == "insurer":
        people = await rows.people_coming(desk.tx, shift_id=shift_id)
        await note(desk, "insurers_list", f"shift:{shift_id}", people=len(people))
    await telling.tell(
        desk.tx,
        notices.ActivityPaper(shift.id, paper, link),
        desk.viewer.id,
        key=f"activity_paper:{paper}:shift:{shift_id}:person:{desk.viewer.id}:{desk.now}",
        subject=f"shift:{shift_id}",
        now=desk.now,
    )


async def on_paper(desk: Desk, shift_id: int, paper: str = "") -> Shift:
    """A session that the viewer may have this paper of. Raises NotFound, ActivityCancelled."""
    shift = await led_shift(desk, shift_id)
    if paper == "insurer" and not may.may_list_for_insurer(desk.viewer, shift.activity):
        raise NotFound
    if shift.activity.cancelled:
        raise ActivityCancelled(reason=shift.activity.cancel_reason or "other")
    return shift


async def gathered(desk: Desk, *, shift_id: int, paper: str, link: str) -> Handout | None:
    """What stands on it now; None where it was called off meanwhile. Raises NotFound."""
    try:
        shift = await on_paper(desk, shift_id, paper)
    except ActivityCancelled:
        return None
    agency = agency_of(await settings_of(desk.tx, shift.station_id))
    if paper == "poster":
        return Poster(shift, agency, link)
    people = tuple(await rows.people_coming(desk.tx, shift_id=shift_id))
    groups = tuple(await leading.group_places(desk.tx, shift_id))
    made = InsurersList if paper == "insurer" else ComingList
    return made(shift, agency, people, groups)
