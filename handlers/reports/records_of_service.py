"""A record of service: the hours of one person, as a file to take away."""

from collections.abc import Iterable, Sequence

from bot.ground import notices
from bot.reports import records_of_service
from bot.reports.file_rules import RecordOfService
from bot.speech.screens import File
from bot.speech.words import Words
from bot.wire.rendering import Later, Telling
from handlers.hours.rounded import total
from handlers.reports.cells import Cell, file_name, hour_cell, hour_cells, minute_cells, names, when_cells, written
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.RecordOfService)
async def record_of_service(to: Telling) -> Later | None:
    return to.later(record_file, await records_of_service.gather(to.tx, to.person_id, to.now))


def record_file(words: Words, record: RecordOfService) -> File:
    """Made by the server alone: nothing typed is in its name."""
    caption = words.say(
        "📄 <b>Record of service</b>, {hours}\nA summary to take away, not the sealed official certificate.",
        hours=in_all(words, record),
    )
    rows = [*head_rows(words, record), [], *table_rows(words, record)]
    return File(file_name(words.label("record-of-service"), f"{record.on:%Y%m%d}"), written(rows), caption)


def head_rows(words: Words, record: RecordOfService) -> Iterable[Sequence[Cell]]:
    yield [words.label("Record of service")]
    yield [words.label("Name"), record.name]
    if record.volunteer_number:
        yield [words.label("Volunteer number"), record.volunteer_number]
    yield [words.label("Station"), record.station]
    yield [words.label("As of"), record.on.isoformat()]
    yield [words.label("Service hours"), in_all(words, record)]
    yield [words.label("A summary to take away, not the sealed official certificate.")]


def table_rows(words: Words, record: RecordOfService) -> Iterable[Sequence[Cell]]:
    """Its last row is the sum of what it lists."""
    yield [
        words.label("Date"),
        words.label("From"),
        words.label("To"),
        words.label("Team"),
        words.label("Activity"),
        words.label("Kind"),
        words.label("Nature"),
        words.label("Source"),
        words.label("Hours"),
        words.label("Minutes"),
        words.label("Minutes that don't count"),
    ]
    named = names(words)
    hours = hour_cells([line.minutes if line.counts else 0 for line in record.entries])
    for line, cell in zip(record.entries, hours, strict=True):
        codes = (named[code] for code in (line.kind, line.nature, line.source))
        yield [*when_cells(words, line), line.team, line.activity, *codes, cell, *minute_cells(line)]
    others = sum(line.minutes for line in record.entries if not line.counts)
    yield [words.label("In all"), "", "", "", "", "", "", "", hour_cell(record.minutes), record.minutes, others]


def in_all(words: Words, record: RecordOfService) -> str:
    """As /hours says it: rounded once, after adding up."""
    return total(words, record.minutes, record.rounding)
