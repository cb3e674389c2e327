"""`make bench`: ratios of one interleaved run, for these machines are shared and seconds mean little on them.

``--before FOLDER`` runs the bot of another checkout as well, in the same rounds; ``--keep`` writes docs/speed.md.
"""

import argparse
import tempfile
from pathlib import Path

from tests.benchmarks.databases import OnSqlite, on_postgres
from tests.benchmarks.keeping import keep, lines
from tests.benchmarks.rounds import Measured
from tests.benchmarks.running import Bot
from tests.benchmarks.starting import starts

OURS = "tests.benchmarks.bots.liandong"


def bots(sqlite: OnSqlite, others: dict[str, Bot], before: Path | None) -> dict[str, Bot]:
    made = {
        "a": Bot(title="bare python-telegram-bot", module="tests.benchmarks.bots.stock"),
        "b": Bot(title="the same over our HTTP", module="tests.benchmarks.bots.over_ours"),
        "d": Bot(title="bare pyTelegramBotAPI", module="tests.benchmarks.bots.telebot"),
        "c": Bot(title="liandong, complete sign-ups, durable", module=OURS, database=sqlite.fresh),
        **others,
    }
    if before is not None:
        made["o"] = Bot(title="liandong as it was before", module=OURS, database=sqlite.fresh, folder=before)
        if "p" in others:
            made["r"] = Bot(title="the same on PostgreSQL", module=OURS, database=others["p"].database, folder=before)
    return made


def main() -> None:
    given = argparse.ArgumentParser()
    given.add_argument("--rounds", type=int, default=5)
    given.add_argument("--count", type=int, default=3000)
    given.add_argument("--only", default="")
    given.add_argument("--before", type=Path)
    given.add_argument("--keep", action="store_true")
    asked = given.parse_args()
    with tempfile.TemporaryDirectory(prefix="liandong-bench-") as name, on_postgres(asked.count) as server:
        sqlite = OnSqlite(Path(name), asked.count)
        ours = Bot(title="liandong on PostgreSQL, durable", module=OURS, database=server.fresh) if server else None
        chosen = bots(sqlite, {"p": ours} if ours else {}, asked.before)
        measured = Measured({key: bot for key, bot in chosen.items() if key in (asked.only or key)})
        measured.run(sqlite.datas, rounds=asked.rounds, count=asked.count)
    said = lines(measured, starts())
    print("\n".join(said))
    if asked.keep:
        keep(said, asked.rounds, asked.count)


if __name__ == "__main__":
    main()
