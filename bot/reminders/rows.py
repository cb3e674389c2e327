"""A kind of reminder is done for a shift's time and place, not for the shift: moving it begins anew."""

from bot.activities.rules import ActivityState
from bot.ground.frozen import Frozen
from bot.people.notice_choices import Silenced
from bot.reminders.lead_rules import Change
from bot.reminders.rules import Kind
from bot.sign_ups.rules import COMING, SignUpState
from bot.store.asking import sql
from bot.store.transaction import Row, Tx


class ComingShift(Frozen):
    """`look_at`: when it was to be looked at; `on`: people may come."""

    id: int
    look_at: int
    on: bool
    starts_at: int
    revision: int
    minimum: int | None
    activity_id: int
    lead_id: int
    station_id: int
    published_at: int
    zone: str
    done: frozenset[Kind]

    def mark(self, kind: Kind) -> str:
        """The key under which this kind is done for the present time and place."""
        return f"{kind}:shift:{self.id}/{self.revision}"


class Reminded(Frozen):
    """`since`: from when reminders are owed: the place was confirmed then, or a change was told."""

    sign_up_id: int
    person_id: int
    reader_id: int
    confirmed_at: int
    since: int
    said_yes: bool
    answered_at: int
    silenced: bool
    early_off: bool

    @property
    def looked_after(self) -> bool:
        """Somebody else reads for them."""
        return self.reader_id != self.person_id


def coming_of(row: Row) -> ComingShift:
    return ComingShift(
        id=row["id"],
        look_at=row["remind_at"],
        on=row["state"] in {ActivityState.PUBLISHED, ActivityState.CLOSED},
        starts_at=row["starts_at"],
        revision=row["revision"],
        minimum=row["minimum"],
        activity_id=row["activity_id"],
        lead_id=row["lead_id"],
        station_id=row["station_id"],
        published_at=row["published_at"] or 0,
        zone=row["zone"],
        done=frozenset(kind for kind in Kind if row[kind.value]),
    )


@sql(
    """
SELECT h.id, h.remind_at, h.starts_at, h.revision, h.minimum, a.id AS activity_id, a.lead_id, a.station_id,
  a.published_at, a.state, s.zone,
  CASE WHEN EXISTS (SELECT 1 FROM occurrence o WHERE o.key = 'early:' || h.place) THEN 1 ELSE 0 END AS early,
  CASE WHEN EXISTS (SELECT 1 FROM occurrence o WHERE o.key = 'day_before:' || h.place) THEN 1 ELSE 0 END AS day_before,
  CASE WHEN EXISTS (SELECT 1 FROM occurrence o WHERE o.key = 'meeting:' || h.place) THEN 1 ELSE 0 END AS meeting,
  CASE WHEN EXISTS (SELECT 1 FROM occurrence o WHERE o.key = 'lead_list:' || h.place) THEN 1 ELSE 0 END AS lead_list,
  CASE WHEN EXISTS (SELECT 1 FROM occurrence o
    WHERE o.key = 'lead_changes:' || h.place) THEN 1 ELSE 0 END AS lead_changes,
  CASE WHEN EXISTS (SELECT 1 FROM occurrence o WHERE o.key = 'too_few:' || h.place) THEN 1 ELSE 0 END AS too_few,
  CASE WHEN EXISTS (SELECT 1 FROM occurrence o
    WHERE o.key = 'too_few_still:' || h.place) THEN 1 ELSE 0 END AS too_few_still
FROM (SELECT shift.*, 'shift:' || cast(id AS text) || '/' || cast(revision AS text) AS place FROM shift
  WHERE remind_at >= :since AND (remind_at > :since OR id > :after) AND remind_at <= :until
  ORDER BY remind_at, id LIMIT cast(:limit AS bigint)) h
JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
ORDER BY h.remind_at, h.id
""",
    read=coming_of,
)
async def shifts_to_remind(tx: Tx, *, since: int = 0, after: int = 0, until: int, limit: int) -> list[ComingShift]:
    """Shifts to be looked at from one instant to the other, in that order, with what was done about them at their
    present time and place. `after`: those of the first instant only after this one.
    """


