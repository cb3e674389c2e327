"""A poster: a picture for chat groups and a page to print, with a code that opens the activity."""

from typing import Any

from markupsafe import Markup

from bot.leading.handouts.rules import Poster
from bot.paper.orders import Form, Order
from bot.speech.screens import Paper
from bot.speech.words import Words
from handlers.activities.fields import SHOWN
from handlers.activities.lines import bring_line, contact, lead_line, meet_line, risk_line, stack, title_line, when_line
from handlers.reports.cells import file_name
from handlers.reports.papers import not_made


def poster(words: Words, found: Poster) -> tuple[Paper, Paper]:
    """The picture first: it is passed on at once, with a link for who reads it on a phone and cannot scan it."""
    shift = found.shift
    there = words.at(shift.zone)
    caption = stack(
        title_line(words, shift.title),
        when_line(words, shift),
        words.say("Sign up: {link}", link=found.link),
    )
    data = poster_data(there, found)
    return (
        paper(words, found, "png", data, caption),
        paper(words, found, "pdf", data, words.say("🖨 The same to print, on A4.")),
    )


def paper(words: Words, found: Poster, form: Form, data: dict[str, Any], caption: Markup) -> Paper:
    name = file_name(words.label("poster"), str(found.shift.id), ending=form)
    return Paper(name, Order("poster", form, data), caption, not_made(words))


def poster_data(words: Words, found: Poster) -> dict[str, Any]:
    """Nothing stands on it that changes by the hour, such as places left. ``qr`` becomes the code itself."""
    shift, activity = found.shift, found.shift.activity
    place = words.label("Place: {place}", place=activity.place) if found.exact else None
    ask = words.label("Contact on the day: {contact}", contact=contact(activity)) if found.exact else None
    agency = [part for part in (found.agency.name or activity.station_name, found.agency.phone) if part]
    return {
        "language": words.language,
        "held_by": " · ".join(agency),
        "title": activity.title,
        "when": words.when(shift.starts_at, shift.ends_at),
        "lines": said(place, meet_line(words, shift, exact=found.exact), bring_line(words, activity),
                      SHOWN["deadline"].in_details(words, shift, "deadline")),
        "risk": plain(risk_line(words, activity)),
        "answers": said(lead_line(words, activity), ask),
        "scan": words.label("Scan to see it and sign up"),
        "link": found.link.removeprefix("https://"),
        "qr": found.link,
    }  # fmt: skip


def said(*lines: Markup | str | None) -> list[str]:
    return [plain(line) for line in lines if line]


def plain(line: Markup | str) -> str:
    return str(line.unescape()) if isinstance(line, Markup) else line
