"""erasures: who is still owed the word that nothing is left"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "erasure",
        sa.Column("id", BIG, sa.Identity(always=False), nullable=False),
        sa.Column("telegram_id", BIG, autoincrement=False, nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), server_default="erasing", nullable=False),
        sa.Column("asked_at", BIG, nullable=False),
        sa.CheckConstraint("state IN ('erasing', 'telling', 'closing')", name=op.f("ck_erasure_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    op.drop_table("erasure")
