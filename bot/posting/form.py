"""The form of one message, with or without `/post` before it, and the order in which a form is filled in."""

import re

from bot.activities.fields import TYPED
from bot.ground.filling import Form, codes_of, in_order, read_form

ASKED = ("title", "kind", "team", "place", "start", "end", "capacity", "outdoor")
"""What a draft that is filled step by step asks for, in this order; everything else has a default."""
FIELDS = in_order(
    (
        *(*ASKED, "risk", "meet", "contact", "description", "minimum", "bring", "transport", "clothing"),
        *("insurance", "requires", "break", "deadline", "audience"),
    ),
    TYPED,
)
"""Codes of all fields, in the order of the form."""
_CODES = codes_of(TYPED)
_OURS = re.compile(
    r"^\s*(?:👀|✍|📣|⚠|(?:More than )?\d[\d,]* (?:people|person) will be told|会通知 ?\d|會通知 ?\d).*$", re.MULTILINE
)
"""What stands around the fields in a look that is sent back whole: how it began, what was wrong, who would be told."""
_COMMAND = re.compile(r"\A\s*/\w+(?:@\w+)?[^\S\n]*")


def parse_form(text: str) -> Form:
    """Fields of a message, as `read_form`; never raises."""
    return read_form(_OURS.sub("", _COMMAND.sub("", text, count=1)), TYPED, _CODES)
