"""``python -m tests.making.answers``: asks every statement anew in the crowded worlds, and keeps what it answers.

``python -m tests.making.answers new``: asks only those that are not kept yet, and forgets those that are gone.
"""

import asyncio
import json
import sys
import tempfile
from pathlib import Path

from bot.schema import metadata
from bot.store.migrating import migrate
from bot.store.statements import Statement
from tests.mutants.kinds import import_all
from tests.store.answers.drawing import Held, held
from tests.store.answers.kept import FEW, FILE, LONG, MANY, Kept, World, read, stated, worlds
from tests.store.answers.world import words_of


def main(only_new: bool) -> None:
    import_all()
    statements = stated()
    words, before = read() if only_new else (words_of(statement.named for statement in statements.values()), {})
    tables = {table.name: [column.name for column in table.columns] for table in metadata.sorted_tables}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "liandong.db"
        asyncio.run(migrate(f"sqlite:///{path}"))
        with worlds(path, words) as made:
            crowded = made.all()
            kept = [
                before[name] if name in before else asked(name, statement, held(statement, tables), crowded)
                for name, statement in statements.items()
            ]
    lines = [json.dumps(words, ensure_ascii=False), *(one.line() for one in kept)]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def asked(name: str, statement: Statement, values: Held, crowded: list[World]) -> Kept:
    times = FEW if len(statement.named) < LONG else MANY
    return Kept(name, values, times, [world.answers(statement, values, times) for world in crowded])


if __name__ == "__main__":
    main(only_new=sys.argv[1:] == ["new"])
