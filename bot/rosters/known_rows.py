"""Who is there already, as a row of a list may mean them; and what somebody has done since a list made them."""

from bot.ground.frozen import Frozen
from bot.store.asking import sql
from bot.store.transaction import Tx


class Known(Frozen):
    id: int
    name: str
    state: str
    number: str | None
    phone: str | None  # sealed
    in_team: bool


@sql("""
SELECT person.id, person.name, person.state, person.volunteer_number AS number, person.phone, 1 AS in_team
FROM person WHERE person.name = cast(:name AS text) AND person.state IN ('active', 'managed') AND EXISTS (
  SELECT 1 FROM membership WHERE membership.team_id = :team_id AND membership.person_id = person.id
    AND membership.left_at IS NULL)
ORDER BY person.id
""")
async def named(tx: Tx, *, team_id: int, name: str) -> list[Known]:
    """Members of the team who bear this name."""


@sql("""
SELECT person.id, person.name, person.state, person.volunteer_number AS number, person.phone,
  CASE WHEN EXISTS (SELECT 1 FROM membership WHERE membership.team_id = cast(:team_id AS bigint)
    AND membership.person_id = person.id AND membership.left_at IS NULL) THEN 1 ELSE 0 END AS in_team
FROM person
WHERE person.volunteer_number = cast(:number AS text) AND person.state IN ('active', 'managed') AND EXISTS (
  SELECT 1 FROM membership JOIN team ON team.id = membership.team_id AND team.closed_at IS NULL
  JOIN station ON station.id = team.station_id
  JOIN role_grant ON role_grant.person_id = cast(:viewer_id AS bigint) AND role_grant.withdrawn_at IS NULL
  JOIN station AS held ON held.id = role_grant.station_id
  WHERE membership.person_id = person.id AND membership.left_at IS NULL
    AND (station.path >= held.path AND station.path < held.path || ':'))
ORDER BY in_team DESC, person.id
""")
async def numbered(tx: Tx, *, team_id: int, number: str, viewer_id: int) -> list[Known]:
    """Who bears this volunteer number, among whom the viewer's roles reach."""


@sql("""
SELECT id, name, state, volunteer_number AS number, phone, 1 AS in_team FROM person WHERE id = :id
""")
async def kept(tx: Tx, *, id: int) -> Known:
    """As it is kept now. Raises NotFound."""


@sql("""
SELECT CASE
  WHEN person.telegram_id IS NOT NULL OR person.state <> 'managed' THEN 'has_telegram'
  WHEN EXISTS (SELECT 1 FROM service_record WHERE service_record.person_id = person.id) THEN 'has_hours'
  WHEN EXISTS (SELECT 1 FROM sign_up WHERE sign_up.person_id = person.id) THEN 'signed_up'
  WHEN EXISTS (SELECT 1 FROM guardian_consent WHERE guardian_consent.person_id = person.id)
    OR EXISTS (SELECT 1 FROM qualification WHERE qualification.person_id = person.id) THEN 'on_record'
  WHEN (SELECT count(*) FROM membership WHERE membership.person_id = person.id) <> 1
    OR EXISTS (SELECT 1 FROM membership WHERE membership.person_id = person.id AND membership.left_at IS NOT NULL)
    THEN 'another_team'
  ELSE '' END AS why
FROM person WHERE person.id = :id
""")
async def done_since(tx: Tx, *, id: int) -> str | None:
    """What keeps somebody who was made by a list, as ``Why`` says it; '' where nothing does."""
