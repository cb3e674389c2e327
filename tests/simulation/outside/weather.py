"""What goes wrong outside the program: on the line to Telegram, and in the database under it. All of it by the seed.

A fate is drawn for each call: what happens instead of it, or after it took effect. An outage is the same fate for all.
"""

import random
import sqlite3
from bisect import bisect_left
from dataclasses import dataclass

from tests.simulation.outside.luck import luck
from tests.simulation.plan import Plan

DAY = 86400.0
DELIVERED = 0.05  # of the calls that are answered with a page of the server in front, or not at all
CLEAN = "clean"
REFUSED = "refused"  # never left
RESET = "reset"  # cut off before an answer
PAGE = "page"  # a page of somebody else, with 200
BAD_GATEWAY = "502"
HANG = "hang"
HALF = "half"  # took effect, half an answer came
LOST = "lost"  # took effect, then cut off
LIMIT = "429"
OUTAGES = (BAD_GATEWAY, PAGE, HANG, RESET, REFUSED, "mixed")
STRAY = (BAD_GATEWAY, RESET, HANG, REFUSED, HALF, LOST, PAGE)
PAGE_OF_NGINX = b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"


@dataclass(frozen=True, slots=True)
class Fate:
    kind: str
    effect: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Outage:
    begins: float
    ends: float
    kind: str


class Weather:
    """Times in seconds of the loop."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.luck = luck(plan.seed, "line")
        self.database_luck = luck(plan.seed, "database")
        self.over = False  # at the end of a play nothing goes wrong any more
        self.outages = outages(plan) if "outages" in plan.faults else []
        self.stray = 0.02 if "calls" in plan.faults else 0.0
        self.limited = 0.004 if "limits" in plan.faults else 0.0
        self.trouble: tuple[float, float] = (0.0, 0.0)  # of the database, until it is over
        self.bad: list[float] = []  # when something went wrong, to be lenient about what people saw then
        self.wrong: list[tuple[float, float]] = []  # when the machine's clock was off
        self.met: dict[str, int] = {}  # what really happened, counted

    def count(self, kind: str) -> None:
        self.met[kind] = self.met.get(kind, 0) + 1

    def outage(self, at: float) -> Outage | None:
        return next((one for one in self.outages if one.begins <= at < one.ends), None)

    def disturbed(self, since: float, until: float) -> bool:
        """Whether anything went wrong between these two times."""
        place = bisect_left(self.bad, since)
        return place < len(self.bad) and self.bad[place] <= until

    def clock_was_off(self, at: float, within: float) -> bool:
        return any(begun - 1 <= at <= ended + within for begun, ended in self.wrong)

    def fate(self, method: str, at: float, patience: float) -> Fate:
        """One call's."""
        draw, second, third = self.luck.random(), self.luck.random(), self.luck.random()
        if self.over:
            return Fate(CLEAN, True, 0.05)
        raging = self.outage(at)
        kind = CLEAN
        if raging is not None:
            kind = STRAY[int(second * 4)] if raging.kind == "mixed" else raging.kind
            self.count("call in an outage")
        elif draw < self.stray:
            kind = STRAY[int(second * len(STRAY))]
        elif draw < self.stray + self.limited and method not in {"getUpdates", "getMe"}:
            kind = LIMIT
        if kind != CLEAN:
            self.count(kind)
            self.bad.append(at)
        return Fate(kind, took_effect(kind, third), patience if kind == HANG else 0.03 + 0.2 * third)

    def statement(self, sql: str) -> None:
        """Raises what the driver raises of a full disk, a locked file, a lost one."""
        if self.over or "database" not in self.plan.faults:
            return
        draw = self.database_luck.random()
        if draw < 2e-5:
            self.count("database trouble")
            self.trouble = (self.trouble[0], 1.0 + 20 * self.database_luck.random())
        if self.trouble[1] > 0:
            self.trouble = (self.trouble[0], self.trouble[1] - self.database_luck.random())
            if sql.startswith(("BEGIN IMMEDIATE", "COMMIT", "INSERT", "UPDATE", "SELECT")):
                raise failure(self.database_luck, sql)


def took_effect(kind: str, draw: float) -> bool:
    if kind in {CLEAN, HALF, LOST}:
        return True
    return kind in {BAD_GATEWAY, HANG, RESET} and draw < DELIVERED


def failure(chance: random.Random, sql: str) -> sqlite3.OperationalError:
    words, code = chance.choice(
        (("database is locked", sqlite3.SQLITE_BUSY),)
        if sql.startswith("BEGIN")
        else (
            ("database or disk is full", sqlite3.SQLITE_FULL),
            ("disk I/O error", sqlite3.SQLITE_IOERR),
            ("database is locked", sqlite3.SQLITE_BUSY),
        )
    )
    error = sqlite3.OperationalError(words)
    error.sqlite_errorcode = code
    return error


def outages(plan: Plan) -> list[Outage]:
    """About one in two days, from five seconds to three hours: short ones more often."""
    chance = luck(plan.seed, "outages")
    found: list[Outage] = []
    at = chance.expovariate(1 / DAY)
    while at < plan.days * DAY:
        long = 5.0 * (2160.0 ** chance.random())
        found.append(Outage(at, at + long, chance.choice(OUTAGES)))
        at += long + chance.expovariate(1 / (2 * DAY))
    return found
