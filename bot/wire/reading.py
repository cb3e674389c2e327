"""Bytes from the line become values here, with types and bounds, and nowhere else: nothing raises, whatever comes.

What cannot be read is None. A number that no id of Telegram's can be stays in its place as ODD, which no JSON can hold:
so one bad update does not spoil the batch it came in.
"""

import json
import math
import re
from typing import Any

from bot.ground.frozen import Frozen
from bot.ground.json_text import NotOrdinary, quickly_read

LARGEST = 2**52  # "at most 52 significant bits", says the Bot API of its ids; times and sizes are smaller
LONGEST_WAIT = 3600  # seconds: whoever asks for more is asked again after an hour
LONGEST_WORDS = 300  # characters of a description
DEEPEST = 64  # levels of lists and objects in one update; a reply to a reply needs a dozen
DIGITS = 17  # of the longest number worth reading
MARK = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)  # strings are passed over whole
OPENING, CLOSING = frozenset("[{"), frozenset("]}")
LIST_OF_UPDATES = re.compile(r'\s*\{\s*"ok"\s*:\s*true\s*,\s*"result"\s*:\s*\[')
UPDATE_ID = re.compile(r'"update_id"\s*:\s*(\d{1,16})\s*[,}]')


class Odd:
    """No number at all."""

    def __repr__(self) -> str:
        return "ODD"


ODD = Odd()


def whole(digits: str) -> int | Odd:
    """Python itself refuses 4,301 digits, and with them all that stands around them."""
    found = int(digits) if len(digits) <= DIGITS else LARGEST
    return found if -LARGEST < found < LARGEST else ODD


DECODER = json.JSONDecoder(parse_int=whole, strict=False)


def value_of(text: str | bytes) -> Any:
    """The JSON that it is; None for what is none. Of equal names the last counts, as everywhere."""
    try:
        return quickly_read(text)
    except NotOrdinary:
        pass
    try:
        return DECODER.decode(text if isinstance(text, str) else text.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


def object_of(text: str | bytes) -> dict[str, Any]:
    """The same; empty where it is no object."""
    found = value_of(text)
    return found if isinstance(found, dict) else {}


def number(value: object, least: int = 1 - LARGEST) -> int | None:
    """A whole number that every table holds: no text, no fraction, no yes or no."""
    return value if type(value) is int and least <= value < LARGEST else None


def seconds(value: object) -> int | None:
    """A length of time that we were asked to wait: rounded up, one second to an hour."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
        return None
    return max(1, math.ceil(min(value, LONGEST_WAIT)))


def printable(words: str) -> str:
    """As a log and a table can take it: no NUL, no half of a pair, no line of its own, and not a novel."""
    return "".join(one if one.isprintable() else " " for one in words[:LONGEST_WORDS])


class Answer(Frozen):
    """What the Bot API said. ``result`` is as it came, except that no number in it is out of bounds."""

    ok: bool
    result: Any = None
    code: int = 200
    words: str = ""
    retry_after: int | None = None  # whole seconds
    migrate_to: int | None = None


def answer_of(status: int, body: bytes) -> Answer | None:
    """None for anything else: a proxy's page, half a body, JSON of somebody else's, Telegram's own trouble (5xx)."""
    said = object_of(body)
    if said.get("ok") is True and status == 200 and "result" in said:
        return Answer(True, said["result"])
    if said.get("ok") is not False or number(said.get("error_code")) != status or not 400 <= status < 500:
        return None
    given, words = said.get("parameters"), said.get("description")
    more = given if isinstance(given, dict) else {}
    return Answer(
        ok=False,
        code=status,
        words=printable(words) if isinstance(words, str) else "",
        retry_after=seconds(more.get("retry_after")),
        migrate_to=number(more.get("migrate_to_chat_id")) or None,
    )


def updates_of(status: int, body: bytes) -> list[Any] | None:
    """Of an answer to getUpdates, each as it came; None for what is none.

    Where one of them makes the whole unreadable, they are cut apart and read one by one: it would come again for ever.
    """
    answer = answer_of(status, body)
    if answer is not None:
        return answer.result if isinstance(answer.result, list) else None
    if status != 200:
        return None
    text = body.decode("utf-8", "replace")
    begin = LIST_OF_UPDATES.match(text)
    return [update_of(part) for part in parts(text[begin.end() - 1 :])] if begin else None


def update_of(part: str) -> dict[str, Any]:
    """As it is; with ODD in it where it cannot be read, or only without what lies too deep."""
    found = value_of(part)
    if isinstance(found, dict):
        return found
    named = UPDATE_ID.search(part)
    return {"update_id": int(named[1]) if named else ODD, **object_of(shallow(part)), "": ODD}


def shallow(text: str) -> str:
    """With null for whatever lies deeper than ``DEEPEST``."""
    level, kept, pieces = 0, 0, []
    for mark in MARK.finditer(text):
        if mark[0] in OPENING:
            level += 1
            if level == DEEPEST + 1:
                pieces.append(text[kept : mark.start()])
        elif mark[0] in CLOSING:
            if level == DEEPEST + 1:
                pieces.append("null")
                kept = mark.end()
            level -= 1
    return "".join((*pieces, text[kept:]))


def parts(text: str) -> list[str]:
    """The objects of a list that are whole, uncut."""
    level, begins, found = 0, 0, []
    for mark in MARK.finditer(text):
        if mark[0] in OPENING:
            level += 1
            if level == 2:  # the list itself is the first
                begins = mark.start()
        elif mark[0] in CLOSING:
            level -= 1
            if level == 1:
                found.append(text[begins : mark.end()])
            if level == 0:
                break
    return found


def too_deep(text: str) -> bool:
    """Few brackets are never deep: most updates are not walked through."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return False
    level = deepest = 0
    for mark in MARK.finditer(text):
        level += (mark[0] in OPENING) - (mark[0] in CLOSING)
        deepest = max(deepest, level)
    return deepest > DEEPEST
