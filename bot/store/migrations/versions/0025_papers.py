"""papers: what went out on paper is kept under its number, and with which pair of keys it was signed"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "signing_key",
        sa.Column("id", BIG, sa.Identity(always=False), nullable=False),
        sa.Column("public", sa.Text(), nullable=False),
        sa.Column("seed", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made_at", BIG, nullable=False),
        sa.Column("retired_at", BIG, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_key")),
        sa.UniqueConstraint("public", name=op.f("uq_signing_key_public")),
        sqlite_strict=True,
    )
    op.create_table(
        "paper",
        sa.Column("id", BIG, sa.Identity(always=False), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person_id", BIG, autoincrement=False, nullable=True),
        sa.Column("station_id", BIG, autoincrement=False, nullable=False),
        sa.Column("first", sa.Text(), nullable=True),
        sa.Column("last", sa.Text(), nullable=True),
        sa.Column("extent", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("key_id", BIG, autoincrement=False, nullable=True),
        sa.Column("records", sa.Text(), server_default="[]", nullable=False),
        sa.Column("issued_at", BIG, nullable=False),
        sa.Column("withdrawn_at", BIG, nullable=True),
        sa.CheckConstraint("extent IN ('entries', 'totals')", name=op.f("ck_paper_extent")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_paper_person_id")),
        sa.ForeignKeyConstraint(["station_id"], ["station.id"], name=op.f("fk_paper_station_id")),
        sa.ForeignKeyConstraint(["key_id"], ["signing_key.id"], name=op.f("fk_paper_key_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper")),
        sqlite_strict=True,
    )
    op.create_index("ix_paper_person_id", "paper", ["person_id"])


def downgrade() -> None:
    op.drop_table("paper")
    op.drop_table("signing_key")
