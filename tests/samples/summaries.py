"""Reports of months, weeks and any other time, with long names and marks that HTML would read."""

from collections.abc import Callable
from datetime import date

from bot.ground.frozen import replace
from bot.ground.months import Period, financial_year_period, month_period, quarter_period, week_of, year_period
from bot.hours.shown import Correction
from bot.reports.entries.acts import PutRight
from bot.reports.figures import Figures, PersonHours, TeamFigures
from bot.reports.missing.acts import LeadOpen, Missing, OpenRoll, Reminded
from bot.reports.rules import LikeDays, Scope, Summary, Waiting
from bot.reports.shown import Digest, MonthReport, OpenSession, StillMissing, TeamWeek
from bot.speech.screens import Screen
from bot.speech.words import Words
from handlers.reports import checkpoints, digests, missing, month_reports, summary
from handlers.talk import going_on

NAME = "Futian <b>& friends</b> of the neighbourhood"
STATION = Scope(NAME, "Asia/Shanghai", "/1/", 2**40)
TEAM = Scope(NAME, "Asia/Shanghai", "/1/", 1, 2**40)
FIGURES = Figures(
    volunteers=126,
    attendances=214,
    minutes=32_100,
    other_minutes=90,
    helped=1260,
    came=200,
    no_shows=13,
    new_people=7,
    adjusted=-30,
    kinds=(
        ("elderly", 20_000), ("teaching", 10_000), ("youth", 1000), ("legal", 500), ("hotline", 300), ("events", 200),
        ("other", 100),
    ),
)  # fmt: skip
BEFORE = replace(FIGURES, minutes=29_580)
TEAMS = tuple(TeamFigures(i, f"{NAME} {i}" if i else "", replace(FIGURES, minutes=535)) for i in range(60))
NOVEMBER = month_period("2026-11")
SUMMARY = Summary(STATION, NOVEMBER, FIGURES, TEAMS, Waiting(12, 1680, 3), BEFORE)
EMPTY = Summary(TEAM, NOVEMBER, Figures(), (), Waiting(0, 0), Figures())


def of(period: Period, **other: object) -> Summary:
    return replace(SUMMARY, period=period, **other)


def session(i: int, missing: int = 0) -> OpenSession:
    return OpenSession(2**40 + i, i, f"Visit <b>{i}</b> " * 8, 1_796_432_400, "Asia/Shanghai", missing)


WEEK = week_of(date(2026, 11, 25))
TEAM_WEEK = TeamWeek(NAME, 3, 18, 21, 3150)
IDLE_WEEK = TeamWeek(NAME, 0, 0, 0, 0)
DIGEST = Digest(WEEK, (TEAM_WEEK,), (session(1), session(2)), (session(3, 3),), None)

