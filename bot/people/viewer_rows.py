"""Who sent an update, as of this transaction. Nobody is inserted here: a stranger is a person with id 0."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.ground.viewer import Grant, Membership, Person, Role, known_language
from bot.store.asking import sql
from bot.store.transaction import Row, Tx

STRANGER = Person(0, None, "new", "", None, "", None, None, None, None, None)
PERSON = (
    "id", "telegram_id", "state", "name", "language", "client_language",
    "age_band", "age_band_at", "home_team_id", "managed_by_id", "unreachable_at",
)  # fmt: skip


@dataclass(slots=True)
class Roles:
    """Of every person in question, by person id."""

    grants: dict[int, list[Grant]] = field(default_factory=lambda: defaultdict(list))
    memberships: dict[int, list[Membership]] = field(default_factory=lambda: defaultdict(list))


def person_of(row: Row) -> Person:
    """The person joined to an update, or a stranger."""
    if row["id"] is None:
        return STRANGER
    said = {name: row[name] for name in PERSON}
    return Person(**{**said, "language": known_language(said["language"])})


def roles_of(rows: Iterable[Row]) -> Roles:
    found = Roles()
    for row in rows:
        if row["what"] == "grant":
            found.grants[row["person_id"]].append(Grant(Role(row["value"]), row["station_id"], row["path"]))
        else:
            member = Membership(row["team_id"], row["station_id"], row["path"], bool(row["captain"]))
            found.memberships[row["person_id"]].append(member)
    return found


@sql("""
SELECT membership.team_id, team.station_id, station.path, membership.captain
FROM membership
JOIN team ON team.id = membership.team_id
JOIN station ON station.id = team.station_id
WHERE membership.person_id = :person_id AND membership.left_at IS NULL AND team.closed_at IS NULL
ORDER BY membership.joined_at, membership.id
""")
async def memberships_of(tx: Tx, person_id: int) -> list[Membership]:
    """The living teams a person is in, as a viewer acts by them, in the order of `teams_of`."""
