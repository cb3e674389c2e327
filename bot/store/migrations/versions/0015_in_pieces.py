"""in pieces: where queueing a message to many goes on"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INDEXES = (
    ("ix_broadcast_sending", "broadcast", ["id"], "state = 'sending'"),
    ("ix_broadcast_next", "broadcast", ["id"], "next_person IS NOT NULL"),
    ("ix_outbox_unreached", "outbox", ["subject"], "error = 'unreachable'"),
)


def changing(table: str) -> Any:
    """A whole copy on SQLite, so that the table reads as if it had been made so."""
    copy: Any = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    return op.batch_alter_table(table, recreate=copy, table_kwargs={"sqlite_strict": True})


def upgrade() -> None:
    with changing("broadcast") as batch:
        for name in ("next_team", "next_person"):
            batch.add_column(sa.Column(name, BIG, autoincrement=False, nullable=True))
    op.create_index("ix_broadcast_audience", "broadcast", ["audience"])
    for name, table, columns, only in INDEXES:
        op.create_index(name, table, columns, sqlite_where=sa.text(only), postgresql_where=sa.text(only))


def downgrade() -> None:
    for name, table, _, _ in INDEXES:
        op.drop_index(name, table)
    op.drop_index("ix_broadcast_audience", "broadcast")
    with changing("broadcast") as batch:
        for name in ("next_person", "next_team"):
            batch.drop_column(name)
