"""A form is a row: what was filled in so far and what comes next. It outlives the process and waits for its person."""

from typing import Any

from bot.ground.frozen import Frozen
from bot.ground.refusals import NotFound

SHORT_WAIT = 60 * 60
"""How long a question with one short answer waits for it; afterwards what a person types is ordinary talk again."""
LONG_WAIT = 7 * 86_400
"""The same for a form with many fields: who was called away in the middle goes on where the draft stands."""


DAYS = frozenset({"today", "今天"})
CHOICES = DAYS | {"team", "队伍", "隊伍", "义工队", "義工隊", "station", "社工站", "服務單位", "english", "中文"}
GREETINGS = frozenset({"hi", "hello", "你好", "您好"})
"""Plain words of commands that are answers to some questions, folded: days, choices, what is said to people."""


class Filled(dict[str, Any]):
    """What was filled in so far, by field. What a press asks for too early, because it was forged, does not exist.

    Reading a field that is not there raises NotFound.
    """

    def __missing__(self, field: str) -> Any:
        raise NotFound


class Draft(Frozen):
    person_id: int
    form: str  # as in ``wire.routing.Form``; one open draft of each form a person
    step: str  # what the form waits for
    fields: dict[str, Any]  # what JSON can hold; ``Filled`` where it was read
    card_id: int | None  # the message that shows the draft
    revision: int  # grows with every change and is never used again: an older card's press is refused
    updated_at: int
    aside: bool = False  # its person turned to something else: no typed words are its, until somebody goes on with it
