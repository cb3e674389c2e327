"""A form is a row: what was filled in so far and what comes next. It outlives the process and waits for its person."""

from dataclasses import dataclass
from typing import Any

TYPING_SECONDS = 60 * 60
"""How long after the last step what a person types is taken for this form; afterwards it is ordinary talk again."""


@dataclass(frozen=True, slots=True)
class Draft:
    person_id: int
    form: str  # as in ``wire.routing.Form``; one open draft of each form a person
    step: str  # what the form waits for
    fields: dict[str, Any]  # what JSON can hold
    card_id: int | None  # the message that shows the draft
    revision: int  # grows with every change: an older card's press is refused
    updated_at: int
