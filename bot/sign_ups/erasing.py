"""What was said of a sign-up goes with its person; the sign-up stays, nameless."""

from bot.desk import Desk
from bot.happened import hears
from bot.people.erasing import PersonErased
from bot.sign_ups import rows


@hears(PersonErased)
async def erase(desk: Desk, person_id: int) -> None:
    await rows.erase_answers(desk.tx, person_id=person_id)
