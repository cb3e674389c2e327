"""What papers said about somebody goes with them; whoever verifies one reads that it is not kept any more."""

from bot.desk import Desk
from bot.happened import hears
from bot.people.erasing import PersonErased
from bot.reports.issued import rows


@hears(PersonErased)
async def erase(desk: Desk, person_id: int) -> None:
    await rows.erase(desk.tx, person_id=person_id)
