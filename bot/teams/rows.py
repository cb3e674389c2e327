"""Teams and who is in them. Leaving keeps the row with its day, so that hours of then stay with the team of then."""

from bot.people import name_part_rows
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value
from bot.teams.rules import Member, Team


def made_member(row: Row) -> Member:
    return Member(
        person_id=row["person_id"],
        name=row["name"],
        captain=bool(row["captain"]),
        managed=row["state"] == "managed",
        joined_at=row["joined_at"],
    )


@sql("""
SELECT team.id, team.station_id, station.path, station.name AS station, station.zone, team.name, team.kind, team.open,
       team.lead_id, lead.name AS lead, team.chat_id, team.closed_at
FROM team
JOIN station ON station.id = team.station_id
LEFT JOIN person AS lead ON lead.id = team.lead_id
WHERE team.id = :id
""")
async def team(tx: Tx, id: int) -> Team:
    """One team with its station and lead. Raises NotFound."""


@sql("""
SELECT team.id, team.station_id, station.path, station.name AS station, station.zone, team.name, team.kind, team.open,
       team.lead_id, lead.name AS lead, team.chat_id, team.closed_at
FROM team
JOIN station ON station.id = team.station_id
LEFT JOIN person AS lead ON lead.id = team.lead_id
WHERE (station.path >= cast(:path AS text) AND station.path < cast(:path AS text) || ':') AND team.closed_at IS NULL
ORDER BY station.path, team.name, team.id LIMIT cast(:most AS bigint)
""")
async def teams_under(tx: Tx, path: str, *, most: int) -> list[Team]:
    """The first living teams of the station with this path and of all below it."""


@sql("""
SELECT team.id, team.station_id, station.path, station.name AS station, station.zone, team.name, team.kind, team.open,
       team.lead_id, lead.name AS lead, team.chat_id, team.closed_at
FROM team
JOIN station ON station.id = team.station_id
LEFT JOIN person AS lead ON lead.id = team.lead_id
WHERE (station.path >= cast(:path AS text) AND station.path < cast(:path AS text) || ':') AND team.closed_at IS NULL
  AND team.open = 1
  AND NOT EXISTS (SELECT 1 FROM membership m
    WHERE m.team_id = team.id AND m.person_id = :person_id AND m.left_at IS NULL)
ORDER BY station.path, team.name, team.id LIMIT cast(:most AS bigint)
""")
async def open_under(tx: Tx, path: str, person_id: int, *, most: int) -> list[Team]:
    """Of these the first that anybody may join and this person is not in."""


@sql("""
SELECT team.id, team.station_id, station.path, station.name AS station, station.zone, team.name, team.kind, team.open,
       team.lead_id, lead.name AS lead, team.chat_id, team.closed_at
FROM team
JOIN station ON station.id = team.station_id
JOIN person AS lead ON lead.id = team.lead_id
WHERE team.lead_id = :person_id AND team.closed_at IS NULL
  AND (station.path >= cast(:path AS text) AND station.path < cast(:path AS text) || ':')
ORDER BY station.path, team.name, team.id
""")
async def led_under(tx: Tx, path: str, person_id: int) -> list[Team]:
    """Of these the teams that this person is responsible for."""


@sql("""
SELECT team.id, team.station_id, station.path, station.name AS station, station.zone, team.name, team.kind, team.open,
       team.lead_id, lead.name AS lead, team.chat_id, team.closed_at
FROM membership AS mine
JOIN team ON team.id = mine.team_id
JOIN station ON station.id = team.station_id
LEFT JOIN person AS lead ON lead.id = team.lead_id
WHERE mine.person_id = :person_id AND mine.left_at IS NULL AND team.closed_at IS NULL
ORDER BY mine.joined_at, mine.id
""")
async def teams_of(tx: Tx, person_id: int) -> list[Team]:
    """The living teams a person is in, the oldest membership first."""


@sql(
    """
SELECT person.id AS person_id, person.name, membership.captain, person.state, membership.joined_at
FROM membership JOIN person ON person.id = membership.person_id
WHERE membership.team_id = :team_id AND membership.left_at IS NULL AND person.state IN ('active', 'managed')
ORDER BY membership.captain DESC, person.name, person.id
""",
    read=made_member,
)
async def members(tx: Tx, team_id: int) -> list[Member]:
    """Who is in a team, captains first, then by name."""


@sql("""
INSERT INTO team (station_id, name, kind, open, lead_id, created_at)
VALUES (:station_id, :name, :kind, :open, :lead_id, :now)
RETURNING id
""")
async def add_team(tx: Tx, *, station_id: int, name: str, kind: str, open: bool, lead_id: int | None, now: int) -> int:
    """A service team or a group team of a station; its id."""


