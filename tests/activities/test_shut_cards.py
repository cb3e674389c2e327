"""Past the deadline a card says so, to whom it matters, and offers nothing that would be refused."""

from bot.ground.frozen import replace
from bot.speech.screens import Screen
from bot.speech.words import Words
from handlers.activities.cards import activity_card
from tests.samples.activities import CARD, MINE

WORDS = Words("en", CARD.shift.zone)
SHUT = replace(CARD, shut=True)


def first_line(screen: Screen) -> str:
    return str(screen.text).splitlines()[0]


def test_newcomer_reads_when_sign_ups_ended() -> None:
    screen = activity_card(WORDS, SHUT)

    assert first_line(screen) == "🔒 Sign-ups ended on Fri 4 Dec, 9:00 am"
    assert [key.label for row in screen.keys for key in row] == ["See other activities", "Details"]


def test_who_is_in_reads_only_that() -> None:
    screen = activity_card(WORDS, replace(SHUT, mine=MINE))

    assert first_line(screen) == "✅ You're in."
    assert "Sign-ups ended" not in str(screen.text)
