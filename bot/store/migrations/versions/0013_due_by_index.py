"""due by index: when each shift is looked at next, where somebody waits, and stations whose settings have changed"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SMALL = sa.SmallInteger().with_variant(sa.Integer(), "sqlite")
INDEXES = (
    ("ix_shift_remind_at", "shift", ["remind_at", "id"], "remind_at IS NOT NULL"),
    ("ix_shift_card_at", "shift", ["card_at", "id"], "card_at IS NOT NULL"),
    ("ix_shift_over_at", "shift", ["over_at", "id"], "over_at IS NOT NULL"),
    ("ix_shift_names_at", "shift", ["names_at", "id"], "names_at IS NOT NULL"),
    ("ix_shift_lined", "shift", ["starts_at"], "lined = 1"),
    ("ix_shift_room", "shift", ["id"], "lined = 1 AND taken < capacity"),
    ("ix_station_changed", "station", ["id"], "changed = 1"),
)
# Whatever may still be due is looked at once more.
CARRIED = (
    "UPDATE shift SET remind_at = NULL, card_at = NULL WHERE EXISTS"
    " (SELECT 1 FROM roll_call r WHERE r.shift_id = shift.id AND r.state = 'closed')",
    "UPDATE shift SET over_at = 0 WHERE EXISTS"
    " (SELECT 1 FROM roll_call r WHERE r.shift_id = shift.id AND r.state IN ('open', 'handed'))",
    "UPDATE shift SET names_at = 0 WHERE id IN (SELECT shift_id FROM group_place WHERE cancelled_at IS NULL)",
    "UPDATE shift SET lined = 1 WHERE id IN (SELECT shift_id FROM sign_up WHERE state IN ('waitlisted', 'offered'))",
)


def changing(table: str) -> Any:
    """A whole copy on SQLite, so that the table reads as if it had been made so."""
    copy: Any = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    return op.batch_alter_table(table, recreate=copy, table_kwargs={"sqlite_strict": True})


def instant(name: str, default: str | None = None) -> sa.Column[Any]:
    return sa.Column(name, BIG, server_default=default, autoincrement=False, nullable=True)


def flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, SMALL, server_default="0", nullable=False)


def upgrade() -> None:
    with changing("shift") as batch:
        for column in (
            instant("remind_at", "0"), instant("card_at", "0"), instant("over_at"), instant("names_at"), flag("lined")
        ):  # fmt: skip
            batch.add_column(column)
        batch.create_check_constraint(batch.f("ck_shift_lined"), "lined IN (0, 1)")
    with changing("station") as batch:
        batch.add_column(flag("changed"))
        batch.create_check_constraint(batch.f("ck_station_changed"), "changed IN (0, 1)")
    for carried in CARRIED:
        op.execute(carried)
    for name, table, columns, only in INDEXES:
        where = sa.text(only)
        op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    for name, table, _, _ in INDEXES:
        op.drop_index(name, table)
    with changing("station") as batch:
        batch.drop_constraint(batch.f("ck_station_changed"), type_="check")
        batch.drop_column("changed")
    with changing("shift") as batch:
        batch.drop_constraint(batch.f("ck_shift_lined"), type_="check")
        for name in ("lined", "names_at", "over_at", "card_at", "remind_at"):
            batch.drop_column(name)
