"""A record of service: the hours of one person, on paper to take away."""

from typing import Any

from bot.ground import notices
from bot.paper.orders import Order
from bot.reports import records_of_service
from bot.reports.file_rules import EntryLine, RecordOfService
from bot.speech.screens import Paper
from bot.speech.words import Words, later
from bot.wire.rendering import Later, Telling
from handlers.hours.rounded import total
from handlers.reports.cells import file_name, names
from handlers.reports.papers import not_made
from handlers.talk.journeys import Journey

journey = Journey()
SENTENCE = later("A summary to take away, not the sealed official certificate.")
COLUMNS = (later("Date"), later("Time"), later("Team"), later("Activity"), later("Kind"), later("Hours"))


@journey.notice(notices.RecordOfService)
async def record_of_service(to: Telling) -> Later | None:
    return to.later(record_paper, await records_of_service.gather(to.tx, to.person_id, to.now))


def record_paper(words: Words, record: RecordOfService) -> Paper:
    """Made by the server alone: nothing typed is in its name."""
    caption = words.say(
        "📄 <b>Record of service</b>, {hours}\nA summary to take away, not the sealed official certificate.",
        hours=in_all(words, record),
    )
    name = file_name(words.label("record-of-service"), f"{record.on:%Y%m%d}", ending="pdf")
    return Paper(name, Order("record_of_service", "pdf", data_of(words, record)), caption, not_made(words))


def data_of(words: Words, record: RecordOfService) -> dict[str, Any]:
    title = words.label("Record of service")
    return {
        "language": words.language,
        "title": title,
        "facts": facts(words, record),
        "sentence": words.label(SENTENCE),
        "columns": [words.label(column) for column in COLUMNS],
        "rows": [row(words, line) for line in record.entries],
        "in_all": words.label("In all: {hours}", hours=in_all(words, record)),
        "notes": notes(words, record),
        "nothing": words.label("No confirmed hours yet."),
        "footer": f"{title} · {record.name} · {record.on.isoformat()}",
    }


def facts(words: Words, record: RecordOfService) -> list[list[str]]:
    number = record.volunteer_number
    return [
        [words.label("Name"), record.name],
        *([[words.label("Volunteer number"), number]] if number else []),
        [words.label("Station"), record.station],
        [words.label("As of"), words.full_day(record.on)],
        [words.label("Service hours"), in_all(words, record)],
    ]


def row(words: Words, line: EntryLine) -> list[str]:
    """Heads are its own affair: a record is of one person."""
    there = words.at(line.zone)
    start, end = there.local(line.starts_at), there.local(line.ends_at)
    kind = names(words)[line.kind if line.nature == "service" else line.nature]
    hours = words.hours(line.minutes)
    said = hours if line.counts else words.label("({hours}, counted apart)", hours=hours)
    return [line.day.isoformat(), f"{start:%H:%M}–{end:%H:%M}", line.team, line.activity, kind, said]


def notes(words: Words, record: RecordOfService) -> list[str]:
    others = sum(line.minutes for line in record.entries if not line.counts)
    if not others:
        return []
    return [words.label("Training and preparation, counted apart: {hours}", hours=words.hours(others))]


def in_all(words: Words, record: RecordOfService) -> str:
    """As /hours says it: rounded once, after adding up."""
    return total(words, record.minutes, record.rounding)
