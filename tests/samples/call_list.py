"""The call list at its longest, and what those who lead are told of it."""

from collections.abc import Callable

from bot.call_list.rules import PAGE, CallLine, CallList, CallNews, Mark, Why
from bot.call_list.unseen_hours import UnseenHours
from bot.ground.frozen import replace
from bot.ground.notices import Matter
from bot.speech.screens import Screen
from bot.speech.words import Words
from handlers.call_list import call_list, notices
from tests.helpers.offers import START
from tests.helpers.town import NOW, ZONE
from tests.samples.activities import ACTIVITY, NASTY, SHIFT
from tests.samples.hours import RECORD

LINE = CallLine(
    person_id=10**9,
    name=NASTY,
    what=Matter.CANCELLED,
    shift_id=10**9,
    version=NOW,
    why=Why.DOUBT,
    state=Mark.OPEN,
    starts_at=START,
    manager=None,
    carried=False,
    marked_by=None,
    marked_at=None,
)
MATTERS = [replace(LINE, what=what) for what in Matter]
REASONS = [
    *(replace(LINE, why=why) for why in Why),
    replace(LINE, why=Why.ABSENT, manager=NASTY, carried=True),
    replace(LINE, why=Why.ABSENT, manager=NASTY),
    *(replace(LINE, state=state, marked_by=NASTY, marked_at=NOW) for state in (Mark.REACHED, Mark.NOT_REACHED)),
    replace(LINE, state=Mark.REACHED, marked_at=NOW),
]
LIST = CallList(10**9, SHIFT.id, ACTIVITY.title, ZONE, tuple(MATTERS[:PAGE]), 1, 120, 60)
NEWS = CallNews(ACTIVITY.id, ACTIVITY.title, ZONE, tuple(MATTERS[:PAGE]), 40, 30)


def listing(**other: object) -> Callable[[Words], Screen]:
    made = replace(LIST, **other)
    return lambda words: call_list.call_list_screen(words, made)


SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "call list": listing(),
    "call list, the rest": listing(lines=tuple(MATTERS[PAGE:]), page=2, total=21),
    "call list, reasons and marks": listing(lines=tuple(REASONS), page=0, total=len(REASONS)),
    "call list, with phones": listing(
        lines=(*(replace(one, phone="+86 138 0000 0000") for one in REASONS[:4]), LINE), phones=True
    ),
    "call list, nobody left": listing(lines=(REASONS[-1],), page=0, total=1, waiting=0),
    **{
        f"call news, {why}": lambda words, why=why: notices.news(  # type: ignore[misc]  # mypy types no default of a lambda
            words, replace(NEWS, lines=(replace(LINE, why=why),), people=1, more=0)
        )
        for why in Why
    },
    "call news, many": lambda words: notices.news(words, NEWS),
    "hours unseen": lambda words: notices.unseen_hours(words, UnseenHours(RECORD, NASTY)),
}
