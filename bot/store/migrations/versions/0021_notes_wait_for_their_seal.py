"""notes wait for their seal: a note is appended without its place in the chain, which a tick gives it

Every note that is there has its place already, and what comes is chained to it. Downwards what waits is sealed first.
"""

import json
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
GIVEN_LATER = (("number", BIG), ("previous", sa.Text()), ("hash", sa.Text()))
WAITING = """
SELECT u.note_id, u.mark, a.id, a.at, a.actor_id, a.act, a.subject, a.facts
FROM audit_unsealed u LEFT JOIN audit a ON a.id = u.note_id AND a.number IS NULL ORDER BY u.note_id, u.mark
"""
SEALED = "UPDATE audit SET number = :number, previous = :previous, hash = :hash WHERE id = :id"
END = """
INSERT INTO audit_head (id, notes, hash) VALUES (1, :number, :hash)
ON CONFLICT (id) DO UPDATE SET notes = excluded.notes, hash = excluded.hash
"""
NEVER_WAITED = "DELETE FROM audit WHERE number IS NULL"


def changing(table: str) -> Any:
    """A whole copy on SQLite, so that the table reads as if it had been made so."""
    copy: Any = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    return op.batch_alter_table(table, recreate=copy, table_kwargs={"sqlite_strict": True})


def upgrade() -> None:
    with changing("audit") as batch:
        for name, kind in GIVEN_LATER:
            batch.alter_column(name, existing_type=kind, nullable=True)
    op.create_table(
        "audit_unsealed",
        sa.Column("note_id", BIG, autoincrement=False, nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("note_id", "mark", name=op.f("pk_audit_unsealed")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    seal_what_waits()
    op.drop_table("audit_unsealed")
    op.execute(NEVER_WAITED)
    with changing("audit") as batch:
        for name, kind in GIVEN_LATER:
            batch.alter_column(name, existing_type=kind, nullable=False)


def seal_what_waits() -> None:
    """As the tick does: what is not what was written leaves its mark in its place."""
    server = op.get_bind()
    end = server.execute(sa.text("SELECT notes, hash FROM audit_head WHERE id = 1")).first()
    number, previous = end or (0, "")
    for row in server.execute(sa.text(WAITING)).mappings().all():
        number += 1
        said = [row[name] for name in ("at", "actor_id", "act", "subject", "facts")]
        whole = row["id"] is not None and digest([row["id"], *said]) == row["mark"]
        hash = digest([previous, number, *said]) if whole else row["mark"]
        place = {"number": number, "previous": previous, "hash": hash}
        server.execute(sa.text(SEALED), {**place, "id": row["note_id"]})
        server.execute(sa.text(END), place)
        previous = hash


def digest(said: list[Any]) -> str:
    return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
