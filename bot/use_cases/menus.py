"""The commands Telegram lists in a chat are a person's own: they follow role and language without anybody pressing."""

from bot.domain.people import Viewer
from bot.storage import grants, outbox, people, teams
from bot.storage.transaction import Tx

KIND = "menu"


async def refresh(tx: Tx, person_id: int, now: int) -> None:
    """Call it where a role, a captain's mark or a language changes; the menu is made when it leaves."""
    await outbox.queue_notice(
        tx,
        kind=KIND,
        key=f"menu:person:{person_id}:{now}",
        person_id=person_id,
        subject=f"menu:person:{person_id}",
        facts={},
        now=now,
    )


async def reader_of(tx: Tx, person_id: int) -> Viewer | None:
    """Who will see the menu, with the roles of now; None where nobody is there any more."""
    person = await people.person(tx, person_id)
    if not person.registered or person.telegram_id is None:
        return None
    return Viewer(
        person=person,
        telegram_id=person.telegram_id,
        language="",
        zone="",
        grants=tuple(await grants.grants_of(tx, person_id)),
        memberships=tuple(await teams.memberships_of(tx, person_id)),
    )
