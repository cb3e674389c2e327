"""``make migration WORDS="…"``: the next migration, written from what the tables say and the newest one does not.

It only drafts: look at it, carry data along, and let `tests/store/test_releases.py` climb it. Those that are there are
frozen. What Alembic does not compare is added here: the CHECKs that name a new column, and what SQLite's copy of a
changed table would lose, that it is strict and that an empty text is an empty text.
"""

import asyncio
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from alembic import command
from alembic.autogenerate import renderers
from alembic.autogenerate.api import AutogenContext
from alembic.autogenerate.render import _render_modify_table as written
from alembic.migration import MigrationContext
from alembic.operations import ops
from sqlalchemy import CheckConstraint, DefaultClause, Table, create_engine

from bot.schema import metadata
from bot.store.migrating import HEAD, migrate
from bot.store.migrations.climbing import config


class Whole(ops.ModifyTableOps):
    """A change of a table with what Alembic leaves out."""


@renderers.dispatch_for(Whole)
def strict(context: AutogenContext, change: Whole) -> list[str]:
    """The copy that SQLite makes is strict, as its original is."""
    lines = written(context, change)
    return [line.replace("schema=None", 'table_kwargs={"sqlite_strict": True}') for line in lines]


def checks_of(table: Table, columns: set[str]) -> list[CheckConstraint]:
    """Those that name one of these columns."""
    named = [
        one
        for one in table.constraints
        if isinstance(one, CheckConstraint) and columns & set(re.findall(r"\w+", str(one.sqltext)))
    ]
    return sorted(named, key=lambda one: str(one.name))


def empty_texts(table: Table, new: set[str]) -> Iterator[ops.AlterColumnOp]:
    """Said again, for a copy would put them in brackets."""
    for column in table.columns:
        default = column.server_default
        if isinstance(default, DefaultClause) and default.arg == "" and column.name not in new:
            yield ops.AlterColumnOp(table.name, column.name, modify_server_default="")


def climbing(change: ops.ModifyTableOps, table: Table) -> Whole:
    new = {one.column.name for one in change.ops if isinstance(one, ops.AddColumnOp)}
    checks = [ops.CreateCheckConstraintOp.from_constraint(one) for one in checks_of(table, new)]
    return Whole(change.table_name, [*change.ops, *empty_texts(table, new), *checks])


def going_back(change: ops.ModifyTableOps, table: Table) -> Whole:
    """A CHECK goes before the column that it names."""
    new = {one.column_name for one in change.ops if isinstance(one, ops.DropColumnOp)}
    checks = [ops.DropConstraintOp.from_constraint(one) for one in checks_of(table, new)]
    return Whole(change.table_name, [*checks, *change.ops, *empty_texts(table, new)])


def completed(context: MigrationContext, _revision: object, drafts: list[ops.MigrationScript]) -> None:
    """Tables that come or go are whole as Alembic writes them; those that change are not."""
    tables = context.opts["target_metadata"].tables
    for draft in drafts:
        for steps, whole in ((draft.upgrade_ops, climbing), (draft.downgrade_ops, going_back)):
            found = steps.ops if steps else []
            found[:] = [
                whole(one, tables[one.table_name]) if isinstance(one, ops.ModifyTableOps) else one for one in found
            ]


def write(words: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'newest.db'}"
        asyncio.run(migrate(url))
        with create_engine(url).connect() as connection:
            settings = config()
            settings.set_main_option("file_template", "%%(rev)s_%%(slug)s")
            settings.attributes.update(connection=connection, metadata=metadata)
            rev_id = f"{int(HEAD) + 1:04}"
            command.revision(
                settings, message=words, autogenerate=True, rev_id=rev_id, process_revision_directives=completed
            )


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit('make migration WORDS="what it is about"')
    write(" ".join(sys.argv[1:]))
