"""Activities as their leads see and change them."""

from bot.activities import looking_rows
from bot.activities.rules import Activity, ActivityFacts, ActivityState, ShiftFacts
from bot.leading.rules import Candidate, Concerned, GroupPlaces, History
from bot.sign_ups.groups.rules import GroupHolder
from bot.store.asking import sql
from bot.store.statements import listed
from bot.store.transaction import Row, Tx, Value


@sql("""
SELECT u.person_id, cast(count(DISTINCT o.shift_id) AS bigint) AS sign_ups,
    cast(count(DISTINCT CASE WHEN t.state = 'no_show' THEN o.shift_id END) AS bigint) AS missed
FROM sign_up u
JOIN sign_up o ON o.person_id = u.person_id AND o.shift_id <> u.shift_id AND o.state = 'confirmed'
JOIN shift h ON h.id = o.shift_id AND h.starts_at >= :since AND h.ends_at <= :now
LEFT JOIN attendance t ON t.shift_id = o.shift_id AND t.person_id = o.person_id
WHERE u.shift_id = :shift_id AND u.state <> 'withdrawn'
GROUP BY u.person_id
""")
async def histories_of_shift(tx: Tx, *, since: int, now: int, shift_id: int) -> list[Row]:
    """What each participant promised and missed since a moment, this shift left out."""


async def histories(tx: Tx, shift_id: int, *, since: int, now: int) -> dict[int, History]:
    """By person; who never promised anything before is not in it."""
    rows = await histories_of_shift(tx, shift_id=shift_id, since=since, now=now)
    return {row["person_id"]: History(row["sign_ups"], row["missed"]) for row in rows}


@sql("""
SELECT t.name AS team, g.places,
    (SELECT cast(count(*) AS bigint) FROM sign_up u WHERE u.group_place_id = g.id AND u.state <> 'withdrawn') AS named
FROM group_place g JOIN team t ON t.id = g.team_id
WHERE g.shift_id = :shift_id AND g.cancelled_at IS NULL ORDER BY t.name, g.id
""")
async def group_places(tx: Tx, shift_id: int) -> list[GroupPlaces]:
    """Places held by teams, and how many of them have a name."""


@sql("SELECT state FROM roll_call WHERE shift_id = :shift_id")
async def roll_call_state(tx: Tx, shift_id: int) -> str | None:
    """Open, handed, submitted or closed; nothing before it opened."""


@sql(
    f"""
UPDATE activity SET ({listed(ActivityFacts)}) = ({listed(ActivityFacts, ":facts.")}), revision = revision + 1
WHERE id = :activity_id
"""  # noqa: S608 - columns of ours
)
async def update_activity(tx: Tx, activity_id: int, facts: ActivityFacts) -> None:
    """Everything the lead says, at once; the card's revision grows."""


@sql(
    f"""
UPDATE shift SET ({listed(ShiftFacts)}, remind_at, card_at, over_at, names_at)
  = ({listed(ShiftFacts, ":facts.")}, 0, 0, 0, 0)
WHERE id = :shift_id AND taken <= :facts.capacity
"""  # noqa: S608 - as above
)
async def update_shift(tx: Tx, shift_id: int, facts: ShiftFacts) -> bool:
    """False where more places are taken than there would be."""


@sql("""
UPDATE shift SET revision = revision + 1, remind_at = 0, card_at = 0, over_at = 0, names_at = 0 WHERE id = :shift_id
""")
async def raise_revision(tx: Tx, shift_id: int) -> None:
    """Time or place changed: what was answered before does not count any more."""


@sql("""
UPDATE activity SET state = :state, decide_at = :decide_at, cancel_reason = :reason, cancel_text = :text,
    cancelled_at = :cancelled_at, revision = revision + 1
WHERE id = :id AND state <> 'cancelled'
""")
async def set_activity_state(
    tx: Tx, *, state: Value, decide_at: Value, reason: Value, text: Value, cancelled_at: Value, id: Value
) -> int:
    """Published, on hold, closed or cancelled."""


async def set_state(
    tx: Tx,
    activity_id: int,
    state: ActivityState,
    *,
    decide_at: int | None = None,
    reason: str | None = None,
    text: str | None = None,
    cancelled_at: int | None = None,
) -> bool:
    """False where it is cancelled already: only `take_up` leads on from there."""
    values = {"decide_at": decide_at, "reason": reason, "text": text, "cancelled_at": cancelled_at}
    await looking_rows.look_again(tx, activity_id)
    return await set_activity_state(tx, id=activity_id, state=state.value, **values) == 1


@sql("""
UPDATE activity SET state = 'published', decide_at = NULL, cancel_reason = NULL, cancel_text = NULL,
    cancelled_at = NULL, revision = revision + 1
WHERE id = :activity_id AND state = 'cancelled'
""")
async def take_up(tx: Tx, activity_id: int) -> bool:
    """It takes place after all. False where it is not cancelled."""


