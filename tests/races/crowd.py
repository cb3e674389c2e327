"""Many processes at once: each forked from one, opens the database by itself, waits for the shot, does one act.

``python -m tests.races.crowd URL PLAN``: the plan is a JSON file of acts and of guards to take away. It prints what
came of each act, as JSON.
"""

import asyncio
import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any

from bot.ground.refusals import Refusal
from bot.store.asking import STATED
from bot.store.database import in_transaction, open_database
from bot.store.failures import Broken
from bot.store.postgres import database as postgresql
from bot.store.sqlite.database import SqliteDatabase
from bot.store.statements import read_statement
from bot.store.transaction import Tx
from tests.races.acts import ACTS

Plan = dict[str, Any]


def take_guards_away(plan: Plan) -> None:
    """Statements replaced by weaker ones, and locks that hold nothing, for negative controls."""
    for name, text in plan["weaker"].items():
        STATED[name].statement = read_statement(name, text)
    for what in plan["unlocked"]:
        postgresql.LOCKS[what] = "SELECT 1 WHERE $1::bigint IS NOT NULL"


async def contend(url: str, plan: Plan, act: Plan, shot: int) -> str:
    database = await open_database(url, beside=True)
    try:
        if plan["unchecked"] and isinstance(database, SqliteDatabase):
            await database.writer.execute("PRAGMA ignore_check_constraints=ON")
        os.read(shot, 1)  # waits for the shot: the starter closes the pipe

        async def work(tx: Tx) -> str:
            return await ACTS[act["act"]](tx, **act["facts"])

        return await in_transaction(database, work)
    except Refusal as refusal:
        return refusal.code
    except Broken:
        return "broken"
    finally:
        await database.close()


def run_child(url: str, plan: Plan, act: Plan, shot: int, told: int) -> None:
    outcome = asyncio.run(contend(url, plan, act, shot))
    os.write(told, outcome.encode())


def start(url: str, plan: Plan) -> list[int]:
    """Forks them all, then fires; the pipes their outcomes come through, in the order of the plan."""
    shot, trigger = os.pipe()
    outcomes = []
    for act in plan["acts"]:
        outcome, told = os.pipe()
        if os.fork() == 0:
            os.close(trigger)
            code = 1
            try:
                run_child(url, plan, act, shot, told)
                code = 0
            except Exception:
                traceback.print_exc()
            finally:
                os._exit(code)
        os.close(told)
        outcomes.append(outcome)
    os.close(trigger)
    return outcomes


def main() -> None:
    url, plan = sys.argv[1], json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    take_guards_away(plan)
    outcomes = [os.read(outcome, 1000).decode() for outcome in start(url, plan)]
    sys.stdout.write(json.dumps(outcomes))


if __name__ == "__main__":
    main()
