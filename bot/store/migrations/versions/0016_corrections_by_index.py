"""corrections by index: what was put right at a station is found by itself"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

REVERSING = sa.text("reverses_id IS NOT NULL")


def upgrade() -> None:
    op.create_index(
        "ix_service_record_reversing", "service_record", ["station_id", "id"], sqlite_where=REVERSING,
        postgresql_where=REVERSING,
    )  # fmt: skip


def downgrade() -> None:
    op.drop_index("ix_service_record_reversing", "service_record")