LIKE = LikeDays(Period("days", date(2026, 10, 1), date(2026, 10, 12)), 29_580)
LIKE_YEAR = LikeDays(Period("days", date(2025, 1, 1), date(2025, 11, 12)), 29_580)
LEADS = tuple(LeadOpen(n, f"Chan <b>{n}</b>" if n else "", True, 3 * (n > 0), n % 4, 60 * (n % 4)) for n in range(30))
ROLLS = tuple(OpenRoll(session(n), "Chan <b>") for n in range(10))
CHANGED = Correction(date(2026, 11, 30), 120, 0, "The <home> says so")
PUT_RIGHT = (PutRight("Anna <b>", "", date(2026, 10, 30), CHANGED), PutRight("", NAME, date(2026, 10, 3), CHANGED))
MISSING = Missing(STATION, NOVEMBER, LEADS, ROLLS, 0, 3, may_remind=True, own=LEADS[5])
PEOPLE = [PersonHours(n or None, "<b>Anna</b> & " * 2 * bool(n), 155 - n, 2) for n in range(60)]
SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "choose_scope_of_a_month": lambda words: summary.choose_scope(words, [STATION, TEAM] * 10, 1, NOVEMBER),
    "month": lambda words: summary.summary(words, SUMMARY),
    "half_hours": lambda words: summary.summary(words, replace(SUMMARY, rounding="half_hours")),
    "less_than_before": lambda words: summary.summary(words, replace(SUMMARY, before=replace(BEFORE, minutes=40_000))),
    "as_before": lambda words: summary.summary(words, replace(SUMMARY, before=FIGURES, scope=TEAM)),
    "quarter": lambda words: summary.summary(words, of(quarter_period(2026, 4))),
    "year": lambda words: summary.summary(words, of(year_period(2026))),
    "financial_year": lambda words: summary.summary(words, of(financial_year_period(2026, 4))),
    "week": lambda words: summary.summary(words, of(WEEK)),
    "day": lambda words: summary.summary(words, of(Period("day", date(2026, 11, 25), date(2026, 11, 25)))),
    "days": lambda words: summary.summary(words, of(Period("days", date(2026, 10, 25), date(2026, 11, 25)))),
    "nothing": lambda words: summary.summary(words, EMPTY),
    "by_team": lambda words: summary.by_team(words, SUMMARY),
    "more": lambda words: summary.more(words, SUMMARY),
    "more_of_a_team": lambda words: summary.more(words, replace(SUMMARY, scope=TEAM)),
    "by_person": lambda words: summary.by_person(words, replace(SUMMARY, scope=TEAM), PEOPLE),
    "by_person_of_nobody": lambda words: summary.by_person(words, replace(SUMMARY, scope=TEAM), []),
    "month_report": lambda words: month_reports.month_report(
        words, MonthReport(SUMMARY, "2026-11", date(2026, 12, 5), False)
    ),
    "month_report_whole": lambda words: month_reports.month_report(
        words, MonthReport(replace(SUMMARY, waiting=Waiting(0, 0)), "2026-11", date(2026, 12, 5), False)
    ),
    "month_closed": lambda words: month_reports.month_report(
        words, MonthReport(SUMMARY, "2026-11", date(2026, 12, 5), True)
    ),
    "checkpoint": lambda words: checkpoints.checkpoint(words, 12_345_678, "0123456789abcdef" * 4),
    "digest_of_a_captain": lambda words: digests.digest(words, DIGEST),
    "digest_of_a_lead": lambda words: digests.digest(
        words, replace(DIGEST, teams=(TEAM_WEEK, replace(TEAM_WEEK, sessions=1)), verifying=12)
    ),
    "digest_of_a_busy_and_an_idle_team": lambda words: digests.digest(
        words, replace(DIGEST, teams=(TEAM_WEEK, IDLE_WEEK))
    ),
    "running_month": lambda words: summary.summary(words, of(NOVEMBER, like=LIKE)),
    "running_year": lambda words: summary.summary(words, of(year_period(2026), like=LIKE_YEAR)),
    "idle_teams": lambda words: summary.by_team(words, replace(SUMMARY, idle=tuple(f"{NAME} {n}" for n in range(60)))),
    "why": lambda words: summary.why(words, SUMMARY, PUT_RIGHT),
    "why_nothing": lambda words: summary.why(words, EMPTY, ()),
    "missing": lambda words: missing.missing(words, MISSING),
    "missing_page": lambda words: missing.missing(words, replace(MISSING, page=1)),
    "nothing_missing": lambda words: missing.missing(words, replace(MISSING, leads=(), rolls=(), pages=1)),
    "ask_to_remind": lambda words: missing.ask(words, MISSING),
    "reminded": lambda words: missing.reminded(
        words, STATION, NOVEMBER, Reminded(("Chan", "Li"), ("Wu",), ("<b>Ho</b>",))
    ),
    "nobody_reminded": lambda words: missing.reminded(words, TEAM, NOVEMBER, Reminded((), (), ())),
    "reminder": lambda words: missing.reminder(words, StillMissing(NAME, WEEK, 1, 3)),
    "toasts": lambda words: Screen(words.say("{x}", x=going_on.file_comes(words))),
}
