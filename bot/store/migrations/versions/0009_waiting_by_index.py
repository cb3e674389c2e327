"""waiting by index: what waits in order, by activity and by team; who holds a role at a station, and who leads"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

WAITS = sa.text("state = 'submitted'")
AT_ACTIVITY = sa.text("state = 'submitted' AND activity_id IS NOT NULL")
AT_NONE = sa.text("state = 'submitted' AND activity_id IS NULL")
HELD = sa.text("withdrawn_at IS NULL")
INDEXES = (
    ("ix_service_record_submitted", "service_record", ["id"], WAITS),
    ("ix_service_record_waiting_activity", "service_record", ["activity_id"], AT_ACTIVITY),
    ("ix_service_record_waiting_team", "service_record", ["team_id"], AT_NONE),
    ("ix_role_grant_person_id", "role_grant", ["person_id"], None),
    ("ix_role_grant_station_id", "role_grant", ["station_id"], HELD),
    ("ix_station_setting_key", "station_setting", ["key", "station_id"], None),
    ("ix_team_lead_id", "team", ["lead_id"], None),
)


def upgrade() -> None:
    for name, table, columns, where in INDEXES:
        op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    for name, table, _, _ in reversed(INDEXES):
        op.drop_index(name, table)
