"""Rolls of what is over and not finished: who is asked to finish them, and who to check out."""

from bot.ground.frozen import Frozen
from bot.roll_call.rules import RollCallState
from bot.store.asking import sql
from bot.store.transaction import Tx


class OverRoll(Frozen):
    """`asked_at` None: nobody was asked yet to finish it. `captain_id`: to whom it was handed; `team_id`: of whom."""

    id: int  # of the shift
    look_at: int
    ends_at: int
    station_id: int
    zone: str
    lead_id: int
    team_id: int | None
    captain_id: int | None
    asked_at: int | None
    state: RollCallState | None  # None: there is no roll
    peopled: bool

    @property
    def unfinished(self) -> bool:
        return self.state in {RollCallState.OPEN, RollCallState.HANDED}


@sql("""
SELECT h.id, h.over_at AS look_at, h.ends_at, s.id AS station_id, s.zone, a.lead_id, a.team_id, r.captain_id,
  r.asked_at, r.state,
  CASE WHEN h.taken > 0 OR EXISTS (SELECT 1 FROM attendance t WHERE t.shift_id = h.id) THEN 1 ELSE 0 END AS peopled
FROM (SELECT id, activity_id, over_at, ends_at, taken FROM shift
  WHERE over_at >= :since AND (over_at > :since OR id > :after) AND over_at <= :until
  ORDER BY over_at, id LIMIT cast(:limit AS bigint)) h
JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
LEFT JOIN roll_call r ON r.shift_id = h.id
ORDER BY h.over_at, h.id
""")
async def over_to_look_at(tx: Tx, *, since: int = 0, after: int = 0, until: int, limit: int) -> list[OverRoll]:
    """Shifts whose roll is looked at from one instant to the other, in that order. `after`: those of the first instant
    only after this one.
    """


@sql("UPDATE roll_call SET asked_at = :now WHERE shift_id = :shift_id")
async def set_asked(tx: Tx, shift_id: int, now: int) -> None:
    """It was asked to finish it."""


@sql("""
SELECT t.person_id FROM attendance t JOIN person p ON p.id = t.person_id
WHERE t.shift_id = :shift_id AND t.source = 'check_in' AND t.state IN ('here', 'late') AND t.left_at IS NULL
    AND p.telegram_id IS NOT NULL
ORDER BY t.person_id
""")
async def still_in(tx: Tx, shift_id: int) -> list[int]:
    """Who has checked in with a code and not checked out."""
