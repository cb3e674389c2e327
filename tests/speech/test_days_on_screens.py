"""Days carry their weekday wherever they stand; periods, the lines of a digest and what can be typed are apart."""

import re

import pytest

from bot.speech.words import Words
from tests.speech.test_screens import ALL
from tests.walking.looking import NUMBERED

MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
BARE = {
    "en": rf"(?<!Mon )(?<!Tue )(?<!Wed )(?<!Thu )(?<!Fri )(?<!Sat )(?<!Sun )(?<!\d)\d{{1,2}} (?:{MONTHS})\b",
    "zh_Hans": r"\d月\d{1,2}日(?!（?周)|(?<!\d)\d{1,2}/\d{1,2}(?!\d)",
    "zh_Hant": r"\d月\d{1,2}日(?!（星期|\()|(?<!\d)\d{1,2}/\d{1,2}(?!\d)",
}
"""12/5 is a day to nobody in Hong Kong; in Simplified it stands in digests alone."""
PERIODS = ("summaries:",)
TYPED = {
    "hours:ask_day for staff": "20 Nov",
    "managing:ask deadline": "3 Dec 18:00",
    "managing:postpone, unread": "try 5 Dec",
    "people:consent, day": "20 Nov",
}
"""Examples of what can be typed."""
HEADS = re.compile(r"👥 \d+/\d+")


@pytest.mark.parametrize("language", BARE)
def test_every_day_on_a_screen_says_its_weekday(language: str) -> None:
    bare, days = [], 0
    for name, sample in ALL:
        screen = sample(Words(language, "Asia/Shanghai"))
        texts = [str(screen.text), *(key.label for row in screen.keys for key in row)]
        for text in (HEADS.sub("", re.sub("<[^>]*>", "", text)) for text in texts if not NUMBERED.fullmatch(text)):
            days += len(re.findall(rf"\d (?:{MONTHS})\b|月\d{{1,2}}日", text))
            bare += [(name, found) for found in re.findall(BARE[language], text)]
    assert days > 300
    assert {name for name, _ in bare if not name.startswith(PERIODS)} == TYPED.keys()


def test_nobody_in_hong_kong_reads_a_day_as_two_numbers() -> None:
    for name, sample in ALL:
        text = re.sub("<[^>]*>", "", str(sample(Words("zh_Hant", "Asia/Hong_Kong")).text))
        found = re.findall(r"(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])", HEADS.sub("", text).replace("2026/27", ""))
        assert found == [], name