@sql("""
SELECT cast(count(*) AS bigint) AS people, cast(coalesce(sum(w.away), 0) AS bigint) AS to_phone
FROM (
  SELECT p.id, CASE WHEN p.telegram_id IS NOT NULL AND p.unreachable_at IS NULL THEN 0
    WHEN p.telegram_id IS NULL AND m.telegram_id IS NOT NULL AND m.unreachable_at IS NULL THEN 0 ELSE 1 END AS away
  FROM (SELECT u.person_id FROM shift h JOIN sign_up u ON u.shift_id = h.id
    WHERE h.activity_id = :activity_id AND h.ends_at > :now
      AND (u.state <> 'withdrawn' OR (u.reason = 'cancelled' AND u.withdrawn_at = cast(:cancelled_at AS bigint)))
    UNION SELECT g.created_by FROM shift h JOIN group_place g ON g.shift_id = h.id
    WHERE h.activity_id = :activity_id AND h.starts_at > :now
      AND (g.cancelled_at IS NULL OR g.cancelled_at = cast(:cancelled_at AS bigint))
    UNION SELECT c.person_id FROM shift h JOIN group_place g ON g.shift_id = h.id
    JOIN membership c ON c.team_id = g.team_id AND c.captain = 1 AND c.left_at IS NULL
    WHERE h.activity_id = :activity_id AND h.starts_at > :now
      AND (g.cancelled_at IS NULL OR g.cancelled_at = cast(:cancelled_at AS bigint))) k
  JOIN person p ON p.id = k.person_id LEFT JOIN person m ON m.id = p.managed_by_id
  WHERE p.id <> cast(:but AS bigint) AND p.state IN ('active', 'managed')
) w
""")
async def concerned_rows(tx: Tx, *, activity_id: int, now: int, cancelled_at: Value, but: int) -> Row:
    """How many people a word about an activity concerns, and how many of them nobody but a phone reaches."""


async def concerned(tx: Tx, activity: Activity, *, now: int, but: int) -> Concerned:
    """Also of what is cancelled: those who were in it then."""
    row = await concerned_rows(tx, activity_id=activity.id, now=now, cancelled_at=activity.cancelled_at or 0, but=but)
    return Concerned(**row)


@sql("UPDATE activity SET lead_id = :person_id, revision = revision + 1 WHERE id = :id")
async def set_lead_statement(tx: Tx, *, person_id: int, id: int) -> int:
    """Another lead; whoever helped and now leads helps no more."""


async def set_lead(tx: Tx, activity_id: int, person_id: int) -> None:
    """Who leads it does not also help."""
    await set_lead_statement(tx, id=activity_id, person_id=person_id)
    await remove_helper(tx, activity_id, person_id)


@sql("""
SELECT DISTINCT a.id FROM activity a JOIN shift h ON h.activity_id = a.id LEFT JOIN roll_call r ON r.shift_id = h.id
WHERE a.lead_id = :person_id AND (h.ends_at > :now
  OR (h.ends_at > :now - 5184000 AND a.state <> 'cancelled' AND coalesce(r.state, 'open') <> 'closed'))
ORDER BY a.id
""")
async def unfinished_of(tx: Tx, person_id: int, now: int) -> list[int]:
    """Activities that somebody leads and that are to come, or whose roll-call is open since the last two months."""


@sql("""
INSERT INTO activity_helper (activity_id, person_id) VALUES (:activity_id, :person_id)
ON CONFLICT (activity_id, person_id) DO NOTHING
""")
async def add_helper(tx: Tx, activity_id: int, person_id: int) -> None:
    """Somebody helps the lead."""


@sql("DELETE FROM activity_helper WHERE activity_id = :activity_id AND person_id = :person_id")
async def remove_helper(tx: Tx, activity_id: int, person_id: int) -> None:
    """Somebody does not help the lead any more."""


@sql("""
SELECT p.id AS person_id, p.name
FROM activity a JOIN membership m ON m.team_id = a.team_id JOIN person p ON p.id = m.person_id
WHERE a.id = :activity_id AND m.captain = 1 AND m.left_at IS NULL AND p.state = 'active' ORDER BY p.name, p.id
""")
async def captains(tx: Tx, activity_id: int) -> list[Candidate]:
    """The captains of its team."""


@sql("""
SELECT g.id AS place_id, g.shift_id, g.created_by AS person_id
FROM group_place g JOIN shift h ON h.id = g.shift_id
WHERE h.activity_id = :activity_id AND g.cancelled_at IS NULL AND h.starts_at > :now
UNION
SELECT g.id AS place_id, g.shift_id, m.person_id
FROM group_place g JOIN shift h ON h.id = g.shift_id
JOIN membership m ON m.team_id = g.team_id AND m.captain = 1 AND m.left_at IS NULL
WHERE h.activity_id = :activity_id AND g.cancelled_at IS NULL AND h.starts_at > :now
ORDER BY place_id, person_id
""")
async def group_holders(tx: Tx, activity_id: int, now: int) -> list[GroupHolder]:
    """Who speaks for the groups that hold places in shifts that have not begun: the captains, and who reserved them."""


@sql("DELETE FROM activity_helper WHERE person_id = :person_id")
async def erase_helping(tx: Tx, *, person_id: Value) -> int:
    """Activities in which somebody is named to help."""
