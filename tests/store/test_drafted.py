"""A drafted migration is whole: what it makes of the newest schema is what the tables say, and it goes back again."""

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import MetaData

from bot.schema import metadata
from tests.making.new_migration import completed
from tests.store.test_migrations import normal

ASKED = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'alembic%' AND sql IS NOT NULL ORDER BY name"
Kept = list[tuple[str, str, list[str]]]


def with_a_flag(table: str) -> MetaData:
    """The tables with a yes or no that is not there yet."""
    copy = MetaData(naming_convention=metadata.naming_convention)
    for one in metadata.sorted_tables:
        one.to_metadata(copy)
    flag = sa.Column(
        "sunny", sa.SmallInteger().with_variant(sa.Integer(), "sqlite"), server_default="0", nullable=False
    )
    copy.tables[table].append_column(flag)
    copy.tables[table].append_constraint(sa.CheckConstraint("sunny IN (0, 1)", name="sunny"))
    return copy


def kept(connection: sa.Connection) -> Kept:
    return [normal(tuple(row)) for row in connection.exec_driver_sql(ASKED)]


@pytest.mark.parametrize("table", ["activity", "sign_up", "service_record"])
def test_draft_of_a_new_flag_needs_no_hand(migrated_file: Path, tmp_path: Path, table: str) -> None:
    wanted = with_a_flag(table)
    with sqlite3.connect(migrated_file) as migrated, sqlite3.connect(tmp_path / "drafted.db") as copy:
        migrated.backup(copy)
    engine, made = sa.create_engine(f"sqlite:///{tmp_path / 'drafted.db'}"), sa.create_engine("sqlite://")
    with engine.connect() as connection, made.connect() as whole:
        before = kept(connection)
        context = MigrationContext.configure(
            connection, opts={"render_as_batch": True, "target_metadata": wanted, "compare_server_default": False}
        )
        script = produce_migrations(context, wanted)
        completed(context, None, [script])
        upgrade, downgrade = (
            render_python_code(steps, render_as_batch=True, migration_context=context)
            for steps in (script.upgrade_ops_list[0], script.downgrade_ops_list[0])
        )
        run(upgrade, context)
        wanted.create_all(whole)
        after, meant = kept(connection), kept(whole)
        run(downgrade, context)
        back = kept(connection)
    engine.dispose()
    made.dispose()

    assert after == meant
    assert back == before


def run(code: str, context: MigrationContext) -> None:
    """As it stands in the file."""
    lines = "\n".join(line.removeprefix("    ") for line in code.splitlines())
    exec(lines, {"sa": sa, "op": Operations(context)})  # noqa: S102  # the draft is a program
