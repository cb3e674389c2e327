"""What waits for somebody to verify: how much is kept for every station; a page is found along what is shortest."""

from bot.hours import rows
from bot.hours.rules import ServiceRecord
from bot.store.asking import sql
from bot.store.transaction import Tx

HELD = """SELECT s.id FROM role_grant g JOIN station gs ON gs.id = g.station_id
    JOIN station s ON s.path >= gs.path AND s.path < gs.path || ':'
    WHERE g.person_id = :viewer_id AND g.withdrawn_at IS NULL"""
IS_HELD = """EXISTS (SELECT 1 FROM station s JOIN role_grant g ON g.person_id = :viewer_id AND g.withdrawn_at IS NULL
    JOIN station gs ON gs.id = g.station_id AND s.path >= gs.path AND s.path < gs.path || ':'
    WHERE s.id = r.station_id)"""
BEYOND = """(r.needs <> '' AND NOT EXISTS (
    SELECT 1 FROM station s JOIN role_grant g ON g.person_id = :viewer_id AND g.withdrawn_at IS NULL
        AND (g.role = 'administrator' OR g.role = r.needs)
    JOIN station gs ON gs.id = g.station_id AND s.path >= gs.path AND s.path < gs.path || ':'
    WHERE s.id = r.station_id))"""
"""Its day takes a higher role than the viewer has there."""
IS_LED = """(EXISTS (SELECT 1 FROM activity a WHERE a.id = r.activity_id AND a.lead_id = :viewer_id) OR (
    r.activity_id IS NULL AND EXISTS (SELECT 1 FROM team t WHERE t.id = r.team_id AND t.lead_id = :viewer_id)))"""
OUT_OF_HAND = f"""FROM service_record r
    WHERE r.state = 'submitted' AND r.needs <> '' AND coalesce(r.person_id, 0) <> :viewer_id
        AND ({IS_HELD} OR {IS_LED}) AND {BEYOND}"""
"""What the viewer sees and somebody higher must verify."""
LED_BY = """SELECT {what}.id, {what}.station_id, EXISTS (
        SELECT 1 FROM station s JOIN role_grant g ON g.person_id = :viewer_id AND g.withdrawn_at IS NULL
        JOIN station gs ON gs.id = g.station_id AND s.path >= gs.path AND s.path < gs.path || ':'
        WHERE s.id = {what}.station_id) AS held
    FROM {what} WHERE {what}.lead_id = :viewer_id AND EXISTS (
        SELECT 1 FROM service_record w WHERE w.{what}_id = {what}.id AND {own} AND w.state = 'submitted')"""
"""Of the activities or teams that the viewer leads those of which something waits."""
OF_LED = """SELECT r.id, r.station_id, r.person_id, r.needs FROM {led} l CROSS JOIN service_record r
    WHERE r.{what}_id = l.id AND {own} AND r.state = 'submitted' AND r.station_id {beside} l.station_id"""


def of_led(what: str, own: str) -> str:
    """Where the viewer holds the station the records of it are passed over at once, however many: only such as were
    served at another one are looked at.
    """
    led = f"led_{what}"
    here = OF_LED.format(led=led, what=what, own=own.format(of="r"), beside="=") + " AND NOT l.held"
    elsewhere = [OF_LED.format(led=led, what=what, own=own.format(of="r"), beside=beside) for beside in "<>"]
    return " UNION ALL ".join([here, *elsewhere])


OF_ACTIVITY, OF_TEAM = "{of}.activity_id IS NOT NULL", "{of}.activity_id IS NULL"
LED = f"""FROM (
    WITH led_activity AS MATERIALIZED ({LED_BY.format(what="activity", own=OF_ACTIVITY.format(of="w"))}),
    led_team AS MATERIALIZED ({LED_BY.format(what="team", own=OF_TEAM.format(of="w"))})
    {of_led("activity", OF_ACTIVITY)} UNION ALL {of_led("team", OF_TEAM)}
) r WHERE coalesce(r.person_id, 0) <> :viewer_id AND NOT {IS_HELD}"""
"""Led by the viewer, of the activity or else of the team, below no station of theirs."""
KEPT = """SELECT k.amount AS n FROM nodes JOIN running_sum k ON k.node = nodes.node AND k.what = 'waiting'
    UNION ALL
    SELECT k.amount FROM nodes JOIN running_sum_added k ON k.node = nodes.node AND k.what = 'waiting'"""


