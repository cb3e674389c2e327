"""Every sum counted anew from the records: to fill them, and to prove what is kept."""

from bot.store.asking import sql
from bot.store.transaction import Row, Tx

PERSON_MONTHS = """
SELECT person_id, month, station_id, coalesce(team_id, 0) AS team_id,
    cast(sum(CASE WHEN nature = 'service' THEN minutes ELSE 0 END) AS bigint) AS service,
    cast(sum(CASE WHEN nature = 'training' THEN minutes ELSE 0 END) AS bigint) AS training,
    cast(sum(CASE WHEN nature = 'preparation' THEN minutes ELSE 0 END) AS bigint) AS preparation
FROM service_record WHERE state = 'verified' AND person_id IS NOT NULL
GROUP BY person_id, month, station_id, coalesce(team_id, 0)
"""

SUMS = """
WITH place AS (
    SELECT 's' || cast(above.id AS text) AS node, below.id AS station_id
    FROM station above JOIN station below ON below.path >= above.path AND below.path < above.path || ':'
), booked AS (
    SELECT station_id, team_id, month, substr(day, 1, 7) AS served, kind, nature,
        sum(minutes * heads) AS minutes, sum(CASE WHEN minutes > 0 THEN heads ELSE -heads END) AS attendances
    FROM service_record WHERE state = 'verified'
    GROUP BY station_id, team_id, month, substr(day, 1, 7), kind, nature
), daily AS (
    SELECT station_id, team_id, month, day, nature, sum(minutes * heads) AS minutes
    FROM service_record WHERE state = 'verified'
    GROUP BY station_id, team_id, month, day, nature
), waiting AS (
    SELECT station_id, team_id, substr(day, 1, 7) AS month, count(*) AS records, sum(minutes * heads) AS minutes
    FROM service_record WHERE state = 'submitted'
    GROUP BY station_id, team_id, substr(day, 1, 7)
), rolled AS (
    SELECT a.station_id, a.team_id, r.month, r.served, sum(r.helped) AS helped, sum(r.came) AS came,
        sum(r.no_shows) AS no_shows
    FROM (
        SELECT shift_id, month, month AS served, coalesce(beneficiaries, 0) AS helped, coalesce(came, 0) AS came,
            coalesce(no_shows, 0) AS no_shows
        FROM roll_call WHERE month IS NOT NULL
        UNION ALL
        SELECT x.shift_id, x.month, c.month, x.helped, x.came, x.no_shows
        FROM roll_correction x JOIN roll_call c ON c.shift_id = x.shift_id
    ) r JOIN shift h ON h.id = r.shift_id JOIN activity a ON a.id = h.activity_id
    GROUP BY a.station_id, a.team_id, r.month, r.served
), part AS (
    SELECT station_id, team_id, 'minutes' AS what, month, served, kind, nature, minutes AS amount FROM booked
    UNION ALL SELECT station_id, team_id, 'attendances', month, served, kind, nature, attendances FROM booked
    UNION ALL SELECT station_id, team_id, 'day_minutes', month, day, '', nature, minutes FROM daily
    UNION ALL SELECT station_id, team_id, 'waiting', month, month, '', '', records FROM waiting
    UNION ALL SELECT station_id, team_id, 'waiting_minutes', month, month, '', '', minutes FROM waiting
    UNION ALL SELECT station_id, team_id, 'helped', month, served, '', '', helped FROM rolled
    UNION ALL SELECT station_id, team_id, 'came', month, served, '', '', came FROM rolled
    UNION ALL SELECT station_id, team_id, 'no_shows', month, served, '', '', no_shows FROM rolled
), span AS (
    SELECT month, month AS period FROM person_month GROUP BY month
    UNION SELECT month, substr(month, 1, 4) || 'Q' || cast((cast(substr(month, 6, 2) AS bigint) + 2) / 3 AS text)
    FROM person_month GROUP BY month
    UNION SELECT month, substr(month, 1, 4) FROM person_month GROUP BY month
    UNION SELECT month, cast(cast(substr(month, 1, 4) AS bigint)
        - CASE WHEN substr(month, 6, 2) < '04' THEN 1 ELSE 0 END AS text) || '/04' FROM person_month GROUP BY month
), own AS (
    SELECT p.node, m.month, m.person_id, m.team_id, m.service, m.training, m.preparation
    FROM person_month m JOIN place p ON p.station_id = m.station_id
    UNION ALL
    SELECT 't' || cast(team_id AS text), month, person_id, team_id, service, training, preparation
    FROM person_month WHERE team_id <> 0
), of_team AS (
    SELECT o.node, s.period, o.person_id, CASE WHEN sum(o.service) > 0 THEN 1 ELSE 0 END AS alone,
        CASE WHEN sum(o.service + o.training) > 0 THEN 1 ELSE 0 END AS training,
        CASE WHEN sum(o.service + o.preparation) > 0 THEN 1 ELSE 0 END AS preparation,
        CASE WHEN sum(o.service + o.training + o.preparation) > 0 THEN 1 ELSE 0 END AS everything
    FROM own o JOIN span s ON s.month = o.month
    GROUP BY o.node, s.period, o.person_id, o.team_id
), chosen AS (
    SELECT node, period, cast(max(alone) AS text) || cast(max(training) AS text) || cast(max(preparation) AS text)
        || cast(max(everything) AS text) AS choices
    FROM of_team GROUP BY node, period, person_id
)
SELECT p.node, q.what, q.month AS period, q.served, q.kind, q.nature, cast(sum(q.amount) AS bigint) AS amount
FROM part q JOIN place p ON p.station_id = q.station_id
GROUP BY p.node, q.what, q.month, q.served, q.kind, q.nature
UNION ALL
SELECT 't' || cast(team_id AS text), what, month, served, kind, nature, cast(sum(amount) AS bigint)
FROM part WHERE team_id IS NOT NULL
GROUP BY team_id, what, month, served, kind, nature
UNION ALL
SELECT node, 'people', period, '', '', choices, cast(count(*) AS bigint) FROM chosen
WHERE choices <> '0000' GROUP BY node, period, choices
"""
"""Each sum as it should be, people from ``person_month``."""

