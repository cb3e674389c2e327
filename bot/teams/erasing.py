"""What goes of a membership: it ends, its days stay."""

from bot.desk import Desk
from bot.happened import hears
from bot.people.erasing import PersonErased
from bot.teams import rows


@hears(PersonErased)
async def erase(desk: Desk, person_id: int) -> None:
    await rows.erase_memberships(desk.tx, person_id=person_id, now=desk.now)
