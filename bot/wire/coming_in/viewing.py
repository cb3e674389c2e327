"""Who acts, for each update of a batch. Looked up once for all of them; again where an earlier one changed people."""

from bot.ground.frozen import Frozen
from bot.ground.viewer import Language, Viewer, reading_language
from bot.people import menus, rows
from bot.people import viewer_rows as viewers
from bot.people.viewer_rows import Roles
from bot.store.transaction import Row, Tx

PEOPLE = frozenset({"person", "role_grant", "membership", "team", "station"})
"""Tables after whose change a viewer is looked up anew."""


class Defaults(Frozen):
    """Of whoever has none: a client that names no language, a tree that names no zone."""

    language: Language = "zh_Hans"
    zone: str = "Asia/Shanghai"


def viewer_of(row: Row, roles: Roles, code: str | None, defaults: Defaults) -> Viewer:
    person = viewers.person_of(row)
    return Viewer(
        person=person,
        telegram_id=row["lane"],
        language=person.language or (reading_language(code) if code else defaults.language),
        zone=row["zone"] or defaults.zone,
        grants=tuple(roles.grants.get(person.id, ())),
        memberships=tuple(roles.memberships.get(person.id, ())),
    )


async def keep_up(tx: Tx, viewer: Viewer, code: str | None, now: int) -> None:
    """An active person's app may have changed its language; the commands it lists follow."""
    before = viewer.person.client_language
    if not code or not viewer.registered or code == before:
        return
    await rows.follow_client_language(tx, viewer.id, code)
    if viewer.person.language is None and reading_language(code) != reading_language(before):
        await menus.refresh(tx, viewer.id, now)
