"""The words of one reader: catalogue, locale and zone. A sentence is said in English here and read in three languages.

``say("Meet {who} at {time}", who=…)`` escapes every fact that is not ``Markup`` already. English is its own catalogue.
"""

from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from gettext import NullTranslations
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from markupsafe import Markup

from bot.ground.frozen import Frozen, replace
from bot.ground.refusals import UnknownChoice
from bot.ground.times import zone_named
from bot.ground.viewer import LANGUAGES as LANGUAGES  # noqa: PLC0414 - given on to those who show words
from bot.speech.catalogues import LOCALES, read_catalogue
from bot.speech.sentences import filled, plainly

BABEL = {"zh_Hans": "zh_Hans_CN", "zh_Hant": "zh_Hant_HK", "en": "en"}


def later(text: str) -> str:
    """Marks a sentence of a table for the catalogue; whoever shows it says it."""
    return text


@cache
def catalogue(language: str) -> NullTranslations:
    """Raises UnknownChoice: a language is a name, and never a path."""
    return read_catalogue(LOCALES / known(language) / "LC_MESSAGES" / "messages.po")


@cache
def locale(language: str) -> Locale:
    """Raises UnknownChoice."""
    return Locale.parse(BABEL[known(language)])


def known(language: str) -> str:
    if language not in LANGUAGES:
        raise UnknownChoice(field="language", value="", choices=LANGUAGES)
    return language


@cache
def zone(name: str) -> ZoneInfo:
    """Raises UnknownChoice."""
    return zone_named(name)


@lru_cache(maxsize=8192)
def translated(language: str, text: str) -> str:
    return catalogue(language).gettext(text)


@lru_cache(maxsize=8192)
def day_as(pattern: str, on: date, language: str) -> str:
    """A day of somebody's is a day of many's."""
    return str(format_date(on, pattern, locale=locale(language)))


@lru_cache(maxsize=1024)
def local_time(at: int, zone_name: str) -> datetime:
    """A message names the same few moments again and again."""
    return datetime.fromtimestamp(at, zone(zone_name))


@lru_cache(maxsize=8192)
def counted(n: int, language: str) -> str:
    return str(format_decimal(n, locale=locale(language)))


@cache
def joined(parts: int, language: str) -> str:
    """``{0}, {1} and {2}``."""
    return str(format_list([f"{{{i}}}" for i in range(parts)], locale=locale(language)))


ELEVEN_MONTHS = timedelta(days=334)


