"""The report of a closed month on paper, for coordinators: from what was frozen, so that it is the same for ever."""

from typing import Any

from bot.paper.orders import Order
from bot.reports.figures import Figures
from bot.reports.file_rules import ClosedMonth, FileFacts
from bot.reports.rules import Summary, Waiting
from bot.speech.screens import LINE, Paper
from bot.speech.words import Words, later
from handlers.reports.cells import file_name
from handlers.reports.figures import adjusted_parts
from handlers.reports.papers import TEAM_COLUMNS, figures, glance, meanings, not_made
from handlers.reports.periods import period_name

METHOD = (
    later("Only confirmed entries count; nobody confirms their own."),
    later("Minutes are added up exactly, and rounded once, where they are shown."),
    later(
        "An entry counts in the month in which it was booked. What is confirmed or put right after the month was closed"
        " counts in the month in which that is done, and stands there as an adjustment."
    ),
    later("A closed month never changes: this report is the same whenever it is asked for."),
)
"""How it was counted, for who was not there."""


def closed_report(words: Words, facts: FileFacts, closed: ClosedMonth) -> Paper:
    """Made by the server alone: nothing typed is in its name."""
    name = file_name(words.label("monthly-report"), facts.scope.key, f"{closed.period.first_day:%Y%m}", ending="pdf")
    caption = LINE.join(
        [
            words.say("<b>{name}</b> · {month}", name=closed.scope.name, month=period_name(words, closed.period)),
            closed_line(words, closed),
        ]
    )
    return Paper(name, Order("month_report", "pdf", data_of(words, closed)), caption, not_made(words))


def closed_line(words: Words, closed: ClosedMonth) -> Any:
    return words.say("Closed on {day}: these figures do not change any more.", day=words.full_day(closed.closed_on))


def data_of(words: Words, closed: ClosedMonth) -> dict[str, Any]:
    found = as_summary(closed)
    facts = FileFacts(closed.scope, closed.period, months=closed.months)
    data = glance(words, facts, found) | figures(words, found) | meanings(words)
    data["words"] |= {
        "title": words.label("Monthly report"),
        "figures": [words.label("What"), words.label("How many")],
        "team_columns": [words.label(one) for one in TEAM_COLUMNS],
        "twice": words.label("Who serves in two teams stands in both, and is counted once in the last line."),
        "exceptions": words.label("What was not as it should be"),
        "meaning": words.label("What the words mean"),
        "method": words.label("How it was counted"),
    }
    del data["teams"]  # they stand in a table
    return data | {
        "closed": closed_line(words, closed).striptags(),
        "figures": [
            *data["figures"],
            [words.label("Served for the first time"), words.number(closed.whole.new_people)],
        ],
        "exceptions": exceptions(words, closed),
        "method": [words.label(line) for line in METHOD],
    }


def as_summary(closed: ClosedMonth) -> Summary:
    """As the chat words one; nothing waits for a month that is closed."""
    before = Figures(minutes=closed.before)
    return Summary(closed.scope, closed.period, closed.whole, closed.teams, Waiting(0, 0), before, closed.rounding)


def exceptions(words: Words, closed: ClosedMonth) -> list[list[str]]:
    """What was open, and what was put right of earlier months."""
    lines = []
    if closed.open is None:
        unknown = words.label("not kept: it was closed before this was")
        lines.append([words.label("Open when the month was closed"), unknown])
    else:
        hours = words.hours(closed.open.minutes)
        records = words.label("{n} ({hours})", n=words.number(closed.open.records), hours=hours)
        lines += [
            [words.label("Roll-calls not done when the month was closed"), words.number(closed.open.roll_calls)],
            [words.label("Records waiting when the month was closed"), records],
            [words.label("Entries put right or taken back in the month"), words.number(closed.open.corrections)],
        ]
    changes = words.say(", ").join(adjusted_parts(words, closed.whole)).striptags() or words.label("none")
    return [*lines, [words.label("Adjustments for earlier, closed months"), changes]]
