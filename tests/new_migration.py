"""Writes the first migration anew from the tables (before the first release there is only one)."""

import shutil
import tempfile

from alembic import command
from sqlalchemy import create_engine

from bot.store.migrations.climbing import HERE, config


def write() -> None:
    versions = HERE / "versions"
    shutil.rmtree(versions, ignore_errors=True)
    versions.mkdir()
    with tempfile.TemporaryDirectory() as folder, create_engine(f"sqlite:///{folder}/empty.db").connect() as connection:
        settings = config()
        settings.set_main_option("file_template", "%%(rev)s_%%(slug)s")
        settings.attributes["connection"] = connection
        command.revision(settings, message="first tables", autogenerate=True, rev_id="0001")


if __name__ == "__main__":
    write()
