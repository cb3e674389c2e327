"""months by index: when months of each station are closed and reported, and digests made"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
LOOKS = ("close_at", "report_at", "digest_at")


def changing(table: str) -> Any:
    """A whole copy on SQLite, so that the table reads as if it had been made so."""
    copy: Any = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    return op.batch_alter_table(table, recreate=copy, table_kwargs={"sqlite_strict": True})


def upgrade() -> None:
    with changing("station") as batch:
        for name in LOOKS:
            batch.add_column(sa.Column(name, BIG, server_default="0", autoincrement=False, nullable=False))
    for name in LOOKS:
        op.create_index(f"ix_station_{name}", "station", [name])


def downgrade() -> None:
    for name in LOOKS:
        op.drop_index(f"ix_station_{name}", "station")
    with changing("station") as batch:
        for name in reversed(LOOKS):
            batch.drop_column(name)
