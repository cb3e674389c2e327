"""Limits of the Bot API as its reference tells them: in prose. Each pattern reads one turn of phrase there."""

import re
from collections.abc import Callable
from typing import Any

Limits = dict[str, Any]
QUOTED = re.compile(r"[\"“]([^\"”]+)[\"”]")
MODES = ["HTML", "MarkdownV2", "Markdown"]
ACTIONS = [
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
]  # fmt: skip
BY_HAND: dict[tuple[str, str], Limits] = {
    ("sendChatAction", "action"): {"one_of": ACTIONS},
    ("BotCommand", "command"): {"pattern": "[a-z0-9_]{1,32}"},
    ("ForceReply", "force_reply"): {"type": "True"},
    ("ReplyKeyboardRemove", "remove_keyboard"): {"type": "True"},
    ("ReplyKeyboardMarkup", "keyboard"): {"type": "Array of Array of KeyboardButton|Array of Array of String"},
    ("sendMediaGroup", "media"): {"type": "Array of InputMedia"},
    ("setWebhook", "secret_token"): {"pattern": "[A-Za-z0-9_-]{1,256}"},
}
"""What is told in a way of its own: a list of words, a set of letters."""
_SPAN = r"(\d+)\s*[-–]\s*(\d+)"


def span(pattern: str, unit: str) -> Callable[[str], Limits]:
    """Reads "1-64 bytes" and the like; what is told twice has two cases, and neither is a limit."""
    wanted = re.compile(pattern)

    def read(prose: str) -> Limits:
        found = wanted.findall(prose)
        return {unit: [int(number) for number in found[0]]} if len(found) == 1 else {}

    return read


def most(pattern: str) -> Callable[[str], Limits]:
    """Reads "at most 100 commands"."""
    wanted = re.compile(pattern)

    def read(prose: str) -> Limits:
        found = wanted.search(prose)
        return {"items": [0, int(found[1])]} if found else {}

    return read


def one_word(prose: str) -> Limits:
    """The fixed word that tells one type from its sisters."""
    found = re.match(r"[^.]*?(?:\bmust be|\balways) [\"“]?([a-z0-9_]+)[\"”]?\.?$", prose)
    return {"one_of": [found[1]]} if found else {}


def words(prose: str) -> Limits:
    """The list of words of which it is one."""
    found = re.search(r"(?:(?:be|currently|,) one of|can be either|[cC]an be|One of|[Ee]ither) ([\"“].*)", prose)
    listed = QUOTED.findall(found[1].split(". ")[0]) if found else []
    return {"one_of": listed} if len(listed) > 1 else {}


def extras(prose: str) -> Limits:
    """What hangs together with other parameters, and the few forms that a text must have."""
    made: Limits = {}
    if "after entities parsing" in prose:
        made["parsed"] = True
    if found := re.search(r"Required if (\w+)(?: and (\w+))? (?:is|are) not specified", prose):
        made["unless"] = [name for name in found.groups() if name]
    if found := re.search(r"specified instead of (\w*parse_mode)", prose):
        made["not_with"] = found[1]
    if "two-letter ISO 639-1" in prose:
        made["pattern"] = "([a-z]{2})?"
    if "in the format @" in prose:
        made["pattern"] = "@[A-Za-z0-9_]{4,32}"
    return made


READERS: tuple[Callable[[str], Limits], ...] = (
    span(rf"{_SPAN} [Cc]haracters", "characters"),
    span(rf"{_SPAN} [Bb]ytes", "bytes"),
    span(rf"(?:[Ll]ist of|include|array of) {_SPAN} ", "items"),
    most(r"(?:[Aa]t most|up to) (\d+) (?:commands|items|identifiers|inline|winners)"),
    most(r"At most (\d+) [a-z ]+ can be specified"),
    most(r"No more than (\d+) results"),
    span(rf"(?:; |, |accepted|Values between |between ){_SPAN}(?:\.| are accepted|$)", "value"),
    span(r"[Mm]ust be between (\d+) and (\d+)\b(?!, or)", "value"),
    one_word,
    words,
    extras,
)


def limits_of(name: str, prose: str) -> Limits:
    """Everything that the description of a field says about its value."""
    made: Limits = {}
    for read in READERS:
        made |= read(prose)
    if name.endswith("parse_mode"):
        made["one_of"] = MODES
    if name in {"latitude", "longitude"}:
        made["value"] = [-90, 90] if name == "latitude" else [-180, 180]
    return made


def choice_of(prose: str) -> list[Any] | None:
    """Of a button: how many of its fields may be used, and which do not count."""
    found = re.search(r"(Exactly|At most) one of the fields other than (.*?) must be used", prose)
    if not found:
        return None
    return [1 if found[1] == "Exactly" else 0, re.findall(r"[a-z_]{4,}", found[2])]
