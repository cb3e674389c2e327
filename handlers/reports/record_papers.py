"""What stands on a record of service, in the words of whoever takes it away."""

from datetime import date
from typing import Any

from bot.paper.orders import Order
from bot.reports.file_rules import EntryLine, RecordOfService
from bot.reports.issued.rules import Proof, payload
from bot.speech.screens import Paper
from bot.speech.words import Words, later
from handlers.hours.rounded import total
from handlers.reports.cells import file_name, names
from handlers.reports.papers import not_made

SENTENCE = later("A summary to take away, not the sealed official certificate.")
COLUMNS = (later("Date"), later("Time"), later("Team"), later("Activity"), later("Kind"), later("Hours"))
KEY_SHOWN = 16  # digits of the public key: enough to tell keys apart


def record_paper(words: Words, record: RecordOfService, proof: Proof | None = None) -> Paper:
    """Made by the server alone: nothing typed is in its name."""
    caption = words.say(
        "📄 <b>Record of service</b>, {hours}\nA summary to take away, not the sealed official certificate.",
        hours=in_all(words, record),
    )
    number = (str(record.number),) if record.number else ()
    name = file_name(words.label("record-of-service"), f"{record.on:%Y%m%d}", *number, ending="pdf")
    return Paper(name, Order("record_of_service", "pdf", data_of(words, record, proof)), caption, not_made(words))


def data_of(words: Words, record: RecordOfService, proof: Proof | None) -> dict[str, Any]:
    title = words.label("Record of service")
    return {
        "language": words.language,
        "title": title,
        "facts": facts(words, record),
        "sentence": words.label(SENTENCE),
        "columns": [words.label(column) for column in COLUMNS],
        "rows": [] if record.totals else [row(words, line) for line in record.entries],
        "in_all": words.label("In all: {hours}", hours=in_all(words, record)),
        "notes": notes(words, record),
        "nothing": "" if record.totals else words.label("No confirmed hours yet."),
        "proving": proving(words, record, proof),
        **({"qr": f"https://t.me/{record.bot}?start={payload(record.number, proof.sha256)}"} if proof else {}),
        "footer": f"{title} · {record.name} · {record.on.isoformat()}",
        **({"proof": proof.order()} if proof else {}),
    }


def facts(words: Words, record: RecordOfService) -> list[list[str]]:
    said = [
        (words.label("Name"), record.name),
        (words.label("Volunteer number"), record.volunteer_number),
        (words.label("Number of this paper"), str(record.number or "")),
        (words.label("Issued by"), " · ".join(one for one in (record.station, record.agency) if one)),
        (words.label("Questions to"), record.contact or (f"t.me/{record.bot}" if record.bot else "")),
        (words.label("As of"), words.full_day(record.on)),
        (words.label("Period"), period_of(words, record.first, record.last)),
        (words.label("Service hours"), in_all(words, record)),
    ]
    return [[word, text] for word, text in said if text]


def period_of(words: Words, first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return words.label("everything")
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return words.label("the year {year}", year=first.year)
    return f"{first.isoformat()} – {last.isoformat()}"


def row(words: Words, line: EntryLine) -> list[str]:
    """Heads are its own affair: a record is of one person."""
    there = words.at(line.zone)
    start, end = there.local(line.starts_at), there.local(line.ends_at)
    kind = names(words)[line.kind if line.nature == "service" else line.nature]
    hours = words.hours(line.minutes)
    said = hours if line.counts else words.label("({hours}, counted apart)", hours=hours)
    return [line.day.isoformat(), f"{start:%H:%M}–{end:%H:%M}", line.team, line.activity, kind, said]


def notes(words: Words, record: RecordOfService) -> list[str]:
    if not record.others:
        return []
    return [words.label("Training and preparation, counted apart: {hours}", hours=words.hours(record.others))]


def proving(words: Words, record: RecordOfService, proof: Proof | None) -> list[str]:
    """How whoever gets it finds out whether it is ours. What cannot be proven says so."""
    if proof is None:
        return [words.label("This paper is not signed, and cannot be verified: please ask whoever issued it.")]
    return [
        words.label("Is it genuine? Scan the code, or send this PDF to @{bot} on Telegram.", bot=record.bot),
        words.label("The answer shows what was issued under this number. Compare it with this paper."),
        words.label(
            "Signed (Ed25519, PAdES) by {name}, key {key}…", name=proof.key.name, key=proof.key.public[:KEY_SHOWN]
        ),
    ]


def in_all(words: Words, record: RecordOfService) -> str:
    """As /hours says it: rounded once, after adding up."""
    return total(words, record.minutes, record.rounding)
