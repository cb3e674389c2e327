"""rolls put right: what was corrected after a roll-call was finished"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "roll_correction",
        sa.Column("id", BIG, sa.Identity(always=False), nullable=False),
        sa.Column("shift_id", BIG, autoincrement=False, nullable=False),
        sa.Column("person_id", BIG, autoincrement=False, nullable=True),
        sa.Column("group_place_id", BIG, autoincrement=False, nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("came", BIG, server_default="0", autoincrement=False, nullable=False),
        sa.Column("no_shows", BIG, server_default="0", autoincrement=False, nullable=False),
        sa.Column("helped", BIG, server_default="0", autoincrement=False, nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("corrected_by", BIG, autoincrement=False, nullable=False),
        sa.Column("corrected_at", BIG, nullable=False),
        sa.ForeignKeyConstraint(["corrected_by"], ["person.id"], name=op.f("fk_roll_correction_corrected_by")),
        sa.ForeignKeyConstraint(["group_place_id"], ["group_place.id"], name=op.f("fk_roll_correction_group_place_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_roll_correction_person_id")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_roll_correction_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_correction")),
        sqlite_strict=True,
    )
    for column in ("shift_id", "month", "person_id"):
        op.create_index(f"ix_roll_correction_{column}", "roll_correction", [column])


def downgrade() -> None:
    op.drop_table("roll_correction")
