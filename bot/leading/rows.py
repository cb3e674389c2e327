"""Activities as their leads see and change them."""

from bot.activities.rules import ActivityFacts, ActivityState, ShiftFacts
from bot.leading.rules import Candidate, GroupPlaces, History
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
UPDATE shift SET ({listed(ShiftFacts)}) = ({listed(ShiftFacts, ":facts.")})
WHERE id = :shift_id AND taken <= :facts.capacity
"""  # noqa: S608 - as above
)
async def update_shift(tx: Tx, shift_id: int, facts: ShiftFacts) -> bool:
    """False where more places are taken than there would be."""


@sql("UPDATE shift SET revision = revision + 1 WHERE id = :shift_id")
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
    """False where it is cancelled already: that is for ever."""
    values = {"decide_at": decide_at, "reason": reason, "text": text, "cancelled_at": cancelled_at}
    return await set_activity_state(tx, id=activity_id, state=state.value, **values) == 1


@sql("UPDATE activity SET lead_id = :person_id, revision = revision + 1 WHERE id = :id")
async def set_lead_statement(tx: Tx, *, person_id: int, id: int) -> int:
    """Another lead; whoever helped and now leads helps no more."""


async def set_lead(tx: Tx, activity_id: int, person_id: int) -> None:
    """Who leads it does not also help."""
    await set_lead_statement(tx, id=activity_id, person_id=person_id)
    await remove_helper(tx, activity_id, person_id)


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


@sql("UPDATE shift SET taken = 0 WHERE activity_id = :activity_id AND starts_at > :now")
async def free_all_places(tx: Tx, *, activity_id: int, now: int) -> int:
    """No place is taken any more in the shifts that have not begun."""
