"""What the default run leaves out is told by another test of the same name: docs/suite.md."""

import pytest

pytest_plugins = "pytester"

CONFTEST = """
from tests.helpers.once import leave_one_of_each

def pytest_addoption(parser):
    parser.addoption("--every", action="store_true")

def pytest_configure(config):
    config.addinivalue_line("markers", "once")

def pytest_collection_modifyitems(config, items):
    leave_one_of_each(config, items)
"""
STORIES = """
import pytest

pytestmark = pytest.mark.once("language", "database_url")

@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request): ...

@pytest.fixture(params=["zh_Hans", "zh_Hant", "en"])
def language(request): ...

@pytest.fixture
def story(database_url, language): ...

def test_told(story): ...

@pytest.mark.parametrize("answer", ["yes", "2026-11-21"])
def test_with_answers(story, answer): ...

def test_that_looks_into_tables(story, database_url): ...
"""


@pytest.fixture
def stories(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    monkeypatch.setenv("LIANDONG_TEST_REQUIRE", "postgres")
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(test_stories=STORIES)
    return pytester


def collected(stories: pytest.Pytester, *options: str) -> list[str]:
    said = stories.runpytest_inprocess("--collect-only", "-q", "-p", "no:asyncio", *options)
    return [line.partition("::")[2] for line in said.outlines if "::" in line]


def test_each_story_is_told_once_with_each_answer_and_on_both_databases_where_it_looks(
    stories: pytest.Pytester,
) -> None:
    told = collected(stories)

    assert [test.split("[")[0] for test in told] == [
        "test_told", *["test_with_answers"] * 2, *["test_that_looks_into_tables"] * 2
    ]  # fmt: skip
    assert {test[:-1].split("-", 2)[2] for test in told if "answers" in test} == {"yes", "2026-11-21"}
    assert sorted(kind for test in told if "looks" in test for kind in ("postgres", "sqlite") if kind in test) == [
        "postgres",
        "sqlite",
    ]


@pytest.mark.parametrize(("options", "many"), [(["--every"], 24), (["test_stories.py::test_told"], 6)])
def test_every_telling_is_told_where_it_is_meant(stories: pytest.Pytester, options: list[str], many: int) -> None:
    assert len(collected(stories, *options)) == many
