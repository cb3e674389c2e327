"""What whoever looks after people without phones reads of them: changes, slips and hours."""

from collections.abc import Callable

from bot.ground.frozen import replace
from bot.hours.rules import Standing
from bot.hours.shown import Answer, CarePage, InCareHours, OwnHours, RecordPage
from bot.hours.statements.rules import Slip, StatementState
from bot.sign_ups.in_care.shown import Places
from bot.speech.screens import Screen
from bot.speech.words import Words
from handlers.hours import in_care as hours_in_care
from handlers.hours import slips
from handlers.sign_ups import in_care, places_in_care
from tests.helpers.offers import START
from tests.samples.activities import NASTY, SHIFT
from tests.samples.hours import RECORD
from tests.samples.roll_call import LOOK, STATEMENT
from tests.samples.sign_ups import CARED, OFFERED
from tests.samples.sign_ups import LOOK as TAKEN

OPEN = replace(LOOK, statement=replace(STATEMENT, state=StatementState.ASKED), name=NASTY)
FREE = Places(shift=SHIFT, looks=(replace(TAKEN, sign_up=OFFERED, name=NASTY),) * 40, now=TAKEN.now)
SLIP = Slip(SHIFT.id, SHIFT.ends_at, (LOOK, *(OPEN,) * 24))
SUMS = OwnHours(2080, 150, 2080, 500, 2, 0, 0, (("elderly", 2080),), "none", Standing(0, 100, 0), "half_hours")
OF_ONE = InCareHours(10**12, NASTY, SUMS)

SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "moved, many": lambda words: in_care.moved(words, replace(CARED, busy=(NASTY, NASTY)), (START - 60, START)),
    "signed up, many": lambda words: in_care.signed_up(words, CARED, NASTY),
    "after all, many": lambda words: in_care.after_all(words, CARED),
    "after all, many, in the middle of it": lambda words: in_care.after_all(words, replace(CARED, now=START + 60)),
    "places, theirs": lambda words: places_in_care.promoted(words, FREE),
    "places, offered": lambda words: places_in_care.offered(words, FREE),
    "places, some answered": lambda words: places_in_care.offered(words, replace(FREE, looks=(*FREE.looks, TAKEN))),
    "places, all answered": lambda words: places_in_care.offered(words, replace(FREE, looks=(TAKEN,))),
    "places, run out": lambda words: places_in_care.ran_out(words, FREE),
    "slip": lambda words: slips.card(words, SLIP),
    "slip, all answered": lambda words: slips.card(words, replace(SLIP, looks=(LOOK,))),
    "slip, of one": lambda words: slips.card(words, replace(SLIP, looks=(OPEN,))),
    "slip, names": lambda words: slips.names(words, SLIP),
    "slip, agreed": lambda words: slips.agreed(words, SLIP),
    "slip, text": lambda words: slips.plain(words, SLIP.looks[: slips.READ], NASTY),
    "hours in care": lambda words: hours_in_care.people(words, CarePage((OF_ONE,) * 8, 1, more=True, pages=3)),
    "hours in care, nobody": lambda words: hours_in_care.people(words, CarePage((), 0, more=False, pages=None)),
    "hours in care, one": lambda words: hours_in_care.one(
        words, OF_ONE, RecordPage((Answer(RECORD),) * 6, 1, more=True, pages=10)
    ),
    "hours in care, a record": lambda words: hours_in_care.entry(words, RECORD, 1, may_ask=True),
    "hours in care, text": lambda words: hours_in_care.plain(words, OF_ONE),
}
