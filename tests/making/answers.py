"""``python -m tests.making.answers``: asks every statement anew in the crowded worlds, and keeps what it answers."""

import asyncio
import json
import tempfile
from pathlib import Path

from bot.schema import metadata
from bot.store.migrating import migrate
from tests.mutants.kinds import import_all
from tests.store.answers.drawing import held
from tests.store.answers.kept import FEW, FILE, LONG, MANY, Kept, stated, worlds
from tests.store.answers.world import words_of


def main() -> None:
    import_all()
    statements = stated()
    words = words_of(statement.named for statement in statements.values())
    tables = {table.name: [column.name for column in table.columns] for table in metadata.sorted_tables}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "liandong.db"
        asyncio.run(migrate(f"sqlite:///{path}"))
        with worlds(path, words) as crowded:
            kept = [
                Kept(name, asked, times, [world.answers(statement, asked, times) for world in crowded])
                for name, statement in statements.items()
                for asked in [held(statement, tables)]
                for times in [FEW if len(statement.named) < LONG else MANY]
            ]
    lines = [json.dumps(words, ensure_ascii=False), *(one.line() for one in kept)]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
