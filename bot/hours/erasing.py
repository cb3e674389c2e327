"""What goes of hours: words, questions, and what nobody has verified. Verified minutes stay."""

from bot.desk import Desk
from bot.happened import hears
from bot.hours import rows
from bot.hours.statements import rows as statement_rows
from bot.hours.sums import acts as running_sums
from bot.people.erasing import PersonErased


@hears(PersonErased)
async def erase(desk: Desk, person_id: int) -> None:
    await statement_rows.erase_statements(desk.tx, person_id=person_id)
    await running_sums.forget_waiting(desk.tx, person_id)
    await rows.erase_waiting_records(desk.tx, person_id=person_id)
    await rows.erase_notes_of_records(desk.tx, person_id=person_id)
