"""receipts: which transaction was the last to commit, for each that may run beside others"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "receipt",
        sa.Column("bot_id", BIG, autoincrement=False, nullable=False),
        sa.Column("slot", BIG, autoincrement=False, nullable=False),
        sa.Column("token", BIG, nullable=False),
        sa.PrimaryKeyConstraint("bot_id", "slot", name=op.f("pk_receipt")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    op.drop_table("receipt")