@sql("""
INSERT INTO membership (team_id, person_id, captain, joined_at) VALUES (:team_id, :person_id, :captain, :now)
ON CONFLICT (team_id, person_id) WHERE left_at IS NULL DO NOTHING
""")
async def add_membership_row(tx: Tx, *, team_id: int, person_id: int, now: int, captain: bool = False) -> bool:
    """A membership begins. False where there is one already."""


async def add_membership(tx: Tx, *, team_id: int, person_id: int, now: int, captain: bool = False) -> bool:
    """A person joins a team, and is found there. False where the person is in it already."""
    joined = await add_membership_row(tx, team_id=team_id, person_id=person_id, now=now, captain=captain)
    await name_part_rows.stand_in_teams(tx, person_id)
    return joined


@sql("""
SELECT id FROM team WHERE station_id = :station_id AND name = :name AND closed_at IS NULL AND id <> :but
""")
async def name_taken(tx: Tx, *, station_id: int, name: str, but: int = 0) -> bool:
    """Whether a living team of the station bears the name already."""


@sql("UPDATE team SET name = :name WHERE id = :id")
async def rename(tx: Tx, id: int, name: str) -> None:
    """Another name for a team."""


@sql("UPDATE team SET kind = :kind WHERE id = :id")
async def set_kind(tx: Tx, id: int, kind: str) -> None:
    """Service team or group team."""


@sql("UPDATE team SET open = :open WHERE id = :id")
async def set_open(tx: Tx, id: int, open: bool) -> None:
    """Whether anybody of the station may join without an invitation."""


@sql("UPDATE team SET lead_id = :lead_id WHERE id = :id")
async def set_lead(tx: Tx, id: int, lead_id: int) -> None:
    """The responsible social worker."""


@sql("UPDATE team SET name = name WHERE id = :id")
async def hold(tx: Tx, id: int) -> None:
    """Until the transaction ends nobody else holds this team: so does who counts the captains before making one."""


@sql("""
UPDATE membership SET captain = :captain WHERE team_id = :team_id AND person_id = :person_id AND left_at IS NULL
""")
async def mark_captain(tx: Tx, team_id: int, person_id: int, captain: bool) -> None:
    """Makes a member captain or an ordinary member again."""


@sql("UPDATE person SET home_team_id = :team_id WHERE id = :person_id AND home_team_id IS NULL")
async def gain_home_team(tx: Tx, *, team_id: int, person_id: int) -> int:
    """The first team somebody joins is their home."""


async def join(tx: Tx, *, team_id: int, person_id: int, now: int) -> bool:
    """Becomes a member, and at home there who has no home team yet. False for who is a member already."""
    joined = await add_membership(tx, team_id=team_id, person_id=person_id, now=now)
    await gain_home_team(tx, person_id=person_id, team_id=team_id)
    return joined


@sql("""
UPDATE person SET home_team_id = (
    SELECT membership.team_id FROM membership WHERE membership.person_id = person.id AND membership.left_at IS NULL
    ORDER BY membership.joined_at, membership.id LIMIT 1
) WHERE id = :person_id AND home_team_id = :team_id
""")
async def lose_home_team(tx: Tx, *, person_id: int, team_id: int) -> int:
    """Somebody who left a team is at home in the oldest of the others."""


@sql("""
UPDATE membership SET left_at = :now, captain = 0
WHERE team_id = :team_id AND person_id = :person_id AND left_at IS NULL
""")
async def take_out_member(tx: Tx, *, now: int, team_id: int, person_id: int) -> bool:
    """The membership ends; its row stays."""


async def take_out(tx: Tx, *, team_id: int, person_id: int, now: int) -> bool:
    """False where the person is no member. Hours of then stay with the team of then."""
    left = await take_out_member(tx, team_id=team_id, person_id=person_id, now=now)
    await lose_home_team(tx, person_id=person_id, team_id=team_id)
    await name_part_rows.stand_in_teams(tx, person_id)
    return left


@sql("""
SELECT team.name FROM team WHERE team.lead_id = :person_id AND team.closed_at IS NULL ORDER BY team.name,
  team.id
""")
async def led_by(tx: Tx, person_id: int) -> tuple[str, ...]:
    """The names of the teams a social worker is responsible for."""


@sql("SELECT station_id FROM team WHERE id = :team_id")
async def station_of_team(tx: Tx, team_id: int) -> int:
    """Where a team belongs."""


@sql("UPDATE team SET chat_id = :to_id WHERE chat_id = :from_id")
async def move_team_chat(tx: Tx, from_id: int, to_id: int) -> None:
    """A group became a supergroup."""


@sql("UPDATE team SET chat_id = NULL WHERE chat_id = :chat_id")
async def forget_team_chat(tx: Tx, chat_id: int) -> None:
    """The bot was put out of a team's group."""


@sql("UPDATE membership SET left_at = :now, captain = 0 WHERE person_id = :person_id AND left_at IS NULL")
async def erase_memberships(tx: Tx, *, now: Value, person_id: Value) -> int:
    """The erased person is in no team any more; the days stay, so that hours of then stay with the team of then."""
