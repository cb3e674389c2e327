"""``pytest --seconds-by-folder``: what the tests of each folder cost, with xdist or without.

Seconds on the clock, of the tests' own process in Python and in the kernel, and of the processes that they started and
waited for. What a worker does once (imports, collecting, fixtures of the session) stands apart.
"""

import os
import time
from collections import Counter
from collections.abc import Generator
from pathlib import PurePosixPath
from typing import Any

import pytest

OWN, SHARED, START = "own", "(fixtures of the session)", "(imports, collecting)"
LINE = "| {:<26} | {:>6} | {:>7} | {:>7} | {:>7} | {:>8} |"
Cost = tuple[float, float, float, float]
NOTHING: Cost = (0, 0, 0, 0)


def spent_so_far() -> Cost:
    spent = os.times()
    return time.perf_counter(), spent.user, spent.system, spent.children_user + spent.children_system


def summed(one: Cost, other: Cost, sign: int = 1) -> Cost:
    clock, user, system, children = (mine + sign * its for mine, its in zip(one, other, strict=True))
    return clock, user, system, children


class Purse:
    """In every process that runs tests. What was spent leaves with the next report, by account."""

    def __init__(self) -> None:
        self.mark: Cost = (time.perf_counter(), 0, 0, 0)
        self.started = False
        self.accounts: dict[str, Cost] = {}

    def pay(self, account: str) -> None:
        """All since the mark goes on this account."""
        seen = spent_so_far()
        self.accounts[account] = summed(self.accounts.get(account, NOTHING), summed(seen, self.mark, -1))
        self.mark = seen

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self) -> Generator[None, object, object]:
        if self.started:
            self.mark = spent_so_far()  # waiting for the next test costs nobody
        else:
            self.pay(START)
        self.started = True
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Generator[None, object, object]:
        of_session = fixturedef.scope == "session"
        if of_session:
            self.pay(OWN)
        try:
            return (yield)
        finally:
            if of_session:
                self.pay(SHARED)

    @pytest.hookimpl(trylast=True)
    def pytest_fixture_post_finalizer(self, fixturedef: pytest.FixtureDef[Any]) -> None:
        self.pay(SHARED if fixturedef.scope == "session" else OWN)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(self) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        self.pay(OWN)
        report.user_properties.append(("spent", self.accounts))
        self.accounts = {}
        return report


class Ledger:
    """In the process that shows the summary."""

    def __init__(self) -> None:
        self.costs: dict[str, Cost] = {}
        self.tests: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        folder = str(PurePosixPath(report.nodeid.split("::")[0]).parent)
        self.tests[folder] += report.when == "call"
        accounts: Any = dict(report.user_properties).get("spent", {})
        for account, cost in accounts.items():
            whose = folder if account == OWN else account
            self.costs[whose] = summed(self.costs.get(whose, NOTHING), cost)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.write_line("")
        terminalreporter.write_line(LINE.format("folder", "tests", "clock", "user", "system", "children"))
        terminalreporter.write_line("|---|--:|--:|--:|--:|--:|")
        total = NOTHING
        for name, cost in sorted(self.costs.items(), key=lambda one: -sum(one[1][1:])):
            total = summed(total, cost)
            terminalreporter.write_line(self.line(name, self.tests[name] or "", cost))
        terminalreporter.write_line(self.line("all", self.tests.total(), total))

    @staticmethod
    def line(name: str, tests: object, cost: Cost) -> str:
        return LINE.format(name, tests, *(f"{part:.1f}" for part in cost))


def count_seconds(config: pytest.Config) -> None:
    config.pluginmanager.register(Purse())
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Ledger())
