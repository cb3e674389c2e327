"""``@pytest.mark.once("language", "database_url")``: one value of each is enough, all of them with ``--every``.

Which one follows from the test's name alone: the same on every machine and in every worker, each value about as often;
the test's id says which. A test that looks into files and tables itself (it asks for ``database_url``) does so on both
databases.
"""

import inspect
from collections import defaultdict
from zlib import crc32

import pytest

from tests.helpers.postgres import wanted

Key = tuple[str, str]


def leave_one_of_each(config: pytest.Config, items: list[pytest.Item]) -> None:
    if wholly(config):
        return
    alike: dict[Key, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if isinstance(item, pytest.Function) and hasattr(item, "callspec"):
            alike[key_of(item)].append(item)
    others = {item for key, same in alike.items() for item in same if item is not chosen(key, same)}
    config.hook.pytest_deselected(items=[item for item in items if item in others])
    items[:] = [item for item in items if item not in others]


def wholly(config: pytest.Config) -> bool:
    """Whoever names a test with ``::`` means all of it."""
    return bool(config.getoption("--every")) or any("::" in argument for argument in config.args)


def key_of(test: pytest.Function) -> Key:
    """Tests with the same key stand for each other."""
    free = {name for mark in test.iter_markers("once") for name in mark.args}
    if "database_url" in inspect.signature(test.obj).parameters:
        free -= {"database_url"}
    fixed = f"-{test.callspec.id}-"
    for name in sorted(free & test.callspec.params.keys()):
        fixed = fixed.replace(f"-{test.callspec.params[name]}-", "-", 1)  # texts and numbers are their own ids
    return test.nodeid.split("[")[0], fixed


def chosen(key: Key, same: list[pytest.Item]) -> pytest.Item:
    """Where there is no server it is a test on SQLite, rather than none."""
    here = same if wanted() else [test for test in same if "postgres" not in test.name]
    return (here or same)[crc32(repr(key).encode()) % len(here or same)]
