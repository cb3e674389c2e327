"""The week of a digest as a picture: each team beside its four weeks before."""

from datetime import timedelta
from typing import Any

from bot.ground.months import Period
from bot.paper.orders import Order
from bot.reports.shown import Digest, TeamWeek
from bot.speech.screens import Paper
from bot.speech.words import Words
from handlers.hours.rounded import total
from handlers.reports.cells import file_name
from handlers.reports.papers import not_made
from handlers.reports.periods import days

TEAMS_DRAWN = 8


def served(team: TeamWeek) -> bool:
    """In any of the weeks."""
    return any(minutes > 0 for minutes in team.weeks)


def week_picture(words: Words, found: Digest) -> Paper:
    """Made by the server alone: nothing typed is in its name."""
    name = file_name(words.label("week"), f"{found.week.first_day:%Y%m%d}", ending="png")
    caption = words.say("<b>Last week</b>, {week}", week=brief_days(words, found.week))
    return Paper(name, Order("week_picture", "png", data_of(words, found)), caption, not_made(words))


def data_of(words: Words, found: Digest) -> dict[str, Any]:
    """Those with most last week first; what is left is named as a number."""
    teams = sorted(filter(served, found.teams), key=lambda team: -team.minutes)
    left = len(teams) - TEAMS_DRAWN
    mondays = [found.week.first_day - timedelta(weeks=n) for n in range(4, -1, -1)]
    return {
        "language": words.language,
        "title": words.label("Last week"),
        "week": brief_days(words, found.week),
        "teams": [
            {"name": team.name, "said": total(words, team.minutes, team.rounding), "weeks": list(team.weeks)}
            for team in teams[:TEAMS_DRAWN]
        ],
        "days": [words.brief_day(monday) for monday in mondays],
        "others": words.say_n("{n} more team", "{n} more teams", left).unescape() if left > 0 else "",
        "words": {"now": words.label("Last week"), "before": words.label("the four weeks before")},
    }


def brief_days(words: Words, week: Period) -> str:
    """23–29 Nov · 11/23–29."""
    first, last = week.first_day, week.last_day
    if words.language == "en":
        return days(words, first, last)
    last_of_month = f"{last.day}日" if words.language == "zh_Hant" else str(last.day)
    end = last_of_month if first.month == last.month else words.brief_day(last)
    return f"{words.brief_day(first)}–{end}"
