"""running sums: of every team, and of every station with all below it, made from the records"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
UNDECIDED = sa.text("state <> 'verified'")
KEY = ("node", "what", "period", "served", "kind", "nature")
PERSON_MONTHS = """
INSERT INTO person_month (person_id, month, station_id, team_id, service, training, preparation)
SELECT person_id, month, station_id, coalesce(team_id, 0) AS team_id,
    cast(sum(CASE WHEN nature = 'service' THEN minutes ELSE 0 END) AS bigint) AS service,
    cast(sum(CASE WHEN nature = 'training' THEN minutes ELSE 0 END) AS bigint) AS training,
    cast(sum(CASE WHEN nature = 'preparation' THEN minutes ELSE 0 END) AS bigint) AS preparation
FROM service_record WHERE state = 'verified' AND person_id IS NOT NULL
GROUP BY person_id, month, station_id, coalesce(team_id, 0)
"""
SUMS = """
INSERT INTO running_sum (node, what, period, served, kind, nature, amount)
WITH place AS (
    SELECT 's' || cast(above.id AS text) AS node, below.id AS station_id
    FROM station above JOIN station below ON below.path >= above.path AND below.path < above.path || ':'
), booked AS (
    SELECT station_id, team_id, month, substr(day, 1, 7) AS served, kind, nature,
        sum(minutes * heads) AS minutes, sum(CASE WHEN minutes > 0 THEN heads ELSE -heads END) AS attendances
    FROM service_record WHERE state = 'verified'
    GROUP BY station_id, team_id, month, substr(day, 1, 7), kind, nature
), waiting AS (
    SELECT station_id, team_id, substr(day, 1, 7) AS month, count(*) AS records, sum(minutes * heads) AS minutes
    FROM service_record WHERE state = 'submitted'
    GROUP BY station_id, team_id, substr(day, 1, 7)
), rolled AS (
    SELECT a.station_id, a.team_id, c.month, sum(coalesce(c.beneficiaries, 0)) AS helped,
        sum(coalesce(c.came, 0)) AS came, sum(coalesce(c.no_shows, 0)) AS no_shows
    FROM roll_call c JOIN shift h ON h.id = c.shift_id JOIN activity a ON a.id = h.activity_id
    WHERE c.month IS NOT NULL
    GROUP BY a.station_id, a.team_id, c.month
), part AS (
    SELECT station_id, team_id, 'minutes' AS what, month, served, kind, nature, minutes AS amount FROM booked
    UNION ALL SELECT station_id, team_id, 'attendances', month, served, kind, nature, attendances FROM booked
    UNION ALL SELECT station_id, team_id, 'waiting', month, month, '', '', records FROM waiting
    UNION ALL SELECT station_id, team_id, 'waiting_minutes', month, month, '', '', minutes FROM waiting
    UNION ALL SELECT station_id, team_id, 'helped', month, month, '', '', helped FROM rolled
    UNION ALL SELECT station_id, team_id, 'came', month, month, '', '', came FROM rolled
    UNION ALL SELECT station_id, team_id, 'no_shows', month, month, '', '', no_shows FROM rolled
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


def upgrade() -> None:
    op.create_table(
        "running_sum",
        *(sa.Column(name, sa.Text(), nullable=False) for name in KEY),
        sa.Column("amount", BIG, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint(*KEY, name=op.f("pk_running_sum")),
        sqlite_strict=True,
    )
    op.create_table(
        "running_sum_added",
        sa.Column("id", BIG, sa.Identity(always=False), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in KEY),
        sa.Column("amount", BIG, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_running_sum_added")),
        sqlite_strict=True,
    )
    op.create_index("ix_running_sum_added_node", "running_sum_added", ["node", "what", "period"])
    op.create_table(
        "person_month",
        sa.Column("person_id", BIG, autoincrement=False, nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("station_id", BIG, autoincrement=False, nullable=False),
        sa.Column("team_id", BIG, autoincrement=False, nullable=False),
        sa.Column("service", BIG, autoincrement=False, nullable=False),
        sa.Column("training", BIG, autoincrement=False, nullable=False),
        sa.Column("preparation", BIG, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_month_person_id")),
        sa.ForeignKeyConstraint(["station_id"], ["station.id"], name=op.f("fk_person_month_station_id")),
        sa.PrimaryKeyConstraint("person_id", "month", "station_id", "team_id", name=op.f("pk_person_month")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_service_record_undecided", "service_record", ["person_id"], sqlite_where=UNDECIDED,
        postgresql_where=UNDECIDED,
    )  # fmt: skip
    op.execute(PERSON_MONTHS)
    op.execute(SUMS)


def downgrade() -> None:
    op.drop_index("ix_service_record_undecided", "service_record")
    op.drop_table("person_month")
    op.drop_table("running_sum_added")
    op.drop_table("running_sum")
