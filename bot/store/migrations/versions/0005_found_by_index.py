"""found by index: what waits, what is below a station, what a group, a person and a team have to do with"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

PENDING = sa.text("state = 'pending'")
EXPIRES = sa.text("state = 'pending' AND expires_at IS NOT NULL")
NAMED = sa.text("group_place_id IS NOT NULL")
WAITS = sa.text("state = 'waitlisted'")
GROWING_UP = sa.text("age_band = '14_17' AND state = 'active'")
CAPTAINS = sa.text("captain = 1 AND left_at IS NULL")
CORRECTS = sa.text("replaces_id IS NOT NULL")
ASKS = sa.text("training IS NOT NULL")
INDEXES = (
    ("ix_outbox_leaving", "outbox", ["bot_id", "class", "due_at", "id"], PENDING),
    ("ix_outbox_chat_id", "outbox", ["chat_id", "bot_id"], PENDING),
    ("ix_outbox_expires_at", "outbox", ["bot_id", "expires_at"], EXPIRES),
    ("ix_station_parent_id", "station", ["parent_id", "name"], None),
    ("ix_sign_up_group_place_id", "sign_up", ["group_place_id", "state", "id"], NAMED),
    ("ix_sign_up_waits", "sign_up", ["shift_id"], WAITS),
    ("ix_attendance_person_id", "attendance", ["person_id"], None),
    ("ix_activity_helper_person_id", "activity_helper", ["person_id"], None),
    ("ix_membership_captains", "membership", ["team_id"], CAPTAINS),
    ("ix_service_record_replaces_id", "service_record", ["replaces_id"], CORRECTS),
    ("ix_activity_training", "activity", ["training"], ASKS),
    ("ix_activity_team_id", "activity", ["team_id"], None),
    ("ix_person_age_band_at", "person", ["age_band_at"], GROWING_UP),
)


def upgrade() -> None:
    op.drop_index("ix_outbox_pending", "outbox")
    for name, table, columns, where in INDEXES:
        op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)
    if op.get_bind().dialect.name == "postgresql":  # a subtree is a range of paths, in the order of bytes
        op.execute('ALTER TABLE station ALTER COLUMN path TYPE text COLLATE "C"')


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute('ALTER TABLE station ALTER COLUMN path TYPE text COLLATE "default"')
    for name, table, _, _ in reversed(INDEXES):
        op.drop_index(name, table)
    op.create_index("ix_outbox_pending", "outbox", ["bot_id", "due_at"], sqlite_where=PENDING, postgresql_where=PENDING)
