"""Each wall between the rooms is broken once on purpose, in a copy: the linter has to see every hole."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
HOLES = {
    "rooms are layers": ("bot/ground/text.py", "import bot.store.database"),
    "rules know no library of the outside": ("bot/teams/acts.py", "import aiohttp"),
    "rules are pure": ("bot/teams/rules.py", "import bot.store.transaction"),
    "acts stand on rows, rows on rules": ("bot/teams/rows.py", "import bot.teams.acts"),
    "the ground is plain Python": ("bot/ground/text.py", "import click"),
    "two files know msgspec": ("bot/teams/acts.py", "import msgspec"),
    "only the store knows the databases": ("bot/teams/acts.py", "import sqlite3"),
    "one file knows how Telegram is called": ("bot/wire/reading.py", "import pyreqwest"),
    "only the simulator serves pages": ("bot/wire/reading.py", "import aiohttp.web"),
    "handlers go through what can be done": ("handlers/teams/teams.py", "import bot.teams.rows"),
    "only the composition root mounts handlers": ("bot/wire/going_out/pacing.py", "import handlers.routes"),
    "the simulator stands alone": ("bot/simulator/calls.py", "import bot.ground.text"),
    "speech builds plain dicts": ("bot/speech/screens.py", "import telegram"),
}
LOW_KNOWS_HIGH = ("bot/stations/rules.py", "import bot.teams.rules")


def contracts() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return [one["name"] for one in settings["tool"]["importlinter"]["contracts"]]


def linted(folder: Path) -> str:
    program = Path(sys.executable).with_name("lint-imports")
    known = {**os.environ, "PYTHONPATH": str(folder)}
    command = [str(program), "--no-cache", "--no-logo"]
    ended = subprocess.run(command, cwd=folder, env=known, check=False, capture_output=True, text=True)
    return ended.stdout


def test_every_wall_holds(tmp_path: Path) -> None:
    assert sorted(HOLES) == sorted(contracts())
    for room in ("bot", "handlers"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for where, hole in (*HOLES.values(), LOW_KNOWS_HIGH):
        file = tmp_path / where
        file.write_text(f"{file.read_text()}\n\n{hole}\n")

    said = linted(tmp_path)

    assert [name for name in HOLES if f"{name} BROKEN" not in said] == [], said
    assert "bot.stations.rules -> bot.teams.rules" in said
