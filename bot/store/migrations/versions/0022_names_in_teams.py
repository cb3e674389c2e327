"""names in teams: members are found by the pieces of their names in each team"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SMALL = sa.SmallInteger().with_variant(sa.Integer(), "sqlite")
MANAGED = sa.text("part = '' AND managed = 1")
CARRIED = """
INSERT INTO team_name (team_id, part, name, person_id, managed)
SELECT m.team_id, n.part, n.name, n.person_id, CASE WHEN p.state = 'managed' THEN 1 ELSE 0 END
FROM membership m JOIN person p ON p.id = m.person_id JOIN name_part n ON n.person_id = m.person_id
WHERE m.left_at IS NULL AND p.state IN ('active', 'managed')
"""


def upgrade() -> None:
    op.create_table(
        "team_name",
        sa.Column("team_id", BIG, autoincrement=False, nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("person_id", BIG, autoincrement=False, nullable=False),
        sa.Column("managed", SMALL, server_default="0", nullable=False),
        sa.CheckConstraint("managed IN (0, 1)", name=op.f("ck_team_name_managed")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_team_name_person_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_team_name_team_id")),
        sa.PrimaryKeyConstraint("team_id", "part", "name", "person_id", name=op.f("pk_team_name")),
        sqlite_strict=True,
    )
    op.execute(CARRIED)
    op.create_index("ix_team_name_person_id", "team_name", ["person_id"])
    op.create_index(
        "ix_team_name_managed", "team_name", ["team_id", "name", "person_id"], sqlite_where=MANAGED,
        postgresql_where=MANAGED,
    )  # fmt: skip


def downgrade() -> None:
    op.drop_table("team_name")
