"""What a child wanted to join goes with the child."""

from bot.desk import Desk
from bot.guardians import wish_rows
from bot.happened import hears
from bot.people.erasing import PersonErased


@hears(PersonErased)
async def erase(desk: Desk, person_id: int) -> None:
    await wish_rows.erase_wish(desk.tx, person_id=person_id)