ADDED = """
SELECT node, what, period, served, kind, nature, amount FROM running_sum
UNION ALL SELECT node, what, period, served, kind, nature, amount FROM running_sum_added
"""


@sql("DELETE FROM person_month WHERE 1 = 1")
async def forget_person_months(tx: Tx) -> None:
    """They are made anew."""


@sql("DELETE FROM running_sum_added WHERE 1 = 1")
async def forget_added(tx: Tx) -> None:
    """What was appended is in what is counted anew."""


@sql("DELETE FROM running_sum WHERE 1 = 1")
async def forget_sums(tx: Tx) -> None:
    """They are made anew."""


@sql(f"""
INSERT INTO person_month (person_id, month, station_id, team_id, service, training, preparation) {PERSON_MONTHS}
""")
async def add_person_months(tx: Tx) -> None:
    """Everybody's minutes by month and place."""


@sql(f"INSERT INTO running_sum (node, what, period, served, kind, nature, amount) {SUMS}")
async def add_sums(tx: Tx) -> None:
    """Everything that a summary adds up, counted anew from all records."""


async def count_anew(tx: Tx) -> None:
    """For who has written records by the thousand."""
    await forget_person_months(tx)
    await forget_added(tx)
    await forget_sums(tx)
    await add_person_months(tx)
    await add_sums(tx)


@sql(f"""
SELECT person_id FROM (
    SELECT person_id, month, station_id, team_id, service, training, preparation FROM person_month
    UNION ALL
    SELECT person_id, month, station_id, team_id, -service, -training, -preparation
    FROM ({PERSON_MONTHS}) AS counted
) AS both_ways
GROUP BY person_id, month, station_id, team_id
HAVING sum(service) <> 0 OR sum(training) <> 0 OR sum(preparation) <> 0
ORDER BY person_id LIMIT 1
""")  # noqa: S608 - constants of this file; every value is a parameter
async def wrong_person_month(tx: Tx) -> int | None:
    """The first person whose months are not those of the records."""


@sql(f"""
SELECT node, what, period, cast(sum(kept) AS bigint) AS kept, cast(sum(counted) AS bigint) AS counted FROM (
    SELECT node, what, period, served, kind, nature, amount AS kept, 0 AS counted FROM ({ADDED}) AS added
    UNION ALL
    SELECT node, what, period, served, kind, nature, 0, amount FROM ({SUMS}) AS counted_anew
) AS both_ways
GROUP BY node, what, period, served, kind, nature
HAVING sum(kept) <> sum(counted)
ORDER BY what, node, period LIMIT 1
""")  # noqa: S608 - constants of this file; every value is a parameter
async def wrong_sum(tx: Tx) -> Row | None:
    """The first sum that is not that of the records."""
