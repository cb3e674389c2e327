"""Links by or for somebody who has gone open nothing."""

from bot.desk import Desk
from bot.happened import hears
from bot.invitations import rows
from bot.people.erasing import PersonErased


@hears(PersonErased)
async def erase(desk: Desk, person_id: int) -> None:
    await rows.erase_invitations(desk.tx, person_id=person_id)
