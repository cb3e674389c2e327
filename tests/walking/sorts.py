"""What sorts of entities there are: a button is pressed for one of each, whichever come first on a screen."""

import sqlite3

from bot.ground.viewer import Role
from bot.people import role_rows as grants
from bot.people import rows as people
from bot.people import viewer_rows
from bot.store.transaction import Tx
from tests.walking.updates import Who

PERSON = """SELECT p.id, p.state || ' ' || coalesce(p.age_band, '') || ' '
    || (SELECT count(*) FROM role_grant g WHERE g.person_id = p.id) FROM person p"""
SHIFT = """SELECT h.id, a.state || ' ' || (h.taken >= h.capacity) || (h.starts_at <= :now) || (h.ends_at <= :now)
    || (SELECT count(*) FROM shift o WHERE o.activity_id = a.id)
    || coalesce((SELECT state FROM roll_call r WHERE r.shift_id = h.id), '')
    || (SELECT count(*) FROM attendance t WHERE t.shift_id = h.id)
    || (SELECT count(*) FROM group_place p WHERE p.shift_id = h.id)
    FROM shift h JOIN activity a ON a.id = h.activity_id"""
SORTS = {
    "person": PERSON,
    "child": PERSON,
    "captain": PERSON,
    "shift": SHIFT,
    "activity": """SELECT a.id, a.state || (SELECT max(h.ends_at) <= :now FROM shift h WHERE h.activity_id = a.id)
    FROM activity a""",
    "team": "SELECT id, kind || open FROM team",
    "station": "SELECT id, level FROM station",
    "record": "SELECT id, state || source || (minutes > 480) FROM service_record",
    "sign_up": """SELECT s.id, s.state || (h.starts_at <= :now) || (h.starts_at < :now + 86400)
    FROM sign_up s JOIN shift h ON h.id = s.shift_id""",
}
"""By the name of a button's part: the sort of each entity that is there at first."""
Sorts = dict[tuple[str, str], str]


def sorts_at(connection: sqlite3.Connection, now: int) -> Sorts:
    """By the name of a part and an id, as text."""
    return {
        (name, str(row[0])): str(row[1])
        for name, statement in SORTS.items()
        for row in connection.execute(statement, {"now": now} if ":now" in statement else {})
    }


async def role_of(tx: Tx, who: Who) -> str:
    """The highest that this person has now."""
    person = await people.by_telegram_id(tx, who.telegram_id)
    if person is None or not person.registered:
        return "newcomer"
    held = {grant.role for grant in await grants.grants_of(tx, person.id)}
    for role in (Role.ADMINISTRATOR, Role.COORDINATOR, Role.SOCIAL_WORKER):
        if role in held:
            return str(role)
    if any(one.captain for one in await viewer_rows.memberships_of(tx, person.id)):
        return "captain"
    return {"14_17": "minor", "minor": "minor", "under_14": "child"}.get(person.age_band or "", "volunteer")
