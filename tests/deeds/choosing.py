"""Which draws an act is done with: of many, those that come out as none did, and those that notice a fault in the acts
(`tests/mutants`) which none before them noticed.
"""

import asyncio
import json
import os
import signal
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from types import FrameType
from typing import NoReturn

from bot.hearing import SUBJECTS
from tests.deeds.acts import Act
from tests.deeds.kept import NEAR, once
from tests.mutants.in_python import ROOT, Places, places
from tests.mutants.mutant import Mutant
from tests.store.answers.drawing import Drawing

POOL, WIDE = 64, 160  # draws that are tried, and where all of those are refused
NEARER = range(NEAR, NEAR + 64)  # and these
LONG_LOOK = range(NEAR, NEAR + 200)
FEW = 3  # of an act, whatever they notice
MOST = 250  # draws that a fault is held against
LONGEST = 3.0  # seconds of the processor that one may take: what never ends is not chosen, and noticed in a fault
FAILS, ANSWERS, ENDLESS = "fails", "answers", "fails Endless"
SURVIVED = "survived"
FOLDERS = tuple(str(ROOT / "bot" / subject) for subject in SUBJECTS)
Entered = frozenset[tuple[str, str]]
Draw = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Tried:
    came: list[str]
    entered: Entered


@dataclass(slots=True)
class Choosing:
    """``chosen``: for each act its draws, more and more of them."""

    connection: sqlite3.Connection
    drawing: Drawing
    acts: Mapping[str, Act]
    chosen: dict[str, list[int]]
    tried: dict[Draw, Tried] = field(default_factory=dict)
    by_lot: set[str] = field(default_factory=set)  # acts
    in_any_order: set[Draw] = field(default_factory=set)
    among: Places = field(default_factory=places)
    runner: asyncio.Runner = field(default_factory=asyncio.Runner)

    def try_all(self, names: Sequence[str]) -> None:
        for name in names:
            for draw in range(WIDE):
                if draw >= POOL and any(one.came[0].startswith(ANSWERS) for one in self.of(name)):
                    break
                self.try_one(name, draw)
            for draw in (*NEARER, *self.chosen.get(name, ())):
                self.try_one(name, draw)
            if not self.chosen.get(name):
                self.chosen[name] = list(self.different(name))

    def get_done(self, names: Sequence[str]) -> None:
        """Of what was only refused as yet, where some draw is not."""
        for name in names:
            for draw in LONG_LOOK:
                self.try_one(name, draw)
                one = self.tried.get((name, draw))
                if one and one.came[0].startswith(ANSWERS) and self.same_again((name, draw)):
                    self.chosen[name].append(draw)
                    break

    def of(self, name: str) -> list[Tried]:
        return [one for (act, _), one in self.tried.items() if act == name]

    def try_one(self, name: str, draw: int) -> None:
        if (name, draw) not in self.tried:
            with entered() as found, for_a_while():
                came = self.do(name, draw)
            if ENDLESS not in came[0]:
                self.tried[name, draw] = Tried(came, frozenset(found))

    def do(self, name: str, draw: int) -> list[str]:
        return self.runner.run(once(self.connection, self.drawing, self.acts[name], draw))

    def different(self, name: str) -> Iterator[int]:
        """What fails proves little."""
        ways = {draw: one.came[0].partition("(")[0] for (act, draw), one in self.tried.items() if act == name}
        sound = {draw: way for draw, way in ways.items() if not way.startswith(FAILS)} or ways
        yield from sorted({way: draw for draw, way in reversed(sound.items())}.values())[:FEW]

    def notice(self, mutants: Sequence[Mutant]) -> Iterator[tuple[Mutant, str, Draw | None]]:
        """Each fault, and who notices it: one who was chosen, or is from now on, or nobody."""
        near: dict[tuple[str, str], list[Draw]] = defaultdict(list)
        for draw, one in self.tried.items():
            for place in one.entered:
                near[place].append(draw)
        for mutant in mutants:
            qualified = mutant.id.partition(":")[2].partition("#")[0]
            yield mutant, *self.noticed(mutant, near[str(ROOT / mutant.where), qualified], qualified)

    def noticed(self, mutant: Mutant, near: Sequence[Draw], qualified: str) -> tuple[str, Draw | None]:
        order = sorted(near, key=lambda one: self.rank(one, qualified))
        while sound := [one for one in order if one not in self.in_any_order and one[0] not in self.by_lot][:MOST]:
            said = self.in_a_child(mutant, sound)
            if not said or said == "late":
                return said or SURVIVED, None
            by = sound[int(said)]
            if by[1] in self.chosen[by[0]]:
                return "noticed", by
            if self.same_again(by):
                self.chosen[by[0]].append(by[1])
                return "chosen", by
        return SURVIVED, None

    def rank(self, draw: Draw, qualified: str) -> tuple[bool, bool, int, str]:
        """Those that are chosen first, then those of the act itself."""
        name, number = draw
        return number not in self.chosen[name], not name.endswith(qualified), number % NEAR, name

    def same_again(self, one: Draw) -> bool:
        """Not by lot, and in an order."""
        if self.do(*one) != self.tried[one].came:
            self.by_lot.add(one[0])
            return False
        self.connection.execute("PRAGMA reverse_unordered_selects=ON")
        if self.do(*one) != self.tried[one].came:
            self.in_any_order.add(one)
        self.connection.execute("PRAGMA reverse_unordered_selects=OFF")
        return one not in self.in_any_order

    def in_a_child(self, mutant: Mutant, draws: Sequence[Draw]) -> str:
        """Which of them comes out otherwise: its number, nothing, or that it never ends."""
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(read)
            self.live(mutant, draws, write)
        os.close(write)
        with os.fdopen(read) as told:
            said = told.read()
        _, status = os.waitpid(child, 0)
        return "late" if os.WIFSIGNALED(status) else said

    def live(self, mutant: Mutant, draws: Sequence[Draw], write: int) -> NoReturn:
        said = ""
        try:
            mutant.put(among=self.among)
            for number, draw in enumerate(draws):
                signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
                if self.do(*draw) != self.tried[draw].came:
                    said = str(number)
                    break
        finally:
            os.write(write, said.encode())
            os._exit(0)


def told(mutant: Mutant, how: str, by: Draw | None) -> str:
    return json.dumps({"id": mutant.id, "how": mutant.how, "verdict": how, "by": by, "was": mutant.was,
                       "becomes": mutant.becomes}, ensure_ascii=False)  # fmt: skip


@contextmanager
def entered() -> Iterator[set[tuple[str, str]]]:
    """Which functions of the subjects run meanwhile."""
    found: set[tuple[str, str]] = set()

    def look(frame: FrameType, _: str, __: object) -> None:
        code = frame.f_code
        if of_subjects(code.co_filename):
            found.add((code.co_filename, code.co_qualname))

    sys.settrace(look)
    try:
        yield found
    finally:
        sys.settrace(None)


class Endless(Exception):
    pass


@contextmanager
def for_a_while() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise Endless

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@cache
def of_subjects(file: str) -> bool:
    return file.startswith(FOLDERS)
