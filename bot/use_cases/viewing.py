"""A viewer is as of one moment: whoever changes people within an update looks again before going on."""

from bot.domain.frozen import replace
from bot.domain.people import Viewer, reading_language
from bot.storage import grants, people, teams
from bot.storage.transaction import Tx
from bot.storage.viewers import STRANGER


def stranger(viewer: Viewer) -> Viewer:
    """The same account with nobody behind it."""
    return replace(viewer, person=STRANGER, grants=(), memberships=())


async def renewed(tx: Tx, viewer: Viewer) -> Viewer:
    """The same account with what this transaction has changed; unchanged where nothing is kept of it."""
    person = await people.by_telegram_id(tx, viewer.telegram_id)
    if person is None:
        return viewer
    return replace(
        viewer,
        person=person,
        language=person.language or reading_language(person.client_language),
        grants=tuple(await grants.grants_of(tx, person.id)),
        memberships=tuple(await teams.memberships_of(tx, person.id)),
    )
