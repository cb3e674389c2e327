"""Lists that come in."""

from collections.abc import Callable

from bot.ground.frozen import replace
from bot.rosters.rules import Outcome, Roster, RosterState, Why
from bot.rosters.shown import Asked, BadRow, RosterCard
from bot.speech.screens import Screen
from bot.speech.words import Words
from handlers.rosters import cards, rosters
from handlers.rosters.lines import UNREADABLE, unreadable
from tests.samples.people import NASTY, TEAM

AT = 1_796_432_400
ROSTER = Roster(10**12, 5, None, RosterState.READY, None, "", "", "", 9, None, AT, AT, AT)
BAD = tuple(BadRow(n, NASTY[:24], why) for n, why in enumerate([Why.NO_TEAM, Why.OTHER_PHONE, Why.SAME_NAME], 20_000))
CARD = RosterCard(ROSTER, {one.value: 12_345 for one in Outcome}, BAD, {Why.HAS_HOURS: 3, Why.ON_RECORD: 2})
NOTHING = RosterCard(ROSTER, {Outcome.SAME: 3})


def at(state: RosterState) -> RosterCard:
    return replace(CARD, roster=replace(ROSTER, state=state))


def shown(state: RosterState) -> Callable[[Words], Screen]:
    return lambda words: cards.roster_card(words, at(state))


def said(code: str) -> Callable[[Words], Screen]:
    return lambda words: Screen(unreadable(words, code))


NAMELESS = Asked(10**12, "name", samples=((NASTY, "", "5"), ("Anna", "7", "8")))
SAMPLES: dict[str, Callable[[Words], Screen]] = {
    **{state.value: shown(state) for state in RosterState},
    **{code: said(code) for code in UNREADABLE},
    "nothing new": lambda words: cards.ready(words, NOTHING),
    "which name": lambda words: cards.asking(words, NAMELESS),
    "which team": lambda words: cards.asking(words, Asked(10**12, "team", teams=(TEAM,) * 20), 1),
    "no team": lambda words: cards.asking(words, Asked(10**12, "team")),
    "undo": lambda words: rosters.sure_to_undo(words, CARD),
}
