"""Rows of roll-calls. Whoever marks or closes holds the shift's lock, so that nobody marks after."""

from bot.ground.frozen import Frozen
from bot.ground.times import HOUR
from bot.roll_call.attendance_rows import mark
from bot.roll_call.rules import Attendance, AttendanceState, MarkSource, RollCall, RollCallState
from bot.roll_call.shown import OpenRollCall
from bot.stations.settings import StationSettings
from bot.store.asking import sql
from bot.store.transaction import Tx

OPENS = StationSettings().roll_call_minutes
"""Where no station says otherwise."""
EARLIEST_CARD = 2 * HOUR
"""No setting lets a card come earlier."""


class DueCard(Frozen):
    """A shift whose card may be due; `opened_at` and `state` of its roll-call, None where there is none."""

    id: int
    look_at: int
    starts_at: int
    taken: int
    lead_id: int
    station_id: int
    takes_place: bool
    state: RollCallState | None
    opened_at: int | None


@sql("""
SELECT r.shift_id, r.state, r.captain_id, c.name AS captain, r.opened_at, r.taken_by, t.name AS taker, r.closed_at,
    coalesce(r.beneficiaries, x.helped) + CASE WHEN r.beneficiaries IS NULL THEN 0 ELSE coalesce(x.helped, 0) END
        AS beneficiaries
FROM roll_call r LEFT JOIN person c ON c.id = r.captain_id LEFT JOIN person t ON t.id = r.taken_by
LEFT JOIN (SELECT shift_id, cast(sum(helped) AS bigint) AS helped FROM roll_correction
    WHERE shift_id = :shift_id AND helped <> 0 GROUP BY shift_id) x ON x.shift_id = r.shift_id
WHERE r.shift_id = :shift_id
""")
async def roll_call(tx: Tx, shift_id: int) -> RollCall | None:
    """The roll-call of a shift with the names of who has it; people helped as put right since."""


@sql("""
INSERT INTO roll_call (shift_id, state, opened_at) VALUES (:shift_id, 'open', :now)
ON CONFLICT (shift_id) DO NOTHING
""")
async def open_roll_call(tx: Tx, shift_id: int, now: int) -> bool:
    """From now on there is one. False where there was one already, open or closed."""


@sql("""
UPDATE roll_call SET state = 'open', opened_at = :now, captain_id = NULL, asked_at = NULL WHERE shift_id = :shift_id
  AND state <> 'closed'
""")
async def reopen(tx: Tx, shift_id: int, now: int) -> None:
    """The shift was moved after its card had come: it begins anew."""


@sql("""
UPDATE roll_call SET state = 'handed', captain_id = :captain_id WHERE shift_id = :shift_id AND state <> 'closed'
""")
async def hand(tx: Tx, shift_id: int, captain_id: int) -> None:
    """A captain has the roll-call now."""


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


@sql("""
UPDATE roll_call SET month = :month,
    came = (SELECT cast(count(*) AS bigint) FROM attendance t
        WHERE t.shift_id = roll_call.shift_id AND t.state IN ('here', 'done', 'late', 'left_early'))
        + (SELECT cast(coalesce(sum(g.heads_here), 0) AS bigint) FROM group_place g
        WHERE g.shift_id = roll_call.shift_id AND g.cancelled_at IS NULL),
    no_shows = (SELECT cast(count(*) AS bigint) FROM attendance t
        WHERE t.shift_id = roll_call.shift_id AND t.state = 'no_show')
        + (SELECT cast(coalesce(sum(g.places - g.heads_here - (SELECT count(*) FROM sign_up u
            WHERE u.group_place_id = g.id AND u.state = 'confirmed')), 0) AS bigint) FROM group_place g
        WHERE g.shift_id = roll_call.shift_id AND g.cancelled_at IS NULL)
WHERE shift_id = :shift_id
""")
async def set_roll_call_month(tx: Tx, shift_id: int, month: str) -> None:
    """Once a roll-call is closed: the month in which it counts, and how many came and did not, with and without
    names.
    """


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
SELECT h.id, h.card_at AS look_at, h.starts_at, h.taken, a.lead_id, a.station_id,
  CASE WHEN a.state IN ('published', 'closed') THEN 1 ELSE 0 END AS takes_place, r.state, r.opened_at
FROM (SELECT id, activity_id, card_at, starts_at, taken FROM shift
  WHERE card_at >= :since AND (card_at > :since OR id > :after) AND card_at <= :until
  ORDER BY card_at, id LIMIT cast(:limit AS bigint)) h
JOIN activity a ON a.id = h.activity_id
LEFT JOIN roll_call r ON r.shift_id = h.id
ORDER BY h.card_at, h.id
""")
async def cards_to_look_at(tx: Tx, *, since: int = 0, after: int = 0, until: int, limit: int) -> list[DueCard]:
    """Shifts to be looked at from one instant to the other, in that order. `after`: those of the first instant only
    after this one.
    """


@sql("""
SELECT d.id AS shift_id, d.title, d.starts_at, d.ends_at, d.zone, d.state FROM (
    SELECT h.id, a.title, h.starts_at, h.ends_at, s.zone, coalesce(r.state, 'open') AS state,
        CASE WHEN a.lead_id = :viewer_id OR coalesce(r.captain_id, 0) = :viewer_id THEN 0 ELSE 1 END AS rank
    FROM shift h JOIN activity a ON a.id = h.activity_id JOIN station s ON s.id = a.station_id
    LEFT JOIN roll_call r ON r.shift_id = h.id
    WHERE h.rolled = 0 AND h.starts_at > :earliest AND h.starts_at <= cast(:now AS bigint) + cast(:before AS bigint)
        AND h.starts_at - 60 * coalesce((
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
                WHERE g.person_id = :viewer_id AND g.withdrawn_at IS NULL
                  AND (s.path >= b.path AND s.path < b.path || ':')))
) d
ORDER BY d.rank, d.starts_at DESC, d.id LIMIT :limit OFFSET :offset
""")
async def open_for(
    tx: Tx,
    viewer_id: int,
    *,
    now: int,
    earliest: int,
    limit: int,
    offset: int,
    minutes: int = OPENS,
    before: int = EARLIEST_CARD,
) -> list[OpenRollCall]:
    """What somebody may take the roll of now: as lead, helper, captain or staff; own ones first, then the latest."""


@sql("""
SELECT DISTINCT p.id, p.name FROM membership m
JOIN person p ON p.id = m.person_id
WHERE m.captain = 1 AND m.left_at IS NULL AND p.telegram_id IS NOT NULL AND p.state = 'active'
  AND m.team_id IN (
    SELECT a.team_id FROM shift h JOIN activity a ON a.id = h.activity_id WHERE h.id = :shift_id
    UNION SELECT g.team_id FROM group_place g WHERE g.shift_id = :shift_id AND g.cancelled_at IS NULL)
ORDER BY p.name, p.id
""")
async def captains(tx: Tx, shift_id: int) -> dict[int, str]:
    """Who can be handed the roll-call, names by person id: captains of the activity's team, and of the groups that hold
    places.
    """
