"""The month: its report, and what still keeps it from closing."""

from babel.dates import format_date
from markupsafe import Markup

from bot.ground import notices
from bot.ground.months import Period, month_period
from bot.reports.file_rules import FileFacts
from bot.reports.reporting import open_work, report_for
from bot.reports.shown import MonthReport, OpenWork
from bot.speech.screens import Key, Screen, Worded
from bot.speech.words import Words, locale
from bot.wire.rendering import Later, Telling
from handlers.links.reports import SendReminders
from handlers.reports.figures import figure_lines, file_press, pressed, waiting_lines
from handlers.reports.lines import needed, open_keys
from handlers.reports.papers import picture, unasked
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.MonthReport)
@journey.notice(notices.MonthClosed)
async def show_month_report(to: Telling, station: int, month: str) -> Later | None:
    found = await report_for(to.tx, to.now, to.person_id, station_id=station, month=month)
    return to.later(with_picture, found)


@journey.notice(notices.MonthReminder)
async def month_reminder(to: Telling, station: int, month: str) -> Screen | None:
    found = await open_work(to.tx, to.now, station_id=station, month=month, lead_id=to.person_id)
    return to.say(open_work_screen, found)


def with_picture(words: Words, report: MonthReport) -> tuple[Worded, ...]:
    """Words first; nobody asked for the picture, and a month without hours has none."""
    screen = month_report(words, report)
    if not report.summary.whole.minutes:
        return (screen,)
    facts = FileFacts(report.summary.scope, report.summary.period, months=report.months)
    return screen, unasked(words, picture(words, facts, report.summary))


def month_report(words: Words, report: MonthReport) -> Screen:
    found = report.summary
    month = month_name(words, found.period)
    name = found.scope.name
    if report.closed:
        head = words.say("<b>{name}</b> · {month} is closed", name=name, month=month)
    else:
        closes = words.brief_day(report.closes_on)
        head = words.say("<b>{name}</b> · {month} (provisional, closes {day})", name=name, month=month, day=closes)
    lines = [head, *figure_lines(words, found)]
    if found.whole.new_people:
        lines.append(
            words.say_n("{n} served for the first time", "{n} served for the first time", found.whole.new_people)
        )
    lines += waiting_lines(words, found)
    return Screen(Markup("\n").join(lines), report_keys(words, report))


def open_work_screen(words: Words, work: OpenWork) -> Screen:
    """To one lead, before the month is closed."""
    parts = needed(words, work.roll_calls, work.records)
    month = month_name(words, month_period(work.month))
    text = Markup("\n").join(
        [
            words.say("🗓 <b>{month} closes on {day}.</b>", month=month, day=words.day(work.closes_on)),
            words.say("From you we still need: {parts}", parts=words.list(parts)),
        ]
    )
    return Screen(text, (open_keys(words, work.roll_calls, work.records),))


def report_keys(words: Words, report: MonthReport) -> tuple[tuple[Key, ...], ...]:
    scope, period, waiting_line = report.summary.scope, report.summary.period, report.summary.waiting
    first = (
        Key(words.label("By team"), pressed(scope, period, "teams")),
        Key(words.label("Activity list"), file_press(scope, period, "activities")),
    )
    export = Key(words.label("Export"), file_press(scope, period, "entries"))
    if report.closed:
        return (first, (Key(words.label("PDF report"), file_press(scope, period, "closed")), export))
    if not (waiting_line.records or waiting_line.roll_calls):
        return (first, (export,))
    return (first, (export, Key(words.label("Send reminders"), SendReminders(scope.station_id, report.month))))


def month_name(words: Words, period: Period) -> str:
    """November · 11月."""
    pattern = "LLLL" if words.language == "en" else "M月"
    return str(format_date(period.first_day, pattern, locale=locale(words.language)))
