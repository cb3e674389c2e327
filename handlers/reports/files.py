"""The files of a summary: its entries, activities and teams as lists; a workbook of all; a picture and a report."""

from bot.ground import notices
from bot.reports.file_rules import FileFacts
from bot.reports.files import file_facts
from bot.speech.screens import LINE, File, Paper
from bot.speech.words import Words, later
from bot.wire.rendering import Later, Telling
from handlers.reports.cells import file_name, written
from handlers.reports.closed_months import closed_report
from handlers.reports.lines import captioned
from handlers.reports.papers import picture, report
from handlers.reports.tables import activity_rows, entry_rows, team_rows
from handlers.reports.workbooks import workbook
from handlers.talk.journeys import Journey

journey = Journey()
NAMED = {"entries": later("service-records"), "activities": later("activity-list"), "teams": later("hours-by-team")}
PAPERS = {"picture": picture, "report": report, "workbook": workbook}


@journey.notice(notices.SummaryFile)
async def show_summary_file(to: Telling, scope: str, kind: str, first: str, last: str, file: str) -> Later | None:
    found = await file_facts(to.tx, to.now, to.person_id, scope=scope, kind=kind, first=first, last=last, file=file)
    return to.later(made, found)


def made(words: Words, facts: FileFacts) -> File | Paper:
    if facts.closed is not None:
        return closed_report(words, facts, facts.closed)
    if facts.file in PAPERS and facts.summary is not None:
        return PAPERS[facts.file](words, facts, facts.summary)
    return summary_file(words, facts)


def summary_file(words: Words, facts: FileFacts) -> File:
    """Made by the server alone: nothing typed is in its name."""
    first, last = facts.period.first_day, facts.period.last_day
    caption = captioned(words, facts)
    if facts.summary is not None:
        rows = team_rows(words, facts.summary)
        caption = LINE.join(
            [caption, words.say("Who serves in two teams stands in both, and is counted once in the last line.")]
        )
    elif facts.file == "entries":
        rows = entry_rows(words, facts.entries)
    else:
        rows = activity_rows(words, facts.activities)
    name = file_name(words.label(NAMED[facts.file]), facts.scope.key, f"{first:%Y%m%d}", f"{last:%Y%m%d}")
    return File(name, written(rows), caption)
