"""Who has gone is not phoned, and was nobody who phoned."""

from bot.call_list import erasing_rows
from bot.desk import Desk
from bot.happened import hears
from bot.people.erasing import PersonErased


@hears(PersonErased)
async def erase(desk: Desk, person_id: int) -> None:
    await erasing_rows.erase_calls(desk.tx, person_id=person_id)
    await erasing_rows.erase_call_marks(desk.tx, person_id=person_id)
