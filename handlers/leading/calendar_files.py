"""A shift as a file for the phone's own calendar."""

from datetime import UTC, datetime

from bot.ground import notices
from bot.leading import last_looks as looks
from bot.sign_ups.shown import ShiftCard
from bot.speech.screens import File
from bot.speech.words import Words
from bot.wire.rendering import Telling
from handlers.activities.lines import contact, meet_line, risk_line
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.Calendar)
async def show_calendar(to: Telling, shift: int) -> File | None:
    return to.say(calendar_file, await looks.entry(to.tx, to.now, shift_id=shift, person_id=to.person_id))


def calendar_file(words: Words, card: ShiftCard) -> File:
    """To be opened by the phone's calendar, which reminds an hour before."""
    name = words.label("activity-date")
    return File(f"{name}-{card.shift.id}.ics", calendar(words, card).encode(), words.say("Open it to add the date."))


def calendar(words: Words, card: ShiftCard) -> str:
    shift, activity = card.shift, card.shift.activity
    meet = plain(meet_line(words, shift, exact=card.exact))
    who = words.label("Contact on the day: {contact}", contact=contact(activity)) if card.exact else ""
    about = "\n".join(line for line in (meet, plain(risk_line(words, activity)), who) if line)
    place = activity.place if card.exact else ""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//liandong//activities//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:shift-{shift.id}@liandong",
        f"SEQUENCE:{shift.revision}",
        f"DTSTAMP:{instant(activity.created_at)}",
        f"DTSTART:{instant(shift.starts_at)}",
        f"DTEND:{instant(shift.ends_at)}",
        f"SUMMARY:{escaped(activity.title)}",
        f"LOCATION:{escaped(place)}",
        f"DESCRIPTION:{escaped(about)}",
        f"STATUS:{'CANCELLED' if activity.cancelled else 'CONFIRMED'}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{escaped(activity.title)}",
        "TRIGGER:-PT1H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{folded(line)}\r\n" for line in lines)


LONGEST = 75  # octets, RFC 5545 section 3.1


def instant(at: int) -> str:
    return f"{datetime.fromtimestamp(at, UTC):%Y%m%dT%H%M%SZ}"


def plain(line: object) -> str:
    """The words without their HTML escapes."""
    unescape = getattr(line, "unescape", None)
    return str(unescape()) if unescape else str(line)


def escaped(text: str) -> str:
    """TEXT of RFC 5545 section 3.3.11."""
    for char in ("\\", ";", ","):
        text = text.replace(char, f"\\{char}")
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """At most 75 octets a line; what follows begins with a blank. Never inside a character."""
    parts: list[bytes] = []
    part = b""
    for char in line:
        octets = char.encode()
        if len(part) + len(octets) > LONGEST - bool(parts):
            parts.append(part)
            part = b""
        part += octets
    return "\r\n ".join(one.decode() for one in [*parts, part])
