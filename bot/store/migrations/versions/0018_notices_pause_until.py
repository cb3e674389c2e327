"""notices pause until: what is switched off may be so for a while"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
LIMITED = sa.text("until IS NOT NULL")


def changing(table: str) -> Any:
    """A whole copy on SQLite, so that the table reads as if it had been made so."""
    copy: Any = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    return op.batch_alter_table(table, recreate=copy, table_kwargs={"sqlite_strict": True})


def upgrade() -> None:
    with changing("notice_off") as batch:
        batch.add_column(sa.Column("until", BIG, nullable=True))
        batch.create_index("ix_notice_off_until", ["until"], sqlite_where=LIMITED, postgresql_where=LIMITED)


def downgrade() -> None:
    op.execute("DELETE FROM notice_off WHERE notice = 'pause'")
    with changing("notice_off") as batch:
        batch.drop_index("ix_notice_off_until", sqlite_where=LIMITED, postgresql_where=LIMITED)
        batch.drop_column("until")
