"""Who has gone helps with nothing, was asked for no *Got it*, and what they did not finish is somebody else's."""

from bot.desk import Desk
from bot.happened import hears
from bot.leading import acknowledgement_rows, rows
from bot.leading.succession import hand_on
from bot.people.erasing import PersonErased


@hears(PersonErased)
async def erase(desk: Desk, person_id: int) -> None:
    await acknowledgement_rows.erase_acknowledgements(desk.tx, person_id=person_id)
    await rows.erase_helping(desk.tx, person_id=person_id)
    await hand_on(desk, person_id)