@sql(f"""
WITH nodes AS (
    SELECT DISTINCT 's' || cast(g.station_id AS text) AS node FROM role_grant g
    JOIN station gs ON gs.id = g.station_id
    WHERE g.person_id = :viewer_id AND g.withdrawn_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM role_grant o JOIN station above ON above.id = o.station_id
        WHERE o.person_id = :viewer_id AND o.withdrawn_at IS NULL AND above.id <> gs.id
            AND gs.path >= above.path AND gs.path < above.path || ':')
)
SELECT cast(coalesce(sum(n), 0) AS bigint) AS n FROM (
    {KEPT}
    UNION ALL
    SELECT -count(*) FROM service_record r
    WHERE r.person_id = :viewer_id AND r.state <> 'verified' AND r.state = 'submitted' AND {IS_HELD}
    UNION ALL
    SELECT count(*) {LED}
    UNION ALL
    SELECT -count(*) {OUT_OF_HAND}
) AS parts
""")  # noqa: S608 - constants of this file; every value is a parameter
async def count_to_verify(tx: Tx, viewer_id: int) -> int:
    """How many records wait for this viewer: what is kept for their stations, without their own and what takes
    a higher role, and what they lead elsewhere.
    """


@sql(f"""
WITH nodes AS (SELECT 's' || cast(id AS text) AS node FROM station WHERE parent_id IS NULL)
SELECT cast(coalesce(sum(n), 0) AS bigint) AS n FROM ({KEPT}) AS parts
""")  # noqa: S608 - constants of this file; every value is a parameter
async def count_all(tx: Tx) -> int:
    """How many records wait for anybody."""


@sql(f"""
SELECT r.id FROM service_record r
WHERE r.state = 'submitted' AND r.id > :after AND coalesce(r.person_id, 0) <> :viewer_id AND {IS_HELD}
    AND NOT {BEYOND}
ORDER BY r.id LIMIT :limit
""")  # noqa: S608 - constants of this file; every value is a parameter
async def waiting_along(tx: Tx, viewer_id: int, *, after: int, limit: int) -> list[int]:
    """Along all that waits, the oldest first: for whoever much of it is for."""


@sql(f"""
SELECT r.id FROM service_record r
WHERE r.state = 'submitted' AND r.id > :after AND coalesce(r.person_id, 0) <> :viewer_id AND r.station_id IN ({HELD})
    AND NOT {BEYOND}
ORDER BY r.id LIMIT :limit
""")  # noqa: S608 - constants of this file; every value is a parameter
async def waiting_within(tx: Tx, viewer_id: int, *, after: int, limit: int) -> list[int]:
    """Station by station: for whoever little of what waits is for."""


@sql(f"SELECT r.id {LED} AND r.id > :after AND NOT {BEYOND} ORDER BY r.id LIMIT :limit")
async def waiting_led(tx: Tx, viewer_id: int, *, after: int, limit: int) -> list[int]:
    """What the viewer leads elsewhere."""


async def to_verify(tx: Tx, viewer_id: int, *, total: int, after: int, limit: int) -> list[ServiceRecord]:
    """A page of what waits and is this viewer's to look at, the oldest first, after the id ``after``: below a station
    of theirs, or led by them; never their own, nor what takes a higher role. ``total``: how many these are.
    """
    along = total * total > limit * await count_all(tx)
    held = await (waiting_along if along else waiting_within)(tx, viewer_id, after=after, limit=limit)
    led = await waiting_led(tx, viewer_id, after=after, limit=limit)
    found = [await rows.get(tx, id) for id in sorted({*held, *led})[:limit]]
    return [record for record in found if record]


@sql(f"SELECT cast(count(*) AS bigint) AS n {OUT_OF_HAND}")
async def count_out_of_hand(tx: Tx, viewer_id: int) -> int:
    """How many records wait for somebody higher than this viewer."""


@sql(f"SELECT r.id {OUT_OF_HAND} ORDER BY r.id LIMIT :limit")
async def out_of_hand_ids(tx: Tx, viewer_id: int, *, limit: int) -> list[int]:
    """The oldest first."""


async def out_of_hand(tx: Tx, viewer_id: int, *, limit: int) -> list[ServiceRecord]:
    """What the viewer sees and somebody higher must verify: the first of it."""
    found = [await rows.get(tx, id) for id in await out_of_hand_ids(tx, viewer_id, limit=limit)]
    return [record for record in found if record]
