"""A viewer is as of one moment: whoever changes people within an update looks again before going on."""

from bot.desk import Desk
from bot.ground.frozen import replace
from bot.ground.viewer import Viewer, reading_language
from bot.people import role_rows as grants
from bot.people import rows as people
from bot.people import viewer_rows
from bot.people.viewer_rows import STRANGER


def stranger(viewer: Viewer) -> Viewer:
    """The same account with nobody behind it."""
    return replace(viewer, person=STRANGER, grants=(), memberships=())


async def renewed(desk: Desk) -> Viewer:
    """The same account with what this transaction has changed; unchanged where nothing is kept of it."""
    person = await people.by_telegram_id(desk.tx, desk.viewer.telegram_id)
    if person is None:
        return desk.viewer
    return replace(
        desk.viewer,
        person=person,
        language=person.language or reading_language(person.client_language),
        grants=tuple(await grants.grants_of(desk.tx, person.id)),
        memberships=tuple(await viewer_rows.memberships_of(desk.tx, person.id)),
    )
