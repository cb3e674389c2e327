"""A summary at a glance, and on paper for whoever pays: the figures of the chat, teams, kinds, twelve months."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from babel.dates import format_date
from markupsafe import Markup

from bot.ground.frozen import replace
from bot.hours.credit import shown_parts
from bot.paper.orders import Form, Order
from bot.reports.figures import Figures, TeamFigures, full_time
from bot.reports.file_rules import FileFacts, MonthMinutes
from bot.reports.files import TEAMS_PICTURED
from bot.reports.rules import Summary
from bot.speech.screens import Paper
from bot.speech.words import Words, later, locale
from handlers.hours.rounded import beside, total
from handlers.reports.cells import file_name
from handlers.reports.figures import compared, waiting_lines
from handlers.reports.lines import captioned
from handlers.reports.periods import period_name
from handlers.talk.kind_words import kind_name

TEAM_COLUMNS = (
    later("Team"), later("Volunteers"), later("Attendances"), later("Hours"), later("People helped")
)  # fmt: skip
Bars = list[dict[str, Any]]


def picture(words: Words, facts: FileFacts, found: Summary) -> Paper:
    return paper(words, facts, "summary_picture", "png", words.label("hours-at-a-glance"), glance(words, facts, found))


def report(words: Words, facts: FileFacts, found: Summary) -> Paper:
    data = glance(words, facts, found) | figures(words, found) | meanings(words)
    data["words"] |= {
        "figures": [words.label("What"), words.label("How many")],
        "team_columns": [words.label(one) for one in TEAM_COLUMNS],
        "twice": words.label("Who serves in two teams stands in both, and is counted once in the last line."),
        "waiting": words.label("Not in these figures yet"),
        "meaning": words.label("What the words mean"),
    }
    return paper(words, facts, "summary_report", "pdf", words.label("hours-report"), data)


def paper(words: Words, facts: FileFacts, template: str, form: Form, label: str, data: dict[str, Any]) -> Paper:
    """Made by the server alone: nothing typed is in its name."""
    first, last = facts.period.first_day, facts.period.last_day
    name = file_name(label, facts.scope.key, f"{first:%Y%m%d}", f"{last:%Y%m%d}", ending=form)
    return Paper(name, Order(template, form, data), captioned(words, facts), not_made(words))


def not_made(words: Words) -> Markup:
    return words.say("This could not be made just now. Nothing is lost: please ask for it again.")


def unasked(words: Words, paper: Paper) -> Paper:
    """It comes along with words that say the same."""
    instead = words.say("The picture to this could not be made just now. The figures above are complete.")
    return replace(paper, instead=instead, asked=False)


def glance(words: Words, facts: FileFacts, found: Summary) -> dict[str, Any]:
    """What the picture shows and the report begins with."""
    whole = found.whole
    return {
        "language": words.language,
        "name": facts.scope.name,
        "period": period_name(words, facts.period),
        "hours": total(words, whole.minutes, found.rounding),
        "counted": words.label(
            "{volunteers}, {attendances}",
            volunteers=words.say_n("{n} volunteer", "{n} volunteers", whole.volunteers).unescape(),
            attendances=words.say_n("{n} attendance", "{n} attendances", whole.attendances).unescape(),
        ),
        "compared": compared(words, found).unescape().strip()[1:-1],  # in the chat it stands in brackets
        "teams": team_bars(words, found),
        "kinds": kind_bars(words, whole, found.rounding),
        "months": [month_bar(words, one) for one in facts.months] if any_served(facts.months) else [],
        "words": {
            "teams": words.label("By team"),
            "kinds": words.label("By kind of service"),
            "months": words.label("Month by month"),
            "now": span(facts.months),
            "before": words.label("a year before"),
        },
        "footer": "",
    }


def any_served(months: Sequence[MonthMinutes]) -> bool:
    return any(one.minutes or one.before for one in months)


def span(months: Sequence[MonthMinutes]) -> str:
    return f"{months[0].month} – {months[-1].month}" if months else ""


def team_bars(words: Words, found: Summary) -> Bars:
    """Those with most first, the others in one; a single team says nothing beside itself."""
    if len(found.teams) < 2:
        return []
    minutes = shown_parts([team.figures.minutes for team in found.teams], found.rounding)
    bars = [
        bar(words, team_name(words, team), team.figures.minutes, part)
        for team, part in zip(found.teams[:TEAMS_PICTURED], minutes, strict=False)
    ]
    rest = sum(team.figures.minutes for team in found.teams[TEAMS_PICTURED:])
    if rest:
        bars.append(bar(words, words.label("all other teams"), rest, sum(minutes[TEAMS_PICTURED:])))
    return bars


def team_name(words: Words, team: TeamFigures) -> str:
    return team.name or words.label("without a team")


def kind_bars(words: Words, whole: Figures, rounding: str) -> Bars:
    minutes = shown_parts([minutes for _, minutes in whole.kinds], rounding)
    return [
        bar(words, kind_name(words, kind), exact, part)
        for (kind, exact), part in zip(whole.kinds, minutes, strict=True)
        if exact > 0
    ]


def bar(words: Words, name: str, exact: int, rounded: int) -> dict[str, Any]:
    return {"name": name, "minutes": max(exact, 0), "said": beside(words, rounded, exact)}


def month_bar(words: Words, one: MonthMinutes) -> dict[str, Any]:
    """With its shortest name: J, F, M; 1, 2, 3."""
    first = date.fromisoformat(f"{one.month}-01")
    name = str(format_date(first, "LLLLL" if words.language == "en" else "M", locale=locale(words.language)))
    return {"name": name, "minutes": max(one.minutes, 0), "before": max(one.before, 0)}


def figures(words: Words, found: Summary) -> dict[str, Any]:
    whole = found.whole
    lines = [
        (words.label("Volunteers"), words.number(whole.volunteers)),
        (words.label("Attendances"), words.number(whole.attendances)),
        (words.label("Hours"), total(words, whole.minutes, found.rounding)),
        (words.label("People helped"), words.number(whole.helped)),
        (words.label("Didn't come"), words.number(whole.no_shows)),
        (words.label("Full-time equivalents"), f"{full_time(whole.minutes, found.period.days)}"),
    ]
    return {
        "figures": [list(line) for line in lines],
        "team_rows": [
            *(team_row(words, team_name(words, team), team.figures, found.rounding) for team in found.teams),
            *(team_row(words, name, Figures(), found.rounding) for name in found.idle),
            team_row(words, words.label("In all"), whole, found.rounding),
        ],
        "waiting": [line.striptags() for line in waiting_lines(words, found)],
        "footer": f"{found.scope.name} · {period_name(words, found.period)}",
    }


def team_row(words: Words, name: str, one: Figures, rounding: str) -> list[str]:
    numbers = [words.number(n) for n in (one.volunteers, one.attendances)]
    return [name, *numbers, total(words, one.minutes, rounding), words.number(one.helped)]


def meanings(words: Words) -> dict[str, Any]:
    """The method, for who was not there."""
    return {
        "definitions": [
            [words.label("Volunteers"), words.label("people who served at least once, each counted once")],
            [words.label("Attendances"), words.label("how often somebody came: one person at three sessions is three")],
            [
                words.label("Hours"),
                words.label("from roll-call or a report of the volunteer's own, each confirmed by a second person"),
            ],
            [words.label("People helped"), words.label("as the lead entered them after each session")],
            [words.label("Full-time equivalents"), words.label("hours ÷ (260 days of 8 hours), for the days shown")],
        ]
    }
