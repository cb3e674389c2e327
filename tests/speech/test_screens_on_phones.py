"""Every screen, in every language, as Telegram's reference and a phone of 360 px take it."""

import pytest

from bot.simulator.params import Params, Upload
from bot.simulator.people.labels import LabelBook
from bot.simulator.rules.calls import faults_of
from bot.speech.screens import File, method
from bot.speech.words import LANGUAGES, Words
from tests.speech.test_screens import ALL, Sample

ENDLESS = {"teams_and_links:members"}  # two people with one name of forty characters: no label tells them apart


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "sample"), ALL, ids=[name for name, _ in ALL])
def test_screen_is_a_call_that_a_good_client_makes(name: str, sample: Sample, language: str) -> None:
    screen = sample(Words(language, "Asia/Shanghai"))
    part = "photo" if isinstance(screen, File) and screen.picture else "document"
    files = {part: Upload("x", b"x")} if isinstance(screen, File) else {}

    assert faults_of(method(screen).lower(), Params({"chat_id": 1, **screen.params()}, files)) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "sample"), ALL, ids=[name for name, _ in ALL])
def test_labels_say_on_a_phone_what_they_are(name: str, sample: Sample, language: str) -> None:
    screen = sample(Words(language, "Asia/Shanghai"))
    book = LabelBook()
    book.note([[{"text": key.label} for key in row] for row in screen.keys])

    assert [str(cut) for cut in book.lost if name not in ENDLESS] == []
