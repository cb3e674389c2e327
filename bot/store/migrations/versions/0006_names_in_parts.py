"""names in parts: people are found by the pieces of their names, and by their number"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NUMBERED = sa.text("volunteer_number IS NOT NULL")
PARTS = """
INSERT INTO name_part (part, name, person_id)
WITH RECURSIVE ending(person_id, name, rest) AS (
    SELECT id, name, lower(name) FROM person WHERE name <> ''
    UNION ALL
    SELECT person_id, name, substr(rest, 2) FROM ending WHERE rest <> ''
)
SELECT substr(rest, 1, 1) AS part, name, person_id FROM ending
UNION SELECT substr(rest, 1, 2), name, person_id FROM ending
UNION SELECT substr(rest, 1, 3), name, person_id FROM ending
"""


def upgrade() -> None:
    op.create_table(
        "name_part",
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("person_id", BIG, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_name_part_person_id")),
        sa.PrimaryKeyConstraint("part", "name", "person_id", name=op.f("pk_name_part")),
        sqlite_strict=True,
    )
    op.create_index("ix_name_part_person_id", "name_part", ["person_id"])
    op.create_index(
        "ix_person_volunteer_number", "person", ["volunteer_number"], sqlite_where=NUMBERED, postgresql_where=NUMBERED
    )
    op.execute(PARTS)


def downgrade() -> None:
    op.drop_index("ix_person_volunteer_number", "person")
    op.drop_table("name_part")
