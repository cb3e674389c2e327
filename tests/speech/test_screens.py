"""Every screen, in every language: short enough, valid, complete, and showing what was typed as it was typed."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import pytest

import tests.samples
from bot.speech.screens import Screen
from bot.speech.words import LANGUAGES, Words

TAGS = {"b", "i", "u", "s", "code", "pre", "a", "tg-spoiler", "blockquote", "tg-time"}
TWICE = ("&lt;", "&gt;", "&amp;amp;", "&#")  # what people typed holds none of these
Sample = Callable[[Words], Screen]


def samples() -> Iterator[tuple[str, Sample]]:
    for module in pkgutil.iter_modules(tests.samples.__path__):
        made = importlib.import_module(f"tests.samples.{module.name}")
        for name, sample in made.SAMPLES.items():
            yield f"{module.name}:{name}", sample


class Balance(HTMLParser):
    """Counts what Telegram's parser would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(f"<{tag}>")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.text += data


ALL = list(samples())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "sample"), ALL, ids=[name for name, _ in ALL])
def test_screen_can_be_sent(name: str, sample: Sample, language: str) -> None:
    """Fault 54: what people typed shows as typed; nothing is escaped twice, or not at all."""
    screen = sample(Words(language, "Asia/Shanghai"))

    read = Balance()
    read.feed(str(screen.text))
    read.close()
    labels = [key.label for row in screen.keys for key in row]
    presses = [key.press for row in screen.keys for key in row if key.press]
    datas = [press.pack() for press in presses]
    assert (read.faults, read.open) == ([], [])
    assert 1 <= len(read.text.strip()) <= 4096
    assert all(labels)
    assert all(len(data.encode()) <= 64 for data in datas)
    assert [press.link.unpack(data) for press, data in zip(presses, datas, strict=True)] == presses
    assert len(labels) <= 100
    assert all(len(row) <= 8 for row in screen.keys)
    assert "{" not in read.text.replace("{x}", "")
    assert screen.params()["text"]
    assert [text for text in (read.text, *labels) if any(mark in text for mark in TWICE)] == []
