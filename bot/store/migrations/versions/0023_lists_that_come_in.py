"""lists that come in: people that an agency has already are read, looked at, taken in and taken back"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
STATES = "'sent', 'asking', 'matching', 'ready', 'importing', 'imported', 'undoing', 'undone', 'cancelled'"
AT_WORK = sa.text("state IN ('matching', 'importing', 'undoing')")
EXPIRES = sa.text("expires_at IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "roster",
        sa.Column("id", BIG, sa.Identity(always=False), nullable=False),
        sa.Column("person_id", BIG, autoincrement=False, nullable=False),
        sa.Column("file_id", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("team_id", BIG, autoincrement=False, nullable=True),
        sa.Column("heads", sa.Text(), server_default="", nullable=False),
        sa.Column("columns", sa.Text(), server_default="", nullable=False),
        sa.Column("salt", sa.Text(), server_default="", nullable=False),
        sa.Column("rows", BIG, server_default="0", autoincrement=False, nullable=False),
        sa.Column("card_id", BIG, autoincrement=False, nullable=True),
        sa.Column("created_at", BIG, nullable=False),
        sa.Column("expires_at", BIG, nullable=True),
        sa.Column("imported_at", BIG, nullable=True),
        sa.CheckConstraint(f"state IN ({STATES})", name=op.f("ck_roster_state")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_roster_person_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_roster_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster")),
        sqlite_strict=True,
    )
    op.create_index("ix_roster_person_id", "roster", ["person_id"])
    op.create_index("ix_roster_at_work", "roster", ["id"], sqlite_where=AT_WORK, postgresql_where=AT_WORK)
    op.create_index("ix_roster_expires_at", "roster", ["expires_at"], sqlite_where=EXPIRES, postgresql_where=EXPIRES)
    op.create_table(
        "roster_row",
        sa.Column("roster_id", BIG, autoincrement=False, nullable=False),
        sa.Column("line", BIG, autoincrement=False, nullable=False),
        sa.Column("cells", sa.Text(), server_default="", nullable=False),
        sa.Column("mark", sa.Text(), server_default="", nullable=False),
        sa.Column("outcome", sa.Text(), server_default="", nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.Column("person_id", BIG, autoincrement=False, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_roster_row_person_id")),
        sa.ForeignKeyConstraint(["roster_id"], ["roster.id"], name=op.f("fk_roster_row_roster_id")),
        sa.PrimaryKeyConstraint("roster_id", "line", name=op.f("pk_roster_row")),
        sqlite_strict=True,
    )
    op.create_index("ix_roster_row_outcome", "roster_row", ["roster_id", "outcome", "line"])
    op.create_index("ix_roster_row_mark", "roster_row", ["roster_id", "mark", "line"])
    op.create_index("ix_roster_row_person_id", "roster_row", ["person_id"])


def downgrade() -> None:
    op.drop_table("roster_row")
    op.drop_table("roster")
