"""Rows of roll-calls. Whoever marks or closes holds the shift's lock, so that nobody marks after."""

from bot.ground.times import HOUR
from bot.roll_call.attendance_rows import mark
from bot.roll_call.looks import OpenRollCall
from bot.roll_call.rules import Attendance, AttendanceState, MarkSource, RollCall, RollCallState
from bot.stations.settings import StationSettings
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value

OPENS = StationSettings().roll_call_minutes
"""Where no station says otherwise."""
EARLIEST_CARD = 2 * HOUR
"""No setting lets a card come earlier."""


@sql("""
SELECT r.*, c.name AS captain, t.name AS taker
FROM roll_call r LEFT JOIN person c ON c.id = r.captain_id LEFT JOIN person t ON t.id = r.taken_by
WHERE r.shift_id = :shift_id
""")
async def roll_call_of_shift(tx: Tx, *, shift_id: int) -> Row | None:
    """The roll-call of a shift with the names of who has it."""


async def roll_call(tx: Tx, shift_id: int) -> RollCall | None:
    row = await roll_call_of_shift(tx, shift_id=shift_id)
    if row is None:
        return None
    return RollCall(
        shift_id=shift_id,
        state=RollCallState(row["state"]),
        captain_id=row["captain_id"],
        captain=row["captain"],
        beneficiaries=row["beneficiaries"],
        opened_at=row["opened_at"],
        taken_by=row["taken_by"],
        taker=row["taker"],
        closed_at=row["closed_at"],
    )


@sql("""
INSERT INTO roll_call (shift_id, state, opened_at) VALUES (:shift_id, 'open', :now)
ON CONFLICT (shift_id) DO NOTHING
""")
async def open_roll_call(tx: Tx, shift_id: int, now: int) -> bool:
    """From now on there is one. False where there was one already, open or closed."""


@sql("""
UPDATE roll_call SET state = 'open', opened_at = :now, captain_id = NULL WHERE shift_id = :shift_id
  AND state <> 'closed'
""")
async def reopen(tx: Tx, shift_id: int, now: int) -> None:
    """The shift was moved after its card had come: it begins anew."""


@sql("""
UPDATE roll_call SET state = 'handed', captain_id = :captain_id WHERE shift_id = :shift_id AND state <> 'closed'
""")
async def hand(tx: Tx, shift_id: int, captain_id: int) -> None:
    """A captain has it now."""


@sql("""
UPDATE roll_call SET state = 'submitted', taken_by = :by, beneficiaries = :beneficiaries
WHERE shift_id = :shift_id AND state <> 'closed'
""")
async def submit(tx: Tx, shift_id: int, *, by: int, beneficiaries: int | None) -> None:
    """Finished by who may not close it."""


@sql("""
UPDATE roll_call SET beneficiaries = :beneficiaries WHERE shift_id = :shift_id AND state <> 'closed'
""")
async def set_beneficiaries(tx: Tx, shift_id: int, beneficiaries: int | None) -> None:
    """How many people were helped; NULL: nobody said."""


@sql("""
UPDATE roll_call SET state = 'closed', closed_at = :now, closed_by = :by, taken_by = coalesce(taken_by, :by)
WHERE shift_id = :shift_id AND state <> 'closed'
""")
async def close(tx: Tx, shift_id: int, *, by: int, now: int) -> bool:
    """Closed, once. False where it was closed before."""


async def record_served(tx: Tx, *, shift_id: int, person_id: int, by: int, at: int) -> None:
    """Came, served and left as planned."""
    served = Attendance(AttendanceState.DONE, None, None, None, None, 0, walk_in=False, source=MarkSource.ROLL_CALL)
    await mark(tx, shift_id, person_id, served, by=by, now=at)


@sql("""
INSERT INTO roll_call (shift_id, state, opened_at, taken_by, closed_at, closed_by, beneficiaries)
VALUES (:shift_id, 'closed', :at, :by, :at, :by, :beneficiaries)
ON CONFLICT (shift_id) DO NOTHING
""")
async def record_closed(tx: Tx, *, shift_id: int, by: int, at: int, beneficiaries: int | None) -> None:
    """Taken and closed in one step; the hours are for ``crediting.credit_roll_call``."""


@sql("""
SELECT d.id, d.lead_id FROM (
    SELECT h.id, h.starts_at, h.taken, a.lead_id, h.starts_at - 60 * coalesce((
        SELECT cast(c.value AS bigint) FROM station_setting c JOIN station b ON b.id = c.station_id
        WHERE c.key = 'roll_call_minutes' AND s.path LIKE b.path || '%'
        ORDER BY length(b.path) DESC LIMIT 1), cast(:minutes AS bigint)) AS opens_at
    FROM shift h JOIN activity a ON a.id = h.activity_id JOIN station s ON s.id = a.station_id
    WHERE h.starts_at <= :latest AND h.starts_at > :earliest AND a.state IN ('published', 'closed') AND h.taken > 0
) d
LEFT JOIN roll_call r ON r.shift_id = d.id
WHERE d.opens_at <= :now AND (r.shift_id IS NULL OR (r.state <> 'closed' AND r.opened_at < d.starts_at - 7200))
ORDER BY d.starts_at, d.id LIMIT cast(:limit AS bigint)
""")
async def due_roll_calls(tx: Tx, *, minutes: Value, latest: int, earliest: int, now: int, limit: int) -> list[Row]:
    """Shifts with people whose card is due and has not come, or came over 2 h early because they were moved since."""


