import pytest

from bot.ground.frozen import replace
from bot.ground.times import HOUR
from bot.leading.rules import Move
from bot.speech.words import Words
from handlers.leading.editing import changed
from handlers.leading.postponing import ask_move
from tests.samples.activities import SHIFT

WARNING = "⚠️ That is over 12 hours. Is it right?"


@pytest.mark.parametrize(("hours", "warned"), [(12, False), (13, True)])
def test_more_than_twelve_hours_are_asked_about_after_an_edit_and_before_a_move(hours: int, warned: bool) -> None:
    words = Words("en", SHIFT.zone)
    long = replace(SHIFT, ends_at=SHIFT.starts_at + hours * HOUR)

    screens = (changed(words, long, True), ask_move(words, SHIFT, long.starts_at, long.ends_at, Move()))
    assert [WARNING in str(screen.text) for screen in screens] == [warned, warned]
