"""Nobody who has gone has a roll-call open, and nothing says why a mark of theirs was put right."""

from bot.desk import Desk
from bot.happened import hears
from bot.people.erasing import PersonErased
from bot.roll_call import card_message_rows
from bot.roll_call.correcting import rows as corrections


@hears(PersonErased)
async def erase(desk: Desk, person_id: int) -> None:
    await card_message_rows.erase_roll_cards(desk.tx, person_id=person_id)
    await corrections.erase_reasons(desk.tx, person_id=person_id)
