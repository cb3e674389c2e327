"""Simplified and Traditional Chinese are complete, always; English is the source."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.making.words import KEYWORDS, SPOKEN, catalogue_of, extracted

NEVER_IN_HONG_KONG = (
    "信息", "联系", "鏈接", "點擊", "默認", "保存", "登錄", "短信",
    "掃碼", "質量", "老人", "周六", "匯總", "隱私", "視頻",
)  # fmt: skip
MARK = re.compile(r"\{(\w+)\}")


def marks(text: str) -> set[str]:
    return set(MARK.findall(text))


def spoken() -> Iterator[str]:
    """The first text of every call that says something, also of one inside another."""
    for path in sorted(path for room in SPOKEN for path in room.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            called = node.func if isinstance(node, ast.Call) else None
            name = getattr(called, "attr", None) or getattr(called, "id", None)
            if isinstance(node, ast.Call) and name in KEYWORDS and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def test_every_sentence_is_found_for_the_catalogues() -> None:
    """A call within the arguments of another can escape the extraction."""
    found = {message if isinstance(message, str) else message[0] for message, _ in extracted()}
    assert [text for text in spoken() if text not in found] == []


@pytest.mark.parametrize("language", ["zh_Hans", "zh_Hant"])
def test_catalogue_has_every_sentence(language: str) -> None:
    catalogue = catalogue_of(language)

    missing = []
    for message, context in extracted():
        source = message if isinstance(message, str) else message[0]
        entry = catalogue.get(source, context)
        texts = [] if entry is None else [entry.string] if isinstance(entry.string, str) else list(entry.string)
        if not texts or not all(texts):
            missing.append(source)

    assert missing == []


@pytest.mark.parametrize("language", ["zh_Hans", "zh_Hant"])
def test_translation_has_the_placeholders_of_its_source(language: str) -> None:
    wrong = []
    for entry in catalogue_of(language):
        sources = (entry.id,) if isinstance(entry.id, str) else entry.id
        wanted = set().union(*(marks(source) for source in sources))
        for text in (entry.string,) if isinstance(entry.string, str) else entry.string:
            least = wanted - {"n"} if len(sources) > 1 else wanted
            if entry.id and not least <= marks(text) <= wanted:
                wrong.append((entry.id, text))

    assert wrong == []


def test_traditional_reads_as_in_hong_kong() -> None:
    found = [
        (word, entry.string)
        for entry in catalogue_of("zh_Hant")
        for word in NEVER_IN_HONG_KONG
        if word in str(entry.string)
    ]

    assert found == []


@pytest.mark.parametrize("language", ["zh_Hans", "zh_Hant"])
def test_chinese_says_you_the_same_way(language: str) -> None:
    assert [entry.string for entry in catalogue_of(language) if "您" in str(entry.string)] == []
