"""``python -m tests.making.deeds``: does every act anew in the busy week, and keeps what came of it.

What is kept is done with the same draws again. ``--choose`` chooses them anew for these acts, or for all (half an hour
of one processor). Who noticed which fault stands in `.mutants/deeds.jsonl` then; ``--more 2000`` tries what survived
there against 64 more draws of each act, from number 2000 on; ``--done`` looks for a draw of what was never done. Each
is done again with tables read backwards: what then comes out otherwise is in no order, or by lot, and is not kept.
"""

import argparse
import asyncio
import gc
import json
import tempfile
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

from bot.hearing import listen
from bot.store.migrating import migrate
from tests.deeds.acts import every
from tests.deeds.choosing import POOL, SURVIVED, Choosing, told
from tests.deeds.kept import FILE, busy, done, kept, read
from tests.mutants import kinds
from tests.mutants.in_python import ROOT
from tests.mutants.mutant import Mutant
from tests.store.answers.drawing import Drawing
from tests.store.answers.kept import read as read_answers

NOTICED = ROOT / ".mutants" / "deeds.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.making.deeds", description=__doc__)
    parser.add_argument("--choose", nargs="*", metavar="ACT", help="draws anew, for these acts or all")
    parser.add_argument("--more", type=int, metavar="FIRST", help="so many draws of each act from this one on")
    parser.add_argument("--done", nargs="*", metavar="ACT", help="until one of its draws is done, or what never was")
    given = parser.parse_args()
    listen()
    acts = every()
    anew = set(acts if given.choose == [] else given.choose or ())
    before = {name: list(one.draws) for name, one in read().items() if name in acts and name not in anew}
    words, _ = read_answers()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "liandong.db"
        asyncio.run(migrate(f"sqlite:///{path}"))
        with busy(path, words) as connection:
            choosing = Choosing(connection, Drawing(connection), acts, before)
            if given.more:
                try_more(choosing, range(given.more, given.more + POOL))
            else:
                choosing.try_all(sorted(acts.keys() - before.keys()))
                choose(choosing, sorted(anew))
            if given.done is not None:
                choosing.get_done(given.done or sorted(name for name, one in read().items() if not one.went))
            write(choosing)


def choose(choosing: Choosing, names: Sequence[str]) -> None:
    """Of the faults in the files of these acts."""
    if names:
        files = {choosing.acts[name][0].__code__.co_filename for name in names}
        against(choosing, [one for one in kinds.made("acts") if str(ROOT / one.where) in files])


def try_more(choosing: Choosing, draws: Sequence[int]) -> None:
    before = map(json.loads, NOTICED.read_text(encoding="utf-8").splitlines())
    noticed = {row["id"] for row in before if row["verdict"] != SURVIVED}
    for name in sorted(choosing.acts):
        if name not in choosing.chosen:
            choosing.try_all([name])
        for draw in draws:
            choosing.try_one(name, draw)
    against(choosing, [one for one in kinds.made("acts") if one.id not in noticed])


def against(choosing: Choosing, mutants: Sequence[Mutant]) -> None:
    print(f"{len(choosing.tried)} draws, {len(mutants)} faults", flush=True)
    gc.freeze()
    NOTICED.parent.mkdir(exist_ok=True)
    counted: Counter[str] = Counter()
    with NOTICED.open("w", encoding="utf-8") as file:
        for mutant, how, by in choosing.notice(mutants):
            counted[how] += 1
            print(told(mutant, how, by), file=file, flush=True)
    print(dict(counted))


def write(choosing: Choosing) -> None:
    came = {
        name: twice(choosing, name, sorted({*choosing.chosen[name]})) for name in sorted(choosing.acts)
    }  # fmt: skip
    lines = [kept(name, list(one), list(one.values())).line() for name, one in came.items()]
    FILE.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def twice(choosing: Choosing, name: str, draws: Collection[int]) -> dict[int, list[str]]:
    """What came of each, where it is the same both ways."""
    connection, act = choosing.connection, choosing.acts[name]
    forwards = asyncio.run(done(connection, choosing.drawing, act, list(draws)))
    connection.execute("PRAGMA reverse_unordered_selects=ON")
    backwards = asyncio.run(done(connection, choosing.drawing, act, list(draws)))
    connection.execute("PRAGMA reverse_unordered_selects=OFF")
    both = zip(draws, forwards, backwards, strict=True)
    return {draw: one for draw, one, other in both if one == other}


if __name__ == "__main__":
    main()
