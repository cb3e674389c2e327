"""Simplified and Traditional Chinese are complete, always; English is the source."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.making.words import KEYWORDS, SPOKEN, catalogue_of, extracted

NEVER_IN_HONG_KONG = (
    "信息", "联系", "鏈接", "點擊", "默認", "保存", "登錄", "短信",
    "掃碼", "質量", "老人", "周六", "匯總", "隱私", "視頻", "裡", "賬", "菜單", "打印", "用戶", "激活", "螢幕", "沖銷",
)  # fmt: skip
ONE_WORD = ("暂缓", "帮他", "星期", "冲销", "每周概况", "筹备")
"""What Simplified says in one other word, everywhere: 待定, 帮对方, 周, 撤销, 每周小结, 准备工作."""
MARK = re.compile(r"\{(\w+)\}")
NOUNS = (
    r"people|places?|volunteers\b(?! with us)|hours?|minutes?|days?|weeks?|months?|years?|times|names?|sessions?|teams?"
    r"|messages?|entries|records?|captains?|activities|participants?|attendances?|characters|sign-ups?|uses?|stations?|lines?|tries"
)
COUNTED = re.compile(rf"\{{(\w+)\}} (?:more |other |open )?(?:{NOUNS})\b")
NEVER_ONE = {
    "More than {n} people will be told": "more are not counted while a post is looked at",
    "To more than {n} people of {name}": "as there",
    "From {age} years of age": "the law begins at 14",
    "{place}: {found} places are taken, but there should be {expected}": "for who reads the console",
    "{place}: the sum is {found} minutes, the records say {expected}": "for who reads the console",
    "{place}: the sum is {found} attendances, the records say {expected}": "for who reads the console",
    "{place} was closed with {expected} minutes, the sums now say {found}": "for who reads the console",
    "A team has at most {limit} captains. Please take one off first.": "three, by the rules",
    "Older than {limit} days: your {needs} can enter it.": "weeks, in every preset",
    "That is {length} characters; at most {limit} fit.": "what is too long is longer",
    "Full-time equivalents: {number} ({hours} ÷ 260 days of 8 h a year, for {days} days)": "of a month at least",
}


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


def test_number_beside_a_noun_is_the_one_that_the_plural_goes_by() -> None:
    """*1 places*: a sentence bends by ``n`` alone, so another number never stands before a noun."""
    bent = []
    for message, _ in extracted():
        sources = (message,) if isinstance(message, str) else message
        facts = {fact for source in sources for fact in COUNTED.findall(source)}
        if facts - ({"n"} if len(sources) > 1 else set()) and sources[-1] not in NEVER_ONE:
            bent.append(sources[-1])
    assert bent == []
    assert NEVER_ONE.keys() <= {message for message, _ in extracted()}


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


def test_simplified_has_one_word_for_one_thing() -> None:
    found = [(word, one.string) for one in catalogue_of("zh_Hans") for word in ONE_WORD if word in str(one.string)]
    assert found == []


@pytest.mark.parametrize("language", ["zh_Hans", "zh_Hant"])
def test_chinese_says_you_the_same_way(language: str) -> None:
    assert [entry.string for entry in catalogue_of(language) if "您" in str(entry.string)] == []
