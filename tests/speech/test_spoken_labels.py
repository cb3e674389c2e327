"""Every label on a button is understood when it is typed: by its command, as a phrase, or as an answer to a card."""

import ast
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from bot.speech.commands import BY_NAME
from bot.speech.phrases import phrase_of
from bot.speech.plain_words import resolve
from bot.speech.spoken_labels import LABELS, ON_ITS_CARD, home_of, is_on_a_card
from bot.speech.words import LANGUAGES, Words, translated
from tests.making.words import catalogue_of
from tests.speech.test_screens import ALL

HANDLERS = Path(__file__).parents[2] / "handlers"


SAID = {
    "SayReason": "why somebody cannot come is told to a human being",
    "SetSetting": "a value: typed while the setting is asked for",
}
"""Buttons whose words are not for the bot when they are typed alone."""
CRY = "Emergency"
"""A kind of service, and what nobody answers with a list."""


def labels() -> Iterator[str]:
    """What stands on buttons that carry no facts in their words: as the code draws them, and out of its tables."""
    yield from written()
    sentences = {one.id for one in catalogue_of("zh_Hant") if isinstance(one.id, str) and "{" not in one.id}
    for _, sample in ALL:
        for key in (key for row in sample(Words("en", "Asia/Shanghai")).keys for key in row):
            if key.press and key.press.link.__name__ not in SAID and key.label in sentences - {CRY}:
                yield key.label


def written() -> Iterator[str]:
    for path in HANDLERS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Key" and node.args:
                yield from filter(None, map(plain_label, ast.walk(node.args[0])))


def plain_label(node: ast.AST) -> str:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "label"):
        return ""
    alone = len(node.args) == 1 and not node.keywords and isinstance(node.args[0], ast.Constant)
    return str(node.args[0].value) if alone and isinstance(node.args[0], ast.Constant) else ""


def is_understood(text: str) -> bool:
    return bool(resolve(text) or phrase_of(text) or home_of(text) or is_on_a_card(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_understood(language: str) -> None:
    drawn = {translated(language, label) for label in labels()}
    assert len(drawn) > 250
    assert {label for label in drawn if not is_understood(label)} == set()


def test_nothing_is_named_that_stands_on_no_button() -> None:
    """And nothing is named twice."""
    named = [*chain.from_iterable(LABELS.values()), *ON_ITS_CARD]
    assert sorted(named) == sorted(set(named))
    assert set(named) - set(labels()) - set(ELSEWHERE) == set()


ELSEWHERE: tuple[str, ...] = ()


def test_homes_are_commands() -> None:
    assert LABELS.keys() <= BY_NAME.keys()


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("自报时长", "log"), ("群发通知", "broadcast"), ("更多", "menu"), ("新增活動", "post"), ("名单", "manage"),
        ("Participants", "manage"), ("sign me up", "activities"), ("全部到齊", "rollcall"), ("帮我报名", None),
        ("I have a question about Participants", None), ("长者服务", None), ("致電名單", "manage"),
        ("遲到", "rollcall"), ("Early reminder before the start", "stations"), ("Emergency", None), ("I'm ill", None),
    ],
)  # fmt: skip
def test_words_of_a_button_lead_to_where_it_stands(text: str, command: str | None) -> None:
    assert home_of(text) == command
