"""led by index: what waits by who leads and where; captains in their order; and which records bear words"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

WAITS_OF_ACTIVITY = "state = 'submitted' AND activity_id IS NOT NULL"
WAITS_OF_TEAM = "state = 'submitted' AND activity_id IS NULL"
CAPTAINS = "captain = 1 AND left_at IS NULL"
WORDS = "note <> '' OR verified_reason IS NOT NULL OR returned_reason IS NOT NULL"
LONGER = (
    ("ix_service_record_waiting_activity", "service_record", ["activity_id", "station_id", "id"], WAITS_OF_ACTIVITY),
    ("ix_service_record_waiting_team", "service_record", ["team_id", "station_id", "id"], WAITS_OF_TEAM),
    ("ix_membership_captains", "membership", ["team_id", "person_id"], CAPTAINS),
)
NEW = (("ix_service_record_words", "service_record", ["person_id"], WORDS),)


def add(name: str, table: str, columns: list[str], only: str) -> None:
    where = sa.text(only)
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def upgrade() -> None:
    for name, table, columns, only in LONGER:
        op.drop_index(name, table)
        add(name, table, columns, only)
    for name, table, columns, only in NEW:
        add(name, table, columns, only)


def downgrade() -> None:
    for name, table, _, _ in NEW:
        op.drop_index(name, table)
    for name, table, columns, only in LONGER:
        op.drop_index(name, table)
        add(name, table, columns[:1], only)
