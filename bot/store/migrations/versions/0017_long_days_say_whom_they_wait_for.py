"""long days say whom they wait for: the role that a waiting record takes because of its day"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

WAITS = sa.text("state = 'submitted' AND needs <> ''")
HOURS = ", ".join(f"'{hours}'" for hours in range(1, 25))
MINUTES = """(service_record.minutes + coalesce((SELECT sum(v.minutes) FROM service_record v
    WHERE v.person_id = service_record.person_id AND v.day = service_record.day AND v.state = 'verified'), 0))"""


def limit(key: str, preset: int) -> str:
    """Minutes, as the nearest station on the way up sets them, or a preset does."""
    return f"""60 * coalesce((SELECT coalesce(cast(c.value AS bigint), {preset})
        FROM station up
        LEFT JOIN station_setting c ON c.station_id = up.id AND c.key = '{key}' AND c.value IN ({HOURS})
        WHERE s.path >= up.path AND s.path < up.path || ':' AND (c.value IS NOT NULL OR up.preset IS NOT NULL)
        ORDER BY length(up.path) DESC LIMIT 1), {preset})"""


NEEDS = f"""
UPDATE service_record SET needs = (SELECT
    CASE WHEN {MINUTES} > {limit("administrator_hours", 12)} THEN 'administrator'
        WHEN {MINUTES} > {limit("coordinator_hours", 8)} THEN 'coordinator' ELSE '' END
    FROM station s WHERE s.id = service_record.station_id)
WHERE state = 'submitted' AND person_id IS NOT NULL AND reverses_id IS NULL
"""


def changing(table: str) -> Any:
    """A whole copy on SQLite, so that the table reads as if it had been made so."""
    copy: Any = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    return op.batch_alter_table(table, recreate=copy, table_kwargs={"sqlite_strict": True})


def upgrade() -> None:
    with changing("service_record") as batch:
        batch.add_column(sa.Column("needs", sa.Text(), server_default="", nullable=False))
        batch.create_index("ix_service_record_needs", ["id"], sqlite_where=WAITS, postgresql_where=WAITS)
        batch.alter_column("note", server_default="")
        batch.alter_column("flags", server_default="")
        batch.create_check_constraint(
            batch.f("ck_service_record_needs"), "needs IN ('', 'coordinator', 'administrator')"
        )
    op.execute(NEEDS)


def downgrade() -> None:
    with changing("service_record") as batch:
        batch.drop_constraint(batch.f("ck_service_record_needs"), type_="check")
        batch.drop_index("ix_service_record_needs", sqlite_where=WAITS, postgresql_where=WAITS)
        batch.drop_column("needs")
        batch.alter_column("note", server_default="")
        batch.alter_column("flags", server_default="")
