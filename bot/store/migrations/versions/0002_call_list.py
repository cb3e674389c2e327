"""The call list: whom somebody must phone, and which rows of the outbox were looked at for it; how far a notice has come.

Rows from before count as looked at only where they were delivered: what was lost in the last days is named now.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Small = sa.SmallInteger().with_variant(sa.Integer(), "sqlite")
UNDELIVERED = sa.text(
    "named = 0 AND class IN ('critical', 'normal')"
    " AND (state IN ('unknown', 'dead', 'expired') OR error IN ('unreachable', 'blocked'))"
)
UNTOLD = sa.text("told_at IS NULL AND state = 'open'")


def upgrade() -> None:
    with op.batch_alter_table("outbox", recreate="auto", table_kwargs={"sqlite_strict": True}) as batch:
        batch.add_column(sa.Column("named", Small, server_default="0", nullable=False))
        batch.add_column(sa.Column("parts", Big, server_default="0", autoincrement=False, nullable=False))
        batch.create_check_constraint(op.f("ck_outbox_named"), "named IN (0, 1)")
        batch.create_index(
            "ix_outbox_undelivered", ["id"], sqlite_where=UNDELIVERED, postgresql_where=UNDELIVERED
        )
    op.create_table(
        "call_entry",
        sa.Column("activity_id", Big, autoincrement=False, nullable=False),
        sa.Column("person_id", Big, autoincrement=False, nullable=False),
        sa.Column("shift_id", Big, autoincrement=False, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("version", Big, autoincrement=False, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default="open", nullable=False),
        sa.Column("added_at", Big, nullable=False),
        sa.Column("told_at", Big, nullable=True),
        sa.Column("marked_by", Big, autoincrement=False, nullable=True),
        sa.Column("marked_at", Big, nullable=True),
        sa.CheckConstraint(
            "why IN ('doubt', 'undelivered', 'unreachable', 'absent')", name=op.f("ck_call_entry_why")
        ),
        sa.CheckConstraint(
            "state IN ('open', 'reached', 'not_reached', 'heard', 'over')", name=op.f("ck_call_entry_state")
        ),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_call_entry_activity_id")),
        sa.ForeignKeyConstraint(["marked_by"], ["person.id"], name=op.f("fk_call_entry_marked_by")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_call_entry_person_id")),
        sa.PrimaryKeyConstraint("activity_id", "person_id", "shift_id", "what", name=op.f("pk_call_entry")),
        sqlite_strict=True,
    )
    op.create_index("ix_call_entry_person_id", "call_entry", ["person_id"])
    op.create_index(
        "ix_call_entry_untold", "call_entry", ["activity_id"], sqlite_where=UNTOLD, postgresql_where=UNTOLD
    )


def downgrade() -> None:
    op.drop_table("call_entry")
    with op.batch_alter_table("outbox", recreate="auto", table_kwargs={"sqlite_strict": True}) as batch:
        batch.drop_index("ix_outbox_undelivered")
        batch.drop_constraint(op.f("ck_outbox_named"), type_="check")
        batch.drop_column("parts")
        batch.drop_column("named")