@sql("""
SELECT u.id, u.person_id, u.confirmed_at, u.answer, u.answered_revision, coalesce(u.answered_at, 0) AS answered_at,
  r.id AS reader_id,
  CASE WHEN EXISTS (SELECT 1 FROM notice_off n WHERE n.person_id = r.id AND n.notice IN (:early, 'pause'))
    THEN 1 ELSE 0 END AS early_off,
  CASE WHEN cast(:notice AS text) <> ''
    AND EXISTS (SELECT 1 FROM notice_off n WHERE n.person_id = r.id AND n.notice IN (:notice, 'pause'))
    THEN 1 ELSE 0 END AS silenced,
  (SELECT coalesce(max(x.created_at), 0) FROM outbox x
    WHERE x.subject = 'shift:' || cast(u.shift_id AS text) AND x.kind IN ('moved', 'after_all')
      AND x.person_id = r.id) AS told_at
FROM sign_up u
JOIN person p ON p.id = u.person_id
JOIN person r ON r.id = CASE WHEN p.telegram_id IS NULL THEN coalesce(p.managed_by_id, u.created_by) ELSE p.id END
WHERE u.shift_id = :shift_id AND u.state = 'confirmed'
ORDER BY u.id
""")
async def people_to_remind_rows(tx: Tx, *, notice: str, early: str, shift_id: int) -> list[Row]:
    """Who has a place, who reads for them, whether those silenced this notice, and when they last heard of a change.

    '' is a notice that nobody can silence, not even for a while.
    """


async def people_to_remind(tx: Tx, shift: ComingShift, *, notice: str) -> list[Reminded]:
    """`notice`: the code under which a person may have silenced it."""
    rows = await people_to_remind_rows(tx, shift_id=shift.id, notice=notice, early=Silenced.EARLY)
    return [
        Reminded(
            sign_up_id=row["id"],
            person_id=row["person_id"],
            reader_id=row["reader_id"],
            confirmed_at=row["confirmed_at"],
            since=max(row["confirmed_at"], row["told_at"]),
            said_yes=row["answer"] == COMING and row["answered_revision"] == shift.revision,
            answered_at=row["answered_at"],
            silenced=bool(row["silenced"]),
            early_off=bool(row["early_off"]),
        )
        for row in rows
    ]


@sql("""
SELECT p.name, u.state, u.confirmed_at, u.withdrawn_at, u.answered_at, u.late_minutes
FROM sign_up u JOIN person p ON p.id = u.person_id
WHERE u.shift_id = :shift_id AND u.confirmed_at IS NOT NULL
  AND ((u.state = 'withdrawn' AND u.withdrawn_at > :since AND u.confirmed_at <= :since)
    OR (u.state = 'confirmed' AND (u.confirmed_at > :since OR (u.late_minutes IS NOT NULL AND u.answered_at > :since))))
ORDER BY p.name, u.id
""")
async def changes_since_rows(tx: Tx, *, shift_id: int, since: int) -> list[Row]:
    """Who came, went, or said they will be late after that moment."""


async def changes_since(tx: Tx, shift_id: int, since: int) -> list[Change]:
    return [change_of(row, since) for row in await changes_since_rows(tx, shift_id=shift_id, since=since)]


def change_of(row: Row, since: int) -> Change:
    if row["state"] == SignUpState.WITHDRAWN:
        return Change(row["name"], "withdrew")
    if row["late_minutes"] is not None and row["answered_at"] > since:
        return Change(row["name"], "late", row["late_minutes"])
    return Change(row["name"], "joined")


@sql("""
SELECT DISTINCT u.person_id
FROM sign_up u
JOIN shift o ON o.id = u.shift_id
JOIN activity a ON a.id = o.activity_id
JOIN person p ON p.id = u.person_id
WHERE u.state = 'waitlisted' AND o.starts_at > :now AND a.station_id = :station_id AND o.id <> :shift_id
  AND p.telegram_id IS NOT NULL AND p.unreachable_at IS NULL AND p.state = 'active'
  AND NOT EXISTS (SELECT 1 FROM sign_up m JOIN shift x ON x.id = m.shift_id
    WHERE m.person_id = u.person_id AND m.state <> 'withdrawn'
      AND (m.shift_id = :shift_id OR (x.starts_at < :ends_at AND :starts_at < x.ends_at)))
ORDER BY u.person_id
""")
async def waiting_elsewhere(
    tx: Tx, *, shift_id: int, station_id: int, starts_at: int, ends_at: int, now: int
) -> list[int]:
    """Who waits for another shift of this station, not at the same time, and has no sign-up here: could be asked to
    come.
    """
