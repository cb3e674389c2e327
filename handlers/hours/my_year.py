"""The own year as a picture: a square a day, hours by kind, and how far it is to the next level. To nobody else."""

from datetime import date
from typing import Any

from babel.dates import format_date, get_day_names

from bot.ground import notices
from bot.hours.credit import shown_parts
from bot.hours.rules import SCHEMES
from bot.hours.shown import OwnHours
from bot.hours.years.acts import gather
from bot.hours.years.rules import HALVES, YearOfHours, shade, weeks_of
from bot.own_data import files as own_files
from bot.paper.orders import Order
from bot.speech.screens import Paper
from bot.speech.words import Words, locale
from bot.wire.context import Context
from bot.wire.rendering import Later, Telling
from handlers.hours.recognition import level_name, recognition
from handlers.hours.rounded import beside, total
from handlers.links.hours import MyYear
from handlers.reports.cells import file_name
from handlers.reports.papers import not_made
from handlers.talk.going_on import file_comes
from handlers.talk.journeys import Journey
from handlers.talk.kind_words import kind_name

journey = Journey()
KINDS_DRAWN = 6


@journey.on(MyYear)
async def take_picture(context: Context) -> None:
    await own_files.ask(context, notices.MyYear)
    context.toast(file_comes(context.words))


@journey.notice(notices.MyYear)
async def my_year(to: Telling) -> Later | None:
    return to.later(year_paper, await gather(to.tx, to.person_id, to.now))


def year_paper(words: Words, found: YearOfHours) -> Paper:
    """Made by the server alone: nothing typed is in its name."""
    caption = words.say(
        "<b>My year {year}</b>: {hours}",
        year=str(found.year),
        hours=total(words, found.minutes, found.hours.rounding),
    )
    name = file_name(words.label("my-year"), str(found.year), ending="png")
    return Paper(name, Order("my_year", "png", data_of(words, found)), caption, not_made(words))


def data_of(words: Words, found: YearOfHours) -> dict[str, Any]:
    days = words.say_n("on {n} day", "on {n} days", len(found.days)).unescape()
    return {
        "language": words.language,
        "name": found.name,
        "title": words.label("My year {year}", year=str(found.year)),
        "hours": total(words, found.minutes, found.hours.rounding),
        "counted": days if found.days else words.label("Nothing here yet. Serve once, and your hours appear here."),
        "weekdays": [weekday(words, n) for n in range(7)],
        "halves": [half(words, found, months) for months in HALVES],
        "kinds": kinds(words, found),
        "level": level(words, found.hours),
        "words": {
            "days": words.label("A square is a day: the darker, the longer"),
            "kinds": words.label("By kind of service"),
            "shades": [
                words.label("none"),
                *(words.label("up to {n} h", n=words.number(n)) for n in (1, 2, 4)),
                words.label("more"),
            ],
        },
    }


def weekday(words: Words, n: int) -> str:
    """One letter; every other day is enough to read the rest by."""
    if n % 2:
        return ""
    return str(get_day_names("narrow", "stand-alone", locale(words.language))[n])


def half(words: Words, found: YearOfHours, months: tuple[int, int]) -> dict[str, Any]:
    """Weeks of seven shades; -1: no day of these months, -2: still to come. With the week each month begins in."""
    weeks = weeks_of(found.year, months)
    firsts = [
        (next(at for at, week in enumerate(weeks) if date(found.year, month, 1) in week), month)
        for month in range(months[0], months[1] + 1)
    ]
    return {
        "weeks": [[square(found, day) for day in week] for week in weeks],
        "months": [[at, month_name(words, date(found.year, month, 1))] for at, month in firsts],
    }


def square(found: YearOfHours, day: date | None) -> int:
    if day is None:
        return -1
    return -2 if day > found.today else shade(found.days.get(day, 0))


def month_name(words: Words, first: date) -> str:
    return str(format_date(first, "LLL" if words.language == "en" else "M月", locale=locale(words.language)))


def kinds(words: Words, found: YearOfHours) -> list[dict[str, Any]]:
    """Most first, the others in one."""
    minutes = shown_parts([minutes for _, minutes in found.kinds], found.hours.rounding)
    bars = [
        {"name": kind_name(words, kind), "minutes": max(exact, 0), "said": beside(words, part, exact)}
        for (kind, exact), part in list(zip(found.kinds, minutes, strict=True))[:KINDS_DRAWN]
    ]
    rest, exactly = sum(minutes[KINDS_DRAWN:]), sum(exact for _, exact in found.kinds[KINDS_DRAWN:])
    if rest or exactly:
        said = beside(words, rest, exactly)
        bars.append({"name": words.label("the rest"), "minutes": max(exactly, 0), "said": said})
    return bars


def level(words: Words, hours: OwnHours) -> dict[str, Any] | None:
    """The steps of the station's scheme, which are reached, and how far the next one is; None where it has none."""
    scheme = SCHEMES[hours.scheme]
    if not scheme.hours:
        return None
    standing = hours.standing
    minutes = hours.year if scheme.span == "year" else hours.all
    return {
        "title": words.label("The way to the next level"),
        "steps": [
            {
                "name": level_name(words, hours.scheme, n),
                "hours": words.label("{n} h", n=words.number(threshold)),
                "reached": n <= standing.level,
            }
            for n, threshold in enumerate(scheme.hours, 1)
        ],
        "said": [plain(line) for line in recognition(words, hours.scheme, standing)],
        "counted": span_line(words, scheme.span, minutes, hours.rounding),
        "share": share(minutes, standing.next_hours),
    }


def plain(line: Any) -> str:
    """As on paper, which has no emoji."""
    return str(line.striptags()).removeprefix("🏅").strip()


def span_line(words: Words, span: str, minutes: int, rounding: str) -> str:
    hours = total(words, minutes, rounding)
    if span == "year":
        return words.label("This calendar year: {hours}", hours=hours)
    return words.label("In all: {hours}", hours=hours)


def share(minutes: int, next_hours: int | None) -> int:
    """Per cent of the way to the next level, of all that it takes; 100 at the top."""
    return 100 if next_hours is None else max(0, minutes) * 100 // (next_hours * 60)
