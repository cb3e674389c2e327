"""The message itself is never stored: Telegram copies it from the chat where it stands."""

from bot.messages.passing_on_rules import NextSignUp, Passed
from bot.store.asking import sql
from bot.store.transaction import Tx, Value

Who = tuple[int, str]  # id and name


@sql("""
INSERT INTO pass_on (person_id, chat_id, message_id, lead_id, state, created_at)
VALUES (:person_id, :chat_id, :message_id, :lead_id, 'asked', :now)
RETURNING id
""")
async def note_said(tx: Tx, *, person_id: int, chat_id: int, message_id: int, lead_id: int, now: int) -> int:
    """Where something stands that somebody said, and to whom it could go."""


@sql("SELECT id, person_id, chat_id, message_id, lead_id, state FROM pass_on WHERE id = :id")
async def said(tx: Tx, id: int) -> Passed:
    """Where it stands, and to whom it could go. Raises NotFound."""


@sql("UPDATE pass_on SET state = :state WHERE id = :id AND person_id = :person_id AND state = 'asked'")
async def settle(tx: Tx, id: int, *, person_id: int, state: str) -> bool:
    """The person's answer, once. False where it is settled already, or somebody else's."""


@sql("""
SELECT sign_up.id, activity.title, shift.starts_at, shift.ends_at, station.zone, sign_up.state
FROM sign_up
JOIN shift ON shift.id = sign_up.shift_id
JOIN activity ON activity.id = shift.activity_id
JOIN station ON station.id = activity.station_id
WHERE sign_up.person_id = :person_id AND sign_up.state <> 'withdrawn' AND shift.ends_at > :now
  AND activity.state <> 'cancelled'
ORDER BY shift.starts_at, shift.id
LIMIT 3
""")
async def next_sign_ups(tx: Tx, person_id: int, now: int) -> tuple[NextSignUp, ...]:
    """What a person is signed up or waits for, the next first."""


@sql("""
SELECT person.id, person.name
FROM sign_up
JOIN shift ON shift.id = sign_up.shift_id
JOIN activity ON activity.id = shift.activity_id
JOIN person ON person.id = activity.lead_id
WHERE sign_up.person_id = :person_id AND sign_up.state <> 'withdrawn' AND shift.ends_at > :now
  AND activity.state <> 'cancelled' AND person.id <> :person_id AND person.telegram_id IS NOT NULL
ORDER BY shift.starts_at, shift.id
LIMIT 1
""")
async def lead_of_next_sign_up(tx: Tx, person_id: int, now: int) -> Who | None:
    """Who leads what this person does next, if that is somebody else whom a message can reach."""


@sql("""
SELECT lead.id, lead.name
FROM membership
JOIN person ON person.id = membership.person_id
JOIN team ON team.id = membership.team_id AND team.closed_at IS NULL
JOIN person AS lead ON lead.id = team.lead_id
WHERE membership.person_id = :person_id AND membership.left_at IS NULL AND lead.id <> :person_id
  AND lead.telegram_id IS NOT NULL
ORDER BY CASE WHEN team.id = person.home_team_id THEN 0 ELSE 1 END, membership.joined_at, membership.id
LIMIT 1
""")
async def lead_of_own_team(tx: Tx, person_id: int) -> Who | None:
    """The responsible social worker of the home team, else of the team joined first."""


@sql("""
WITH RECURSIVE up(id, parent_id, path) AS (
  SELECT id, parent_id, path FROM station WHERE path = cast(:path AS text)
  UNION ALL SELECT above.id, above.parent_id, above.path FROM up JOIN station AS above ON above.id = up.parent_id)
SELECT person.id, person.name
FROM up AS station
JOIN role_grant ON role_grant.station_id = station.id AND role_grant.withdrawn_at IS NULL
JOIN person ON person.id = role_grant.person_id
WHERE person.id <> :person_id
  AND person.telegram_id IS NOT NULL AND person.state = 'active'
ORDER BY length(station.path) DESC,
         CASE role_grant.role WHEN 'social_worker' THEN 0 WHEN 'coordinator' THEN 1 ELSE 2 END, person.id
LIMIT 1
""")
async def staff_above(tx: Tx, person_id: int, path: str) -> Who | None:
    """Somebody else of the staff: of the station with this path or the nearest above it, the lowest role first."""


@sql("DELETE FROM pass_on WHERE person_id = :person_id")
async def erase_words(tx: Tx, *, person_id: Value) -> int:
    """Where something stands that was passed on."""
