"""Who has gone was made by no list, and brought none."""

from bot.desk import Desk
from bot.happened import hears
from bot.people.erasing import PersonErased
from bot.rosters import rows
from bot.rosters.rules import RosterState


@hears(PersonErased)
async def erase(desk: Desk, person_id: int) -> None:
    await rows.forget_person(desk.tx, person_id=person_id)
    for roster_id in await rows.brought_by(desk.tx, person_id):
        await rows.forget_rows(desk.tx, roster_id=roster_id)
        await rows.end(desk.tx, roster_id, RosterState.CANCELLED)
