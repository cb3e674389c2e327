"""A shift always comes with its activity: nearly everything said of one needs the other."""

from bot.activities.rules import Activity, ActivityFacts, Led, Shift, ShiftFacts
from bot.ground.frozen import field_names
from bot.store.asking import row_reader, sql
from bot.store.statements import listed
from bot.store.transaction import Row, Tx

activity_of = row_reader(Activity)


def shift_of(row: Row) -> Shift:
    """The shift in a row that holds all its columns and its activity's."""
    own = {name: row[name] for name in (*field_names(ShiftFacts), "taken")}
    return Shift(id=row["shift_id"], revision=row["shift_revision"], activity=activity_of(row), **own)


@sql(
    """
SELECT a.*, s.path AS station_path, s.name AS station_name, s.zone, t.name AS team_name, p.name AS lead_name,
    (SELECT cast(count(*) AS bigint) FROM shift o WHERE o.activity_id = a.id) AS shifts
FROM activity a
JOIN station s ON s.id = a.station_id
JOIN person p ON p.id = a.lead_id
LEFT JOIN team t ON t.id = a.team_id
WHERE a.id = :activity_id
""",
    read=activity_of,
)
async def get_activity(tx: Tx, activity_id: int) -> Activity | None:
    """One activity with its station, team and lead."""


SHIFT_COLUMNS = """
h.id AS shift_id, h.starts_at, h.ends_at, h.meet_at, h.deadline_at, h.capacity, h.minimum, h.taken,
    h.revision AS shift_revision, a.*, s.path AS station_path, s.name AS station_name, s.zone, t.name AS team_name,
    p.name AS lead_name, (SELECT cast(count(*) AS bigint) FROM shift o WHERE o.activity_id = a.id) AS shifts
"""
SHIFT_TABLES = """
FROM shift h
JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
JOIN person p ON p.id = a.lead_id
LEFT JOIN team t ON t.id = a.team_id
"""
SHIFTS = f"SELECT {SHIFT_COLUMNS.strip()}{SHIFT_TABLES}"
"""Shifts with their activities."""


@sql(
    SHIFTS
    + """WHERE h.id = :shift_id
""",
    read=shift_of,
)
async def get_shift(tx: Tx, shift_id: int) -> Shift | None:
    """One shift with its activity."""


@sql(
    SHIFTS
    + """WHERE a.id = :activity_id
ORDER BY h.starts_at, h.id
""",
    read=shift_of,
)
async def shifts_of(tx: Tx, activity_id: int) -> list[Shift]:
    """Every shift of the activity, in order of time."""


@sql(
    f"""
INSERT INTO activity ({listed(ActivityFacts)}, state, created_at, published_at)
VALUES ({listed(ActivityFacts, ":facts.")}, 'published', :now, :now)
RETURNING id
"""  # noqa: S608 - columns of ours
)
async def add_activity(tx: Tx, facts: ActivityFacts, now: int) -> int:
    """The id of the new activity, published."""


@sql(
    f"""
INSERT INTO shift (activity_id, {listed(ShiftFacts)}) VALUES (:activity_id, {listed(ShiftFacts, ":facts.")})
RETURNING id
"""  # noqa: S608 - as above
)
async def add_shift(tx: Tx, activity_id: int, facts: ShiftFacts) -> int:
    """The id of the new shift, with nobody in it."""


@sql("""
SELECT p.id, p.name FROM activity_helper h JOIN person p ON p.id = h.person_id
WHERE h.activity_id = :activity_id ORDER BY p.name, p.id
""")
async def helpers(tx: Tx, activity_id: int) -> dict[int, str]:
    """Who was named to help the lead: names by person id."""


ALL_TIME = 1 << 40


TODAY_LIMIT = 40


@sql("""
SELECT 1 FROM role_grant WHERE person_id = :person_id AND withdrawn_at IS NULL
  AND role IN ('coordinator', 'administrator')
""")
async def coordinates(tx: Tx, *, person_id: int) -> bool:
    """Whether somebody looks at shifts from above. They walk along all shifts in order of time, for many of these are
    theirs; whoever does not is led to their own.
    """


