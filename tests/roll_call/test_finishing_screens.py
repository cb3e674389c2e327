"""The lead sees before the one tap whose hours are not as planned, also where only their codes say so."""

from bot.ground.frozen import replace
from bot.ground.times import MINUTE
from bot.roll_call.rules import Attendance, AttendanceState, Line, MarkSource
from bot.roll_call.shown import SubmittedLook
from bot.speech.words import Words
from handlers.roll_call.notices import submitted
from tests.helpers.offers import START
from tests.helpers.town import ZONE
from tests.samples.roll_call import CARD, END, HERE, SUBMITTED

CODE = replace(HERE, source=MarkSource.CHECK_IN)
LEFT = {"state": AttendanceState.DONE, "left_at": END}
MARKED: dict[str, Attendance] = {
    "Anna": replace(CODE, **LEFT),
    "Ben": replace(CODE, here_at=START + 5 * MINUTE, **LEFT),
    "Cora": replace(CODE, here_at=START + 40 * MINUTE, **LEFT),
    "Dan": replace(CODE, state=AttendanceState.DONE, left_at=END - 60 * MINUTE),
    "Eve": CODE,
    "Fay": replace(HERE, **LEFT),
    "Gus": replace(HERE, state=AttendanceState.LATE, late_minutes=15, left_at=END),
}


def test_captains_roll_call_tells_whose_codes_say_otherwise() -> None:
    """Half an hour of the two and a half is a break."""
    lines = tuple(Line(n, name, True, None, marked) for n, (name, marked) in enumerate(MARKED.items(), 1))
    card = replace(CARD, call=replace(SUBMITTED, beneficiaries=None), lines=lines, groups=(), now=END)
    text = str(submitted(Words("en", ZONE), SubmittedLook(card, "Carl")).text)

    assert text.split("\n")[2:] == [
        "👋 Cora · 1 h 20 min",
        "👋 Dan · 1 h",
        "✅ Eve · 2 h",
        "🕘 Gus · 15 min late",
        "Your tap makes these hours count.",
    ]
