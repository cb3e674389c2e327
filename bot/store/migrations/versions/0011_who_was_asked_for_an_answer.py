"""who was asked for an answer: by a reminder, or when time or place changed; nobody else is without an answer"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ASKED = """
UPDATE sign_up SET asked_revision = (SELECT h.revision FROM shift h WHERE h.id = sign_up.shift_id)
WHERE state = 'confirmed' AND EXISTS (
    SELECT 1 FROM shift h LEFT JOIN occurrence o ON o.key IN (
        'early:shift:' || cast(h.id AS text) || '/' || cast(h.revision AS text),
        'day_before:shift:' || cast(h.id AS text) || '/' || cast(h.revision AS text)) AND o.done_at > sign_up.confirmed_at
    WHERE h.id = sign_up.shift_id AND (h.revision > 0 OR o.key IS NOT NULL))
"""


def upgrade() -> None:
    with op.batch_alter_table("sign_up", recreate="always", table_kwargs={"sqlite_strict": True}) as batch:
        batch.add_column(sa.Column("asked_revision", BIG, autoincrement=False, nullable=True))
    op.execute(ASKED)


def downgrade() -> None:
    with op.batch_alter_table("sign_up", table_kwargs={"sqlite_strict": True}) as batch:
        batch.drop_column("asked_revision")
