"""Whoever a notice goes to looks at it by their own authority of that moment, as if they had opened it themselves."""

from bot.ground.refusals import NotFound
from bot.ground.viewer import Viewer, reading_language
from bot.people import role_rows as grants
from bot.people import rows as people
from bot.people import viewer_rows
from bot.store.transaction import Tx


async def reader(tx: Tx, person_id: int, zone: str) -> Viewer | None:
    """None for who is not here any more."""
    try:
        person = await people.person(tx, person_id)
    except NotFound:
        return None
    return Viewer(
        person=person,
        telegram_id=person.telegram_id or 0,
        language=person.language or reading_language(person.client_language),
        zone=zone,
        grants=tuple(await grants.grants_of(tx, person_id)),
        memberships=tuple(await viewer_rows.memberships_of(tx, person_id)),
    )


async def reads_for(tx: Tx, person_id: int) -> int | None:
    """Who reads what is told to somebody: the person; without Telegram whoever looks after them. None: nobody does."""
    person = await people.person(tx, person_id)
    return person.id if person.telegram_id is not None else person.managed_by_id


async def menu_reader(tx: Tx, person_id: int) -> Viewer | None:
    """Who will see the menu, with the roles of now; None where nobody is there any more."""
    person = await people.person(tx, person_id)
    if not person.registered or person.telegram_id is None:
        return None
    return Viewer(
        person=person,
        telegram_id=person.telegram_id,
        language=reading_language(person.client_language),
        zone="",
        grants=tuple(await grants.grants_of(tx, person_id)),
        memberships=tuple(await viewer_rows.memberships_of(tx, person_id)),
    )
