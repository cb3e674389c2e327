"""How old a list says that somebody is: a band, an age, a year or a day of birth. Who may be under 18 is."""

import re
from datetime import date, timedelta

from bot.ground.text import folded
from bot.people.ages import AgeBand

FIRST_EXCEL_DAY = date(1899, 12, 30)
EXCEL_DAYS = range(5_000, 60_000)
OLDEST = 120
MINGUO = 1911
_WORDS = {
    AgeBand.UNDER_14: "under14 <14 14岁以下 14歲以下 13岁以下 13歲以下 儿童 兒童 child under_14 0-13 u14",
    AgeBand.TEEN: "14-17 14_17 14至17 青少年 teen 14到17 14~17 14–17",
    AgeBand.MINOR: "minor 未成年 未成年人 under18 <18 18岁以下 18歲以下 未滿18歲 未满18岁",
    AgeBand.MIDDLE: "18-59 18_59 18至59 18到59 18~59 18–59 adult18-59 60岁以下 60歲以下",
    AgeBand.SENIOR: (
        "60+ 60_up 60岁以上 60歲以上 60或以上 60及以上 60岁及以上 60歲或以上 "
        "老年 老年人 长者 長者 elderly senior 60orover"
    ),
    AgeBand.ADULT: "adult 成年 成年人 成人 18+ 18岁以上 18歲以上 18岁及以上 18歲或以上 18或以上 18orover over18",
}
BY_WORD = {word: band for band, words in _WORDS.items() for word in words.split()}
_DAY = re.compile(r"(\d{2,4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})[日号號]?|月?)")
_AGE = re.compile(r"(\d{1,3})(?:岁|歲|yearsold|years|yrs|y)?")
_YEAR = re.compile(r"(\d{4})年?(?:生|出生)?")
_MINGUO = re.compile(r"(?:民國|民国|roc)(\d{1,3})(.*)")


def band_of(cell: str, today: date) -> AgeBand | None:
    """None for what cannot be read."""
    text = folded(cell).replace(" ", "").removesuffix(".0")
    if text in BY_WORD:
        return BY_WORD[text]
    age = age_of(text, today)
    return band_of_age(age) if age is not None and 0 <= age <= OLDEST else None


def band_of_age(age: int) -> AgeBand:
    if age < 14:
        return AgeBand.UNDER_14
    if age < 18:
        return AgeBand.TEEN
    return AgeBand.MIDDLE if age < 60 else AgeBand.SENIOR


def age_of(text: str, today: date) -> int | None:
    """In whole years; where only the year of birth is known, as if the birthday were still to come."""
    if minguo := _MINGUO.fullmatch(text):
        text = f"{int(minguo[1]) + MINGUO}{minguo[2]}"
    if day := _DAY.fullmatch(text):
        return years(int(day[1]), int(day[2]), int(day[3] or 28), today)
    if text.isascii() and text.isdigit() and int(text) in EXCEL_DAYS and len(text) == 5:
        born = FIRST_EXCEL_DAY + timedelta(int(text))
        return years(born.year, born.month, born.day, today)
    if year := _YEAR.fullmatch(text):
        return today.year - int(year[1]) - 1 if 1900 <= int(year[1]) <= today.year else None
    age = _AGE.fullmatch(text)
    return int(age[1]) if age else None


def years(year: int, month: int, day: int, today: date) -> int | None:
    """A year of at most three digits is one of the Republic. None for no day at all."""
    try:
        born = date(year + MINGUO if year < 1000 else year, month, day)
    except ValueError:
        return None
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