LED = """
SELECT h.id AS shift_id, a.id AS activity_id, a.title, h.starts_at, h.ends_at, s.zone, s.path AS station_path,
  h.capacity, h.taken, h.minimum,
    a.state, a.outdoor, r.state AS roll_call,
    CASE WHEN a.lead_id = :person_id THEN 1 ELSE 0 END AS own,
    (SELECT cast(count(*) AS bigint) FROM sign_up u WHERE u.shift_id = h.id AND u.state = 'confirmed'
      AND u.asked_revision = h.revision
      AND (u.answer IS NULL OR u.answered_revision IS NULL OR u.answered_revision <> h.revision)) AS silent,
    (SELECT cast(count(*) AS bigint) FROM sign_up u WHERE u.shift_id = h.id AND u.state = 'waitlisted') AS waiting
FROM shift h
JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
LEFT JOIN roll_call r ON r.shift_id = h.id
WHERE h.starts_at > cast(:first AS bigint) - 86400 AND h.ends_at > :first AND h.starts_at < :until
  AND (cast(:outdoor AS bigint) = 0 OR (a.outdoor = 1 AND a.state <> 'cancelled'))
"""
"""Sessions of a stretch of time, as who leads them looks at them."""
LED_BY_WORK = f"""{LED}  AND a.id IN (SELECT id FROM activity WHERE lead_id = :person_id
    UNION SELECT activity_id FROM activity_helper WHERE person_id = :person_id)
"""  # noqa: S608 - constants of this file; every value is a parameter
LED_FROM_ABOVE = f"""{LED}  AND (a.lead_id = :person_id
    OR EXISTS (SELECT 1 FROM activity_helper k WHERE k.activity_id = a.id AND k.person_id = :person_id)
    OR EXISTS (SELECT 1 FROM role_grant g JOIN station b ON b.id = g.station_id
      WHERE g.person_id = :person_id AND g.withdrawn_at IS NULL AND g.role IN ('coordinator', 'administrator')
        AND (s.path >= b.path AND s.path < b.path || ':')))
"""  # noqa: S608 - constants of this file; every value is a parameter


@sql(LED_BY_WORK + "ORDER BY h.starts_at, h.id LIMIT :limit OFFSET :skip\n")
async def led_by_work(
    tx: Tx, person_id: int, *, first: int, until: int, limit: int, skip: int, outdoor: bool
) -> list[Led]:
    """Shifts that a person leads or helps with, in order of time."""


@sql(LED_BY_WORK + "ORDER BY h.starts_at DESC, h.id LIMIT :limit OFFSET :skip\n")
async def led_by_work_before(
    tx: Tx, person_id: int, *, first: int, until: int, limit: int, skip: int, outdoor: bool
) -> list[Led]:
    """The same, the latest first."""


@sql(LED_FROM_ABOVE + "ORDER BY h.starts_at, h.id LIMIT :limit OFFSET :skip\n")
async def led_from_above(
    tx: Tx, person_id: int, *, first: int, until: int, limit: int, skip: int, outdoor: bool
) -> list[Led]:
    """Shifts that a person leads, helps with, or coordinates from above, in order of time."""


@sql(LED_FROM_ABOVE + "ORDER BY h.starts_at DESC, h.id LIMIT :limit OFFSET :skip\n")
async def led_from_above_before(
    tx: Tx, person_id: int, *, first: int, until: int, limit: int, skip: int, outdoor: bool
) -> list[Led]:
    """The same, the latest first."""


ASKED = {
    (False, False): led_by_work,
    (False, True): led_by_work_before,
    (True, False): led_from_above,
    (True, True): led_from_above_before,
}
"""By whether they coordinate, and whether the latest comes first."""


async def led_between(
    tx: Tx,
    person_id: int,
    *,
    first: int,
    until: int,
    limit: int = TODAY_LIMIT,
    skip: int = 0,
    latest_first: bool = False,
    outdoor: bool = False,
) -> list[Led]:
    """Shifts that a person leads, helps with, or coordinates from above, that are not over at `first` and begin before
    `until`; `outdoor`: only those, and not cancelled.
    """
    asked = ASKED[await coordinates(tx, person_id=person_id), latest_first]
    return await asked(tx, person_id, first=first, until=until, limit=limit, skip=skip, outdoor=outdoor)


async def coming(tx: Tx, person_id: int, now: int, *, limit: int, skip: int = 0) -> list[Led]:
    return await led_between(tx, person_id, first=now, until=ALL_TIME, limit=limit, skip=skip)


async def past(tx: Tx, person_id: int, now: int, *, limit: int, skip: int = 0) -> list[Led]:
    """The latest first; what runs now is not past."""
    found = await led_between(tx, person_id, first=0, until=now, limit=limit, skip=skip, latest_first=True)
    return [one for one in found if one.ends_at <= now]
