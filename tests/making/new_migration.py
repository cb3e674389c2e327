"""``make migration WORDS="…"``: the next migration, written from what the tables say and the newest one does not.

It only drafts: look at it, carry data along, and let `tests/store/test_releases.py` climb it. Those that are there are
frozen.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine

from bot.schema import metadata
from bot.store.migrating import HEAD, migrate
from bot.store.migrations.climbing import config


def write(words: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'newest.db'}"
        asyncio.run(migrate(url))
        with create_engine(url).connect() as connection:
            settings = config()
            settings.set_main_option("file_template", "%%(rev)s_%%(slug)s")
            settings.attributes.update(connection=connection, metadata=metadata)
            command.revision(settings, message=words, autogenerate=True, rev_id=f"{int(HEAD) + 1:04}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit('make migration WORDS="what it is about"')
    write(" ".join(sys.argv[1:]))
