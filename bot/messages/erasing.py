"""Where words stand that were passed on goes with who wrote them."""

from bot.desk import Desk
from bot.happened import hears
from bot.messages import passing_on_rows
from bot.people.erasing import PersonErased


@hears(PersonErased)
async def erase(desk: Desk, person_id: int) -> None:
    await passing_on_rows.erase_words(desk.tx, person_id=person_id)
