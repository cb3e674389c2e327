"""pages by index: teams in the order in which they are listed, groups, and shifts whose roll is not finished"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

SMALL = sa.SmallInteger().with_variant(sa.Integer(), "sqlite")
INDEXES = (
    ("ix_shift_unrolled", "shift", ["starts_at"], "rolled = 0"),
    ("ix_team_place", "team", ["station_id", "name", "id"], "closed_at IS NULL"),
    ("ix_team_groups", "team", ["station_id"], "kind = 'group' AND closed_at IS NULL"),
)
CARRIED = "UPDATE shift SET rolled = 1 WHERE id IN (SELECT shift_id FROM roll_call WHERE state = 'closed')"


def changing(table: str) -> Any:
    """A whole copy on SQLite, so that the table reads as if it had been made so."""
    copy: Any = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    return op.batch_alter_table(table, recreate=copy, table_kwargs={"sqlite_strict": True})


def upgrade() -> None:
    with changing("shift") as batch:
        batch.add_column(sa.Column("rolled", SMALL, server_default="0", nullable=False))
        batch.create_check_constraint(batch.f("ck_shift_rolled"), "rolled IN (0, 1)")
    op.execute(CARRIED)
    for name, table, columns, only in INDEXES:
        where = sa.text(only)
        op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    for name, table, _, _ in INDEXES:
        op.drop_index(name, table)
    with changing("shift") as batch:
        batch.drop_constraint(batch.f("ck_shift_rolled"), type_="check")
        batch.drop_column("rolled")