async def due(tx: Tx, now: int, earliest: int, limit: int) -> list[tuple[int, int]]:
    """Shift and lead of each card that is due: of shifts that began after `earliest`."""
    rows = await due_roll_calls(tx, now=now, latest=now + EARLIEST_CARD, earliest=earliest, minutes=OPENS, limit=limit)
    return [(row["id"], row["lead_id"]) for row in rows]


@sql("""
SELECT d.opens_at, cast(sum(d.taken) AS bigint) AS people FROM (
    SELECT h.id, h.taken, h.starts_at - 60 * coalesce((
        SELECT cast(c.value AS bigint) FROM station_setting c JOIN station b ON b.id = c.station_id
        WHERE c.key = 'roll_call_minutes' AND s.path LIKE b.path || '%'
        ORDER BY length(b.path) DESC LIMIT 1), cast(:minutes AS bigint)) AS opens_at
    FROM shift h JOIN activity a ON a.id = h.activity_id JOIN station s ON s.id = a.station_id
    WHERE h.starts_at > :now AND a.state IN ('published', 'closed') AND h.taken > 0
) d
WHERE d.opens_at > :now
GROUP BY d.opens_at ORDER BY d.opens_at LIMIT 1
""")
async def next_roll_call(tx: Tx, *, minutes: Value, now: int) -> Row | None:
    """When the next card comes, and how many people it is about."""


async def next_card(tx: Tx, now: int) -> tuple[int, int] | None:
    """When the next card comes, and how many people it is about."""
    row = await next_roll_call(tx, now=now, minutes=OPENS)
    return (row["opens_at"], row["people"]) if row else None


@sql("""
SELECT d.id, d.title, d.starts_at, d.ends_at, d.zone, d.state FROM (
    SELECT h.id, a.title, h.starts_at, h.ends_at, s.zone, coalesce(r.state, 'open') AS state,
        CASE WHEN a.lead_id = :viewer_id OR coalesce(r.captain_id, 0) = :viewer_id THEN 0 ELSE 1 END AS rank
    FROM shift h JOIN activity a ON a.id = h.activity_id JOIN station s ON s.id = a.station_id
    LEFT JOIN roll_call r ON r.shift_id = h.id
    WHERE h.starts_at > :earliest AND h.starts_at - 60 * coalesce((
            SELECT cast(c.value AS bigint) FROM station_setting c JOIN station b ON b.id = c.station_id
            WHERE c.key = 'roll_call_minutes' AND s.path LIKE b.path || '%'
            ORDER BY length(b.path) DESC LIMIT 1), cast(:minutes AS bigint)) <= :now
        AND coalesce(r.state, 'open') <> 'closed' AND (a.state <> 'cancelled' OR r.shift_id IS NOT NULL)
        AND (h.taken > 0 OR r.shift_id IS NOT NULL OR a.lead_id = :viewer_id)
        AND (r.captain_id = :viewer_id
            OR EXISTS (SELECT 1 FROM activity_helper k WHERE k.activity_id = a.id AND k.person_id = :viewer_id)
            OR EXISTS (SELECT 1 FROM membership m WHERE m.team_id = a.team_id AND m.person_id = :viewer_id
                AND m.captain = 1 AND m.left_at IS NULL)
            OR EXISTS (SELECT 1 FROM role_grant g JOIN station b ON b.id = g.station_id
                WHERE g.person_id = :viewer_id AND g.withdrawn_at IS NULL AND s.path LIKE b.path || '%'))
) d
ORDER BY d.rank, d.starts_at DESC, d.id LIMIT :limit OFFSET :offset
""")
async def open_roll_calls_for(
    tx: Tx, *, viewer_id: int, earliest: int, minutes: Value, now: int, limit: int, offset: int
) -> list[Row]:
    """What somebody may take the roll of now: as lead, helper, captain or staff; own ones first, then the latest."""


async def open_for(
    tx: Tx, viewer_id: int, *, now: int, earliest: int, limit: int, offset: int = 0
) -> list[OpenRollCall]:
    rows = await open_roll_calls_for(tx,
        viewer_id=viewer_id, now=now, earliest=earliest, minutes=OPENS, limit=limit, offset=offset,
    )  # fmt: skip
    return [
        OpenRollCall(
            row["id"], row["title"], row["starts_at"], row["ends_at"], row["zone"], RollCallState(row["state"])
        )
        for row in rows
    ]


@sql("""
SELECT DISTINCT p.id, p.name FROM membership m
JOIN person p ON p.id = m.person_id
JOIN shift h ON h.id = :shift_id
JOIN activity a ON a.id = h.activity_id
WHERE m.captain = 1 AND m.left_at IS NULL AND p.telegram_id IS NOT NULL AND p.state = 'active'
  AND (m.team_id = a.team_id
    OR m.team_id IN (SELECT g.team_id FROM group_place g WHERE g.shift_id = h.id AND g.cancelled_at IS NULL))
ORDER BY p.name, p.id
""")
async def captains(tx: Tx, shift_id: int) -> dict[int, str]:
    """Who can be handed the roll-call, names by person id: captains of the activity's team, and of the groups that hold
    places.
    """
