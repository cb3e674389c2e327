"""Group places are claimed from the shift like any other, all at once or not at all."""

from bot.ground.frozen import Frozen
from bot.sign_ups.groups.rules import GroupPlace, GroupTeam, OwnGroup
from bot.sign_ups.rules import SignUp
from bot.store.asking import sql
from bot.store.transaction import Row, Tx


class NamesLook(Frozen):
    """A shift whose groups may have to be reminded of names."""

    id: int
    look_at: int
    starts_at: int
    revision: int
    station_id: int
    takes_place: bool


class Unnamed(Frozen):
    """A group that has not been reminded of names. `missing`: some of its places bear none."""

    id: int
    created_by: int
    team_id: int
    missing: bool


@sql("""
SELECT person.name FROM sign_up JOIN person ON person.id = sign_up.person_id
WHERE sign_up.group_place_id = :id AND sign_up.state = 'confirmed' ORDER BY sign_up.id
""")
async def named_on_group_place(tx: Tx, *, id: int) -> tuple[str, ...]:
    """Who is named for a group's places."""


async def place_of(tx: Tx, row: Row | None) -> GroupPlace | None:
    if row is None:
        return None
    return GroupPlace(**row, names=await named_on_group_place(tx, id=row["id"]))


@sql("""
SELECT g.id, g.shift_id, g.team_id, t.name AS team, s.path AS team_path, g.places, g.created_by, g.cancelled_at
FROM group_place g JOIN team t ON t.id = g.team_id JOIN station s ON s.id = t.station_id
WHERE g.id = :id
""")
async def group_place_by_id(tx: Tx, *, id: int) -> Row | None:
    """One group's places in a shift, given back or not."""


async def get_group_place(tx: Tx, group_place_id: int) -> GroupPlace | None:
    return await place_of(tx, await group_place_by_id(tx, id=group_place_id))


@sql("""
SELECT g.id, g.shift_id, g.team_id, t.name AS team, s.path AS team_path, g.places, g.created_by, g.cancelled_at
FROM group_place g JOIN team t ON t.id = g.team_id JOIN station s ON s.id = t.station_id
WHERE g.shift_id = :shift_id AND g.team_id = :team_id AND g.cancelled_at IS NULL
""")
async def group_place_of_team(tx: Tx, *, shift_id: int, team_id: int) -> Row | None:
    """What a team holds in a shift."""


async def of_team(tx: Tx, shift_id: int, team_id: int) -> GroupPlace | None:
    """What the team holds in the shift now."""
    return await place_of(tx, await group_place_of_team(tx, shift_id=shift_id, team_id=team_id))


@sql("SELECT * FROM sign_up WHERE group_place_id = :group_place_id AND state = 'confirmed' ORDER BY id")
async def named(tx: Tx, group_place_id: int) -> list[SignUp]:
    """The sign-ups of who is named for a group's places."""


@sql("""
INSERT INTO group_place (shift_id, team_id, places, created_by, created_at)
VALUES (:shift_id, :team_id, :places, :by, :now) RETURNING id
""")
async def add(tx: Tx, *, shift_id: int, team_id: int, places: int, by: int, now: int) -> int:
    """Places of a group, which were claimed before; the id."""


@sql("UPDATE group_place SET places = :places WHERE id = :group_place_id AND cancelled_at IS NULL")
async def change(tx: Tx, group_place_id: int, places: int) -> None:
    """More places or fewer, which were claimed or released before."""


@sql("UPDATE group_place SET cancelled_at = :now WHERE id = :group_place_id AND cancelled_at IS NULL")
async def cancel(tx: Tx, group_place_id: int, now: int) -> bool:
    """The places are given back. False where they were before."""


@sql("""UPDATE group_place SET cancelled_at = :now
WHERE cancelled_at IS NULL AND shift_id IN (
    SELECT id FROM shift WHERE activity_id = :activity_id AND starts_at > cast(:now AS bigint))
""")
async def cancel_group_places(tx: Tx, *, now: int, activity_id: int) -> int:
    """Groups hold no place in what does not take place either."""


