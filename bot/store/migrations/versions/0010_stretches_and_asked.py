"""stretches and asked: who left and came back, and whether it was asked to finish the roll"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def changing(table: str) -> Any:
    """A whole copy on SQLite, so that the table reads as if it had been made so."""
    copy: Any = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    return op.batch_alter_table(table, recreate=copy, table_kwargs={"sqlite_strict": True})


def upgrade() -> None:
    with changing("attendance") as batch:
        batch.add_column(sa.Column("away_minutes", BIG, server_default="0", autoincrement=False, nullable=False))
    with changing("roll_call") as batch:
        batch.add_column(sa.Column("asked_at", BIG, nullable=True))


def downgrade() -> None:
    with changing("roll_call") as batch:
        batch.drop_column("asked_at")
    with changing("attendance") as batch:
        batch.drop_column("away_minutes")
