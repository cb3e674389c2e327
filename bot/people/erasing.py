"""What goes of a person who erases themselves: all but a nameless row."""

from bot.desk import Desk
from bot.happened import Happened, hears
from bot.people import name_part_rows, notice_choice_rows, qualification_rows, role_rows, rows
from bot.people.consent import rows as consent_rows

PersonErased = Happened[int]("person_erased", "person")
"""Each subject takes away what it keeps of them, but for the nameless rows that totals need."""


@hears(PersonErased)
async def erase(desk: Desk, person_id: int) -> None:
    await consent_rows.erase_consents(desk.tx, person_id=person_id, now=desk.now)
    await role_rows.erase_grants(desk.tx, person_id=person_id, now=desk.now)
    await consent_rows.erase_company(desk.tx, person_id=person_id)
    await qualification_rows.erase_qualifications(desk.tx, person_id=person_id)
    await notice_choice_rows.erase_notice_choices(desk.tx, person_id=person_id)
    await rows.release_managed(desk.tx, person_id=person_id)
    await name_part_rows.forget_parts(desk.tx, person_id=person_id)
    await name_part_rows.forget_in_teams(desk.tx, person_id=person_id)
    await rows.erase_person(desk.tx, person_id=person_id)