@sql("""UPDATE group_place SET cancelled_at = NULL
WHERE cancelled_at = :cancelled_at
  AND shift_id IN (SELECT id FROM shift WHERE activity_id = :activity_id AND starts_at > cast(:now AS bigint))
  AND NOT EXISTS (SELECT 1 FROM group_place o WHERE o.shift_id = group_place.shift_id
    AND o.team_id = group_place.team_id AND o.id > group_place.id)
""")
async def take_up_group_places(tx: Tx, *, activity_id: int, cancelled_at: int, now: int) -> int:
    """Groups hold again what they held when it was cancelled then."""


@sql("""
SELECT t.id, t.name, s.path FROM (
  SELECT m.team_id AS id FROM membership m WHERE m.person_id = :viewer_id AND m.captain = 1 AND m.left_at IS NULL
  UNION
  SELECT t.id FROM team t JOIN station b ON b.id = t.station_id
  WHERE t.kind = 'group' AND t.closed_at IS NULL AND EXISTS (
    SELECT 1 FROM role_grant g JOIN station h ON h.id = g.station_id
    WHERE g.person_id = :viewer_id AND g.withdrawn_at IS NULL AND b.path >= h.path AND b.path < h.path || ':')) mine
JOIN team t ON t.id = mine.id JOIN station s ON s.id = t.station_id
WHERE t.kind = 'group' AND t.closed_at IS NULL
ORDER BY t.name, t.id LIMIT 20
""")
async def teams_for(tx: Tx, viewer_id: int) -> list[GroupTeam]:
    """Living group teams a viewer may reserve for: as captain, or by a role on the station."""


@sql("""
SELECT h.id, h.names_at AS look_at, h.starts_at, h.revision, a.station_id,
  CASE WHEN a.state IN ('published', 'closed') THEN 1 ELSE 0 END AS takes_place
FROM (SELECT id, activity_id, names_at, starts_at, revision FROM shift
  WHERE names_at >= :since AND (names_at > :since OR id > :after) AND names_at <= :until
  ORDER BY names_at, id LIMIT cast(:limit AS bigint)) h
JOIN activity a ON a.id = h.activity_id
ORDER BY h.names_at, h.id
""")
async def shifts_with_groups(tx: Tx, *, since: int = 0, after: int = 0, until: int, limit: int) -> list[NamesLook]:
    """Shifts whose groups are looked at from one instant to the other, in that order. `after`: those of the first
    instant only after this one.
    """


@sql("""
SELECT g.id, g.created_by, g.team_id,
  CASE WHEN g.places > (SELECT cast(count(*) AS bigint) FROM sign_up u WHERE u.group_place_id = g.id
    AND u.state = 'confirmed') THEN 1 ELSE 0 END AS missing
FROM group_place g
WHERE g.shift_id = :look.id AND g.cancelled_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM occurrence o
    WHERE o.key = 'group_names:' || cast(g.id AS text) || '/' || cast(cast(:look.revision AS bigint) AS text))
ORDER BY g.id
""")
async def not_reminded(tx: Tx, look: NamesLook) -> list[Unnamed]:
    """Groups of a shift that were not reminded of names, whether any are missing, and who looks after the group."""


@sql("""
SELECT g.shift_id, g.team_id, t.name AS team, a.title, h.starts_at, h.ends_at, s.zone, g.places,
  (SELECT cast(count(*) AS bigint) FROM sign_up u WHERE u.group_place_id = g.id AND u.state = 'confirmed') AS named
FROM group_place g
JOIN team t ON t.id = g.team_id
JOIN shift h ON h.id = g.shift_id
JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
WHERE g.cancelled_at IS NULL AND h.ends_at > :now AND a.state <> 'cancelled'
  AND (g.created_by = :person_id OR EXISTS (SELECT 1 FROM membership m
    WHERE m.team_id = g.team_id AND m.person_id = :person_id AND m.captain = 1 AND m.left_at IS NULL))
ORDER BY h.starts_at, g.id LIMIT cast(:limit AS bigint)
""")
async def own(tx: Tx, person_id: int, *, now: int, limit: int) -> list[OwnGroup]:
    """What groups hold for which this person speaks as captain, or which the person reserved; the next first."""


@sql("""
SELECT person_id FROM membership WHERE team_id = :team_id AND captain = 1 AND left_at IS NULL ORDER BY person_id
""")
async def captains_of(tx: Tx, team_id: int) -> list[int]:
    """Who speaks for a group: the captains of its team."""
