"""The sheet at the door and the insurer's list: who has a place, with room for what is written by hand."""

from typing import Any

from bot.leading.handouts.rules import ComingList
from bot.leading.rules import GroupPlaces
from bot.paper.orders import Order
from bot.speech.screens import Paper
from bot.speech.words import Words, later
from handlers.activities.lines import lead_line, meet_line, stack, title_line, when_line
from handlers.reports.cells import file_name
from handlers.reports.papers import not_made
from handlers.talk.age_words import band_name

SIGN_IN = (later("Name"), later("Arrived at"), later("Left at"), later("Signature"))
INSURED = (later("Name"), later("Age group"), later("Volunteer number"), later("Team"), later("ID number"))
EMPTY = 8
"""Lines for who comes without a place, beside one for every head of a group that has no name."""
MOST_EMPTY = 60


def sign_in_sheet(words: Words, found: ComingList) -> Paper:
    data = head(words.at(found.shift.zone), found, words.label("Sign-in sheet")) | {
        "columns": ["", *map(words.label, SIGN_IN)],
        "rows": [[words.number(at), one.name, "", "", ""] for at, one in enumerate(found.people, 1)],
        "empty": min(MOST_EMPTY, EMPTY + sum(group.places - group.named for group in found.groups)),
        "after": words.label("Whoever has no phone signs here too: it counts just the same once the roll is taken."),
    }
    return listed(words, found, "sign_in_sheet", words.label("sign-in-sheet"), data, words.label("Sign-in sheet"))


def insurers_list(words: Words, found: ComingList) -> Paper:
    """The names of who has a place now: whoever signs up later is not on it, so it says of when it is."""
    data = head(words.at(found.shift.zone), found, words.label("List for the insurer")) | {
        "columns": ["", *map(words.label, INSURED)],
        "rows": [
            [words.number(at), one.name, band_name(words, one.age_band), one.volunteer_number, one.team, ""]
            for at, one in enumerate(found.people, 1)
        ],
        "after": words.label("ID numbers are not kept by the bot: please write them in by hand."),
    }
    data["facts"] += insurance(words, found)
    said = words.label("List for the insurer")
    return listed(words, found, "insurers_list", words.label("insurers-list"), data, said)


def head(words: Words, found: ComingList, title: str) -> dict[str, Any]:
    shift, activity = found.shift, found.shift.activity
    held_by = found.agency.name or activity.station_name
    return {
        "language": words.language,
        "title": title,
        "activity": activity.title,
        "facts": [
            plain(when_line(words, shift)),
            plain(meet_line(words, shift)),
            words.label("Place: {place}", place=activity.place),
            plain(lead_line(words, activity)),
            words.label("Held by: {agency}", agency=held_by),
        ],
        "groups": [group_line(words, group) for group in found.groups if group.places > group.named],
        "nobody": words.label("Nobody has signed up yet.") if not (found.people or found.groups) else "",
        "footer": f"{title} · {activity.title}",
    }


def insurance(words: Words, found: ComingList) -> list[str]:
    line = found.shift.activity.insurance
    people = words.say_n("{n} person with a name", "{n} people with names", len(found.people)).unescape()
    return [*([words.label("Insurance: {insurance}", insurance=line)] if line else []), people]


def group_line(words: Words, group: GroupPlaces) -> str:
    heads = words.say_n("{n} without a name", "{n} without a name", group.places - group.named).unescape()
    return f"{group.team}: {heads}"


def listed(words: Words, found: ComingList, template: str, file: str, data: dict[str, Any], said: str) -> Paper:
    """Made by the server alone: nothing typed is in its name."""
    caption = stack(words.say("🖨 <b>{paper}</b>", paper=said), title_line(words, found.shift.title),
                    when_line(words, found.shift))  # fmt: skip
    name = file_name(file, str(found.shift.id), ending="pdf")
    return Paper(name, Order(template, "pdf", data), caption, not_made(words))


def plain(line: Any) -> str:
    return str(line.unescape())
