"""minutes by day: of every team and station, so that a month that is running is compared with like days"""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

DAYS = """
INSERT INTO running_sum (node, what, period, served, kind, nature, amount)
WITH daily AS (
    SELECT station_id, team_id, month, day, nature, sum(minutes * heads) AS minutes
    FROM service_record WHERE state = 'verified'
    GROUP BY station_id, team_id, month, day, nature
)
SELECT 's' || cast(above.id AS text), 'day_minutes', d.month, d.day, '', d.nature, cast(sum(d.minutes) AS bigint)
FROM daily d JOIN station below ON below.id = d.station_id
JOIN station above ON below.path >= above.path AND below.path < above.path || ':'
GROUP BY above.id, d.month, d.day, d.nature
UNION ALL
SELECT 't' || cast(team_id AS text), 'day_minutes', month, day, '', nature, cast(sum(minutes) AS bigint)
FROM daily WHERE team_id IS NOT NULL
GROUP BY team_id, month, day, nature
"""


def upgrade() -> None:
    op.execute(DAYS)


def downgrade() -> None:
    op.execute("DELETE FROM running_sum_added WHERE what = 'day_minutes'")
    op.execute("DELETE FROM running_sum WHERE what = 'day_minutes'")
