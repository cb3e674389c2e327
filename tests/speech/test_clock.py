"""The hours around midnight and noon, as each reader says them."""

from datetime import date

import pytest

from bot.ground.frozen import replace
from bot.speech.words import LANGUAGES, Words
from tests.helpers.town import NOW, ZONE

MIDNIGHT = NOW + 14 * 3600  # Monday 23 November 2026, 0:00 in Shanghai


@pytest.mark.parametrize(
    ("language", "midnight", "noon"),
    [("en", "12:30 am (night)", "12:30 pm"), ("zh_Hans", "0:30", "12:30"), ("zh_Hant", "凌晨12:30", "中午12:30")],
)
def test_midnight_and_noon_cannot_be_mistaken(language: str, midnight: str, noon: str) -> None:
    words = Words(language, ZONE)
    assert (words.time(MIDNIGHT + 1800), words.time(MIDNIGHT + 1800 + 12 * 3600)) == (midnight, noon)


@pytest.mark.parametrize(
    ("language", "span"),
    [("en", "12:05–12:30 am (night)"), ("zh_Hans", "0:05–0:30"), ("zh_Hant", "凌晨12:05–12:30")],
)
def test_what_both_ends_share_is_said_once(language: str, span: str) -> None:
    assert Words(language, ZONE).span(MIDNIGHT + 300, MIDNIGHT + 1800) == span


@pytest.mark.parametrize(
    ("language", "label"), [("en", "Sun 22 Nov"), ("zh_Hans", "11月22日周日"), ("zh_Hant", "11月22日(日)")]
)
def test_day_on_a_button_says_its_weekday(language: str, label: str) -> None:
    words = Words(language, ZONE)
    assert words.label_day(NOW) == label
    assert "2026" in replace(words, now=NOW + 365 * 86400).label_day(NOW)


@pytest.mark.parametrize("language", LANGUAGES)
def test_dated_day_names_its_year_once(language: str) -> None:
    assert Words(language, ZONE).dated(NOW).count("2026") == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Sat 9 Jan 2027"), ("zh_Hans", "2027年1月9日（周六）"), ("zh_Hant", "2027年1月9日（星期六）")],
)
def test_day_of_another_year_says_its_year_where_now_is_known(language: str, said: str) -> None:
    now, then = NOW, NOW + 48 * 86400
    words = Words(language, "Asia/Shanghai", now)
    assert words.day(then) == said
    assert words.dated(then).count("2027") == words.moment(then).count("2027") == 1
    assert "20" not in words.day(now)
    assert "2027" not in Words(language, "Asia/Shanghai").day(then)


@pytest.mark.parametrize("language", LANGUAGES)
def test_day_beyond_eleven_months_says_its_year_within_one_year_too(language: str) -> None:
    january = Words(language, ZONE, NOW + 45 * 86400)
    assert "2027" in january.day(date(2027, 12, 20))
    assert "2027" not in january.day(date(2027, 11, 20))
