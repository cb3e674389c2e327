"""The hours report. Lines below the total are rounded so that they still add up to it."""

from babel.dates import format_date
from markupsafe import Markup

from bot.ground.months import Period, period_before
from bot.hours.credit import shown, shown_parts
from bot.reports.figures import Figures
from bot.reports.rules import Scope, Summary
from bot.speech.buttons import Button
from bot.speech.words import Words, locale
from handlers.hours.rounded import beside, total
from handlers.links.reports import FileOf, ShowSummary, SummaryFile, View
from handlers.reports.lines import open_parts
from handlers.reports.periods import like_days, period_name
from handlers.talk.kind_words import kind_name

KINDS_SHOWN = 6


def pressed(scope: Scope, period: Period, view: View = "") -> Button:
    return ShowSummary(scope.key, period.kind, period.first_day, period.last_day, view)


def file_press(scope: Scope, period: Period, file: FileOf) -> Button:
    return SummaryFile(scope.key, period.kind, period.first_day, period.last_day, file)


def figure_lines(words: Words, found: Summary) -> list[Markup]:
    """Volunteers, attendances, hours and how they compare; people helped and who did not come; kinds."""
    whole = found.whole
    if not whole.attendances and not whole.minutes and not whole.helped:
        return [words.say("No confirmed hours in this time.")]
    first = words.say(
        "{volunteers}, {attendances}, <b>{hours}</b>{compared}",
        volunteers=words.say_n("{n} volunteer", "{n} volunteers", whole.volunteers),
        attendances=words.say_n("{n} attendance", "{n} attendances", whole.attendances),
        hours=total(words, whole.minutes, found.rounding),
        compared=compared(words, found),
    )
    return [first, *[line for line in (served_line(words, whole), kinds_line(words, found)) if line]]


def compared(words: Words, found: Summary) -> Markup:
    """(+42 h on Oct); while the period is running, (+2 h on 1–12 Oct)."""
    if found.like is None:
        before, minutes = short_name(words, period_before(found.period)), found.before.minutes
    else:
        before, minutes = like_days(words, found.like.period, found.period), found.like.minutes
    change = shown(found.whole.minutes, found.rounding) - shown(minutes, found.rounding)
    exact = found.whole.minutes - minutes
    if change == exact == 0:
        return words.say(" (as in {before})", before=before)
    signed = beside(words, change, exact)
    signed = f"+{signed}" if max(change, exact) > 0 else signed
    return words.say(" ({change} on {before})", change=signed, before=before)


def served_line(words: Words, figures: Figures) -> Markup | None:
    parts = []
    if figures.helped:
        parts.append(words.say_n("{n} person helped", "{n} people helped", figures.helped))
    if figures.missed_percent is not None:
        parts.append(words.say("{percent} % didn't come", percent=figures.missed_percent))
    return words.say(", ").join(parts) if parts else None


def kinds_line(words: Words, found: Summary) -> Markup | None:
    if len(found.whole.kinds) < 2:
        return None
    minutes = shown_parts([minutes for _, minutes in found.whole.kinds], found.rounding)
    parts = [
        Markup("{} {}").format(kind_name(words, kind), beside(words, part, exact))
        for (kind, exact), part in zip(found.whole.kinds, minutes, strict=True)
    ]
    rest, exactly = sum(minutes[KINDS_SHOWN:]), sum(exact for _, exact in found.whole.kinds[KINDS_SHOWN:])
    if rest or exactly:
        parts = [*parts[:KINDS_SHOWN], words.say("the rest {hours}", hours=beside(words, rest, exactly))]
    return Markup(" · ").join(parts)


def waiting_lines(words: Words, found: Summary) -> list[Markup]:
    """What is not in the figures."""
    lines = []
    parts = open_parts(words, found.waiting.roll_calls, found.waiting.records, found.waiting.minutes)
    if parts:
        lines.append(words.say("Not counted: {parts}", parts=words.say(", ").join(parts)))
    return lines


def adjusted_parts(words: Words, figures: Figures) -> list[Markup]:
    """+30 min, people helped: −378, didn't come: −1."""
    parts = []
    if figures.adjusted:
        parts.append(Markup("{}{}").format("+" if figures.adjusted > 0 else "", words.hours(figures.adjusted)))
    if figures.adjusted_helped:
        parts.append(words.say("people helped: {change}", change=signed(words, figures.adjusted_helped)))
    if figures.adjusted_no_shows:
        parts.append(words.say("didn't come: {change}", change=signed(words, figures.adjusted_no_shows)))
    return parts


def signed(words: Words, number: int) -> str:
    return ("+" if number > 0 else "") + words.number(number)


def short_name(words: Words, period: Period) -> str:
    """What the figures are compared with, in a bracket: Oct · 10月."""
    if period.kind == "month":
        pattern = "LLL" if words.language == "en" else "M月"
        return str(format_date(period.first_day, pattern, locale=locale(words.language)))
    return period_name(words, period)
