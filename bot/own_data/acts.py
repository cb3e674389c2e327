"""Everything held of a person goes to nobody but that person, as a file made when it leaves and never stored."""

from bot.own_data import my_data_rows as my_data
from bot.own_data.rules import MyData
from bot.people import rows as people
from bot.store.transaction import Tx


async def gather(tx: Tx, person_id: int, now: int) -> MyData | None:
    """None once the person is erased."""
    person = await people.person(tx, person_id)
    return MyData(now, await my_data.held(tx, person_id)) if person.registered else None
