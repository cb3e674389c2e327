"""A warm process with everything imported and collected gives birth to one child for each mutant."""

import json
import os
import resource
import signal
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import NoReturn

import pytest

from tests.helpers.sharing import shared
from tests.mutants.mutant import Mutant
from tests.mutants.recording import Recorded, on_sqlite

NOTICED, SURVIVED, BROKEN, LATE = "noticed", "survived", "broken", "late"
LEAST, SLOWER = 20.0, 5  # seconds of the processor that every mutant has, and how much slower its tests may be
CROWDED = 10  # how much longer all that may take where others are at work as well
ENOUGH = 10.0  # seconds of tests, as recorded, the fastest first: who is noticed by slower ones alone has survived


@dataclass(slots=True)
class Child:
    mutant: Mutant
    tests: list[str]
    told: int  # where it says which test noticed
    until: float


@dataclass(slots=True, eq=False)
class Trying:
    """A plugin: in place of the run of all tests, each mutant gets the tests that come by it."""

    mutants: Sequence[Mutant]
    recorded: Recorded
    results: Path
    at_once: int = 2
    items: dict[str, pytest.Item] = field(default_factory=dict)
    children: dict[int, Child] = field(default_factory=dict)
    failed: str = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = on_sqlite(items)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed = report.nodeid

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        assert Path(shared(session.config).migrated_file).exists()  # made once, before anybody is born
        self.items = {item.nodeid: item for item in session.items}
        survivors = self.all_of(self.mutants, self.at_once)
        self.all_of(survivors, 1)
        return True

    def all_of(self, mutants: Sequence[Mutant], at_once: int) -> list[Mutant]:
        """Gives back who survived. A survivor of a crowd is tried once more alone before it counts."""
        survivors: list[Mutant] = []
        for mutant in mutants:
            while len(self.children) >= at_once:
                survivors += self.reap(alone=at_once == 1)
            self.bear(mutant)
        while self.children:
            survivors += self.reap(alone=at_once == 1)
        return survivors

    def bear(self, mutant: Mutant) -> None:
        tests, expected = self.chosen(mutant)
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(read)
            self.live(mutant, tests, write, LEAST + SLOWER * expected)
        os.close(write)
        until = time.monotonic() + CROWDED * (LEAST + SLOWER * expected)
        self.children[child] = Child(mutant, tests, read, until)

    def chosen(self, mutant: Mutant) -> tuple[list[str], float]:
        """Tests and what they take together."""
        tests: list[str] = []
        spent = 0.0
        for test in self.recorded.tests_of(mutant):
            if test in self.items and spent < ENOUGH:
                tests.append(test)
                spent += self.recorded.seconds[test]
        return tests, spent

    def live(self, mutant: Mutant, tests: list[str], write: int, seconds: float) -> NoReturn:
        """In the child: the first test that fails ends it, without any tidying that is the parent's."""
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        try:
            mutant.put()
            said = self.first_to_notice(tests)
        except BaseException as error:  # it must never go on as if it were the parent
            said = f"!{error!r}"
        os.write(write, said.encode())
        os._exit(0)

    def first_to_notice(self, tests: Sequence[str]) -> str:
        items = [self.items[test] for test in tests]
        for item, after in zip_longest(items, items[1:]):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            if self.failed:
                return self.failed
        return ""

    def reap(self, *, alone: bool) -> Iterator[Mutant]:
        """Waits a moment; survivors that are to be tried again."""
        time.sleep(0.02)
        for pid, child in list(self.children.items()):
            ended, status = os.waitpid(pid, os.WNOHANG)
            late = bool(ended) and os.WIFSIGNALED(status)
            if not ended and time.monotonic() > child.until:
                late = True
                os.killpg(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            if ended or late:
                del self.children[pid]
                with os.fdopen(child.told) as told:
                    said = told.read()
                verdict = LATE if late else BROKEN if said.startswith("!") else NOTICED if said else SURVIVED
                self.write(child, verdict, said)
                if verdict == SURVIVED and child.tests and not alone:
                    yield child.mutant

    def write(self, child: Child, verdict: str, said: str) -> None:
        one = child.mutant
        row = {
            "id": one.id, "kind": one.kind, "how": one.how, "where": one.where, "lines": one.lines, "was": one.was,
            "becomes": one.becomes, "verdict": verdict, "by": said, "tests": len(child.tests),
        }  # fmt: skip
        with self.results.open("a", encoding="utf-8") as results:
            results.write(json.dumps(row, ensure_ascii=False) + "\n")
        print(f"{verdict:9} {one.how:8} {one.id}  {one.was!r} -> {one.becomes!r}", flush=True)
