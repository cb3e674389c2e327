"""Which tests run which lines and which statements, and how long each takes: one run of all tests on SQLite."""

import json
import time
from collections import defaultdict
from collections.abc import Generator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import coverage
import pytest

from bot.store.asking import Asked
from bot.store.transaction import Tx
from tests.mutants.in_python import ROOT
from tests.mutants.mutant import Mutant

Lines = dict[str, dict[str, list[str]]]


@dataclass(slots=True)
class Recorded:
    seconds: dict[str, float]  # of the processor, and of the tests that passed
    statements: dict[str, list[str]]
    lines: Lines  # by file and line, as text

    def tests_of(self, mutant: Mutant) -> list[str]:
        """Who comes by there, the fastest first."""
        if mutant.kind == "sql":
            found = {test for test in self.seconds if test.endswith(f"[{mutant.where}]")}
            found |= set(self.statements.get(mutant.where, ()))
        else:
            by_line = self.lines.get(mutant.where, {})
            first, last = mutant.lines
            found = {test for line in range(first, last + 1) for test in by_line.get(str(line), ())}
        return sorted(found & self.seconds.keys(), key=lambda test: (self.seconds[test], test))


def read(path: Path) -> Recorded:
    return Recorded(**json.loads(path.read_text(encoding="utf-8")))


def on_sqlite(items: list[pytest.Item]) -> list[pytest.Item]:
    """One database and one language: what a mutant is, it is in all of them."""
    return [item for item in items if not {"postgres", "zh_Hans", "zh_Hant"} & parameters(item)]


def parameters(item: pytest.Item) -> set[str]:
    values: Mapping[str, Any] = item.callspec.params if hasattr(item, "callspec") else {}
    return {value for name, value in values.items() if name in {"database_url", "language"}}


class Recording:
    """A plugin. ``path`` is written when the run ends."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.now = ""
        self.passed: dict[str, bool] = {}
        self.seconds: dict[str, float] = {}
        self.statements: dict[str, set[str]] = defaultdict(set)
        self.coverage = coverage.Coverage(data_file=None, source=[str(ROOT / "bot")], config_file=False)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = on_sqlite(items)

    def pytest_sessionstart(self) -> None:
        hear_statements(self)
        self.coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        self.now = item.nodeid
        self.passed[item.nodeid] = True
        self.coverage.switch_context(item.nodeid)
        begun = time.process_time()
        answer = yield
        self.seconds[item.nodeid] = round(time.process_time() - begun, 4)
        return answer

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed or report.skipped:
            self.passed[report.nodeid] = False

    def merged(self, new: Recorded) -> Recorded:
        """With what was recorded before of other tests."""
        if not self.path.exists():
            return new
        old = read(self.path)
        for name, tests in new.statements.items():
            old.statements[name] = sorted({*tests, *old.statements.get(name, ())})
        for file, by_line in new.lines.items():
            for line, tests in by_line.items():
                known = old.lines.setdefault(file, {})
                known[line] = sorted({*tests, *known.get(line, ())})
        return Recorded(old.seconds | new.seconds, old.statements, old.lines)

    def pytest_sessionfinish(self) -> None:
        self.coverage.stop()
        recorded = Recorded(
            {test: seconds for test, seconds in self.seconds.items() if self.passed[test]},
            {name: sorted(tests) for name, tests in self.statements.items()},
            self.lines(),
        )
        self.path.write_text(json.dumps(asdict(self.merged(recorded))), encoding="utf-8")

    def lines(self) -> Lines:
        data = self.coverage.get_data()
        return {
            str(Path(file).relative_to(ROOT)): {
                str(line): [test for test in tests if test] for line, tests in data.contexts_by_lineno(file).items()
            }
            for file in data.measured_files()
        }


def hear_statements(recording: Recording) -> None:
    """From now on, for good, whoever asks is written down."""
    call, many = Asked.__call__, Asked.many

    async def heard(asked: Asked[..., Any], tx: Tx, /, *values: Any, **named: Any) -> Any:
        recording.statements[asked.statement.name].add(recording.now)
        return await call(asked, tx, *values, **named)

    async def heard_many(asked: Asked[..., Any], tx: Tx, values: Sequence[Mapping[str, Any]]) -> None:
        recording.statements[asked.statement.name].add(recording.now)
        await many(asked, tx, values)

    setattr(Asked, "__call__", heard)  # noqa: B010  # mypy lets no method be assigned
    setattr(Asked, "many", heard_many)  # noqa: B010  # mypy lets no method be assigned
