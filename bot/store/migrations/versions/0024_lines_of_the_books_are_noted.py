"""lines of the books are noted: from the next record on, each one is in the chain of notes by what it says"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SINCE = """
INSERT INTO books_noted (id, since_record) SELECT 1, coalesce(max(id), 0) FROM service_record
"""


def upgrade() -> None:
    op.create_table(
        "books_noted",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("since_record", BIG, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_books_noted")),
        sqlite_strict=True,
    )
    op.execute(SINCE)


def downgrade() -> None:
    op.drop_table("books_noted")