class Words(Frozen):
    """``Words("zh_Hant", "Asia/Hong_Kong")``. ``now``: where it is known, a day of another year says its year."""

    language: str
    zone: str
    now: int | None = None

    def at(self, other_zone: str) -> "Words":
        """The same reader looking at a place in another zone."""
        return replace(self, zone=other_zone)

    def say(self, text: str, /, **facts: object) -> Markup:
        return filled(translated(self.language, text), facts)

    def say_n(self, one: str, many: str, n: int, /, **facts: object) -> Markup:
        """With ``{n}`` written in the reader's way."""
        text = catalogue(self.language).ngettext(one, many, n)
        return filled(text, {"n": self.number(n), **facts})

    def label(self, text: str, /, **facts: object) -> str:
        """Plain text, for a button: Telegram parses nothing there."""
        return plainly(translated(self.language, text), facts)

    def number(self, n: int) -> str:
        return counted(n, self.language)

    def list(self, parts: list[str] | list[Markup]) -> Markup:
        """Joined as the language joins: a, b and c."""
        if not parts:
            return Markup()
        return filled(joined(len(parts), self.language), {str(at): part for at, part in enumerate(parts)})

    def local(self, at: int) -> datetime:
        return local_time(at, self.zone)

    def day(self, at: int | date) -> str:
        """With its weekday: Sat 5 Dec · 12月5日（周六） · 12月5日（星期六）."""
        on = at if isinstance(at, date) else self.local(at).date()
        return self.full_day(on) if self.is_far(on) else self.day_alone(on)

    def is_far(self, on: date) -> bool:
        """In another year, or so far that another year is thought of."""
        if self.now is None:
            return False
        today = self.local(self.now).date()
        return on.year != today.year or abs(on - today) > ELEVEN_MONTHS

    def day_alone(self, on: date) -> str:
        if self.language == "en":
            return day_as("EEE d MMM", on, "en")
        return day_as("M月d日（EEEE）" if self.language == "zh_Hant" else "M月d日（EEE）", on, self.language)

    def full_day(self, on: date) -> str:
        """With the year: Sat 5 Dec 2026 · 2026年12月5日（周六）."""
        return f"{self.day_alone(on)} {on.year}" if self.language == "en" else f"{on.year}年{self.day_alone(on)}"

    def label_day(self, at: int | date) -> str:
        """On a button and in a short line: Sat 5 Dec · 12月5日周六 · 12月5日(六)."""
        if self.language == "en":
            return self.day(at)
        on = at if isinstance(at, date) else self.local(at).date()
        year = f"{on.year}年" if self.now is not None and on.year != self.local(self.now).year else ""
        return year + day_as("M月d日(EEEEE)" if self.language == "zh_Hant" else "M月d日EEE", on, self.language)

    def label_moment(self, at: int) -> str:
        """On the button of a session, of which an activity may have two on a day: Sat 5 Dec 9:00 am."""
        return f"{self.label_day(at)} {self.time(at)}"

    def weekday(self, at: int) -> str:
        """Sat · 周六 · 星期六."""
        on = self.local(at).date()
        return day_as("EEEE" if self.language == "zh_Hant" else "EEE", on, self.language)

    def short_day(self, at: int | date) -> str:
        """5 Dec · 12月5日, where the weekday stands elsewhere."""
        on = at if isinstance(at, date) else self.local(at).date()
        return day_as("d MMM" if self.language == "en" else "M月d日", on, self.language)

    def brief_day(self, at: int | date) -> str:
        """5 Dec · 12/5 · 12月5日, in lists that are all of days; who reads Traditional may take 12/5 for 12 May."""
        if self.language != "zh_Hans":
            return self.short_day(at)
        on = at if isinstance(at, date) else self.local(at).date()
        return f"{on.month}/{on.day}"

    def time(self, at: int) -> str:
        """8:45 in Simplified, 上午8:45 in Traditional, 8:45 am in English; midnight is said to be night."""
        local = self.local(at)
        if self.language == "zh_Hans":
            return f"{local.hour}:{local.minute:02d}"
        clock = f"{(local.hour - 1) % 12 + 1}:{local.minute:02d}"
        if self.language == "en":
            return f"{clock} {'am' if local.hour < 12 else 'pm'}{'' if local.hour else ' (night)'}"
        early = "凌晨" if local.hour < 5 else "上午" if local.hour < 12 else "下午"
        part = "中午" if local.hour == 12 else early
        return f"{part}{clock}"

    def moment(self, at: int) -> str:
        """Sat 5 Dec, 9:00 am."""
        comma = ", " if self.language == "en" else ""
        space = " " if self.language == "zh_Hans" else ""
        return f"{self.day(at)}{comma}{space}{self.time(at)}".replace("） ", "）")

    def dated(self, at: int) -> str:
        """With the year, where the year may be what is wrong: Wed 1 Jan 2025, 9:00 am."""
        if self.language == "en":
            return f"{self.full_day(self.local(at).date())}, {self.time(at)}"
        return f"{self.local(at).year}年{replace(self, now=None).moment(at)}"

    def span(self, start: int, end: int) -> str:
        """9:00–11:30 am: what both ends share is said once; another day is named."""
        first, last = self.time(start), self.time(end)
        same_day = self.local(start).date() == self.local(end).date()
        if not same_day:
            return f"{first} – {self.day(end)} {last}"
        if self.language == "en" and first.partition(" ")[2] == last.partition(" ")[2]:
            first = first.partition(" ")[0]
        if self.language == "zh_Hant" and first[:2] == last[:2]:
            last = last[2:]
        return f"{first}–{last}"

    def when(self, start: int, end: int) -> str:
        """Sat 5 Dec, 9:00–11:30 am."""
        comma = ", " if self.language == "en" else " " if self.language == "zh_Hans" else ""
        return f"{self.day(start)}{comma}{self.span(start, end)}".replace("） ", "）")

    def hours(self, minutes: int) -> str:
        """2 h 30 min · 2 小时 30 分 · 2 小時 30 分. Exact; rounding is a rule of the station, done before."""
        sign, (h, m) = ("−" if minutes < 0 else ""), divmod(abs(minutes), 60)
        hour, minute = {"en": ("h", "min"), "zh_Hans": ("小时", "分"), "zh_Hant": ("小時", "分")}[self.language]
        if not h:
            return f"{sign}{m} {minute if m or self.language == 'en' else '分'}"
        return f"{sign}{self.number(h)} {hour}" + (f" {m} {minute}" if m else "")
