"""The words of one reader: catalogue, locale and zone. A sentence is said in English here and read in three languages.

``say("Meet {who} at {time}", who=…)`` escapes every fact that is not ``Markup`` already. English is its own catalogue.
"""

from datetime import date, datetime
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from markupsafe import Markup

from bot.ground.frozen import Frozen, replace
from bot.ground.refusals import UnknownChoice
from bot.ground.times import zone_named
from bot.ground.viewer import LANGUAGES as LANGUAGES  # noqa: PLC0414 - given on to those who show words

LOCALES = Path(__file__).parents[2] / "locales"
BABEL = {"zh_Hans": "zh_Hans_CN", "zh_Hant": "zh_Hant_HK", "en": "en"}


def later(text: str) -> str:
    """Marks a sentence of a table for the catalogue; whoever shows it says it."""
    return text


@cache
def catalogue(language: str) -> NullTranslations:
    """Read and compiled in memory, once. Raises UnknownChoice: a language is a name, and never a path."""
    path = LOCALES / known(language) / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        read = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, read)
    compiled.seek(0)
    return GNUTranslations(compiled)


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


class Words(Frozen):
    """``Words("zh_Hant", "Asia/Hong_Kong")``."""

    language: str
    zone: str

    def at(self, other_zone: str) -> "Words":
        """The same reader looking at a place in another zone."""
        return replace(self, zone=other_zone)

    def say(self, text: str, /, **facts: object) -> Markup:
        return Markup(catalogue(self.language).gettext(text)).format(**facts)  # noqa: S704  # our own catalogue

    def say_n(self, one: str, many: str, n: int, /, **facts: object) -> Markup:
        """With ``{n}`` written in the reader's way."""
        text = catalogue(self.language).ngettext(one, many, n)
        return Markup(text).format(n=self.number(n), **facts)  # noqa: S704  # our own catalogue

    def label(self, text: str, /, **facts: object) -> str:
        """Plain text, for a button: Telegram parses nothing there."""
        return str(catalogue(self.language).gettext(text)).format(**facts)

    def number(self, n: int) -> str:
        return str(format_decimal(n, locale=locale(self.language)))

    def list(self, parts: list[str] | list[Markup]) -> Markup:
        """Joined as the language joins: a, b and c."""
        if not parts:
            return Markup()
        marks = [f"{{{i}}}" for i in range(len(parts))]
        return Markup(format_list(marks, locale=locale(self.language))).format(*parts)  # noqa: S704  # marks of our own; the parts are escaped

    def local(self, at: int) -> datetime:
        return datetime.fromtimestamp(at, zone(self.zone))

    def day(self, at: int | date) -> str:
        """With its weekday: Sat 5 Dec · 12月5日（周六） · 12月5日（星期六）."""
        on = at if isinstance(at, date) else self.local(at).date()
        if self.language == "en":
            return format_date(on, "EEE d MMM", locale=locale("en"))
        return format_date(
            on, "M月d日（EEEE）" if self.language == "zh_Hant" else "M月d日（EEE）", locale=locale(self.language)
        )

    def weekday(self, at: int) -> str:
        """Sat · 周六 · 星期六."""
        on = self.local(at).date()
        return format_date(on, "EEEE" if self.language == "zh_Hant" else "EEE", locale=locale(self.language))

    def short_day(self, at: int | date) -> str:
        """5 Dec · 12月5日, where the weekday stands elsewhere."""
        on = at if isinstance(at, date) else self.local(at).date()
        return format_date(on, "d MMM" if self.language == "en" else "M月d日", locale=locale(self.language))

    def brief_day(self, at: int | date) -> str:
        """5 Dec · 12/5, in lists that are all of days."""
        if self.language == "en":
            return self.short_day(at)
        on = at if isinstance(at, date) else self.local(at).date()
        return f"{on.month}/{on.day}"

    def time(self, at: int) -> str:
        """8:45 in Simplified, 上午8:45 in Traditional, 8:45 am in English."""
        local = self.local(at)
        if self.language == "en":
            return f"{(local.hour - 1) % 12 + 1}:{local.minute:02d} {'am' if local.hour < 12 else 'pm'}"
        if self.language == "zh_Hans":
            return f"{local.hour}:{local.minute:02d}"
        return f"{'上午' if local.hour < 12 else '下午'}{(local.hour - 1) % 12 + 1}:{local.minute:02d}"

    def moment(self, at: int) -> str:
        """Sat 5 Dec, 9:00 am."""
        comma = ", " if self.language == "en" else ""
        space = " " if self.language == "zh_Hans" else ""
        return f"{self.day(at)}{comma}{space}{self.time(at)}".replace("） ", "）")

    def dated(self, at: int) -> str:
        """With the year, where the year may be what is wrong: Wed 1 Jan 2025, 9:00 am."""
        year = str(self.local(at).year)
        if self.language == "en":
            return f"{self.day(at)} {year}, {self.time(at)}"
        return f"{year}年{self.moment(at)}"

    def span(self, start: int, end: int) -> str:
        """9:00–11:30 am: what both ends share is said once; another day is named."""
        first, last = self.time(start), self.time(end)
        same_day = self.local(start).date() == self.local(end).date()
        if not same_day:
            return f"{first} – {self.day(end)} {last}"
        if self.language == "en" and first[-3:] == last[-3:]:
            first = first[:-3]
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
