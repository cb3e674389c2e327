"""A question offers the lead only what can be done about that record."""

import pytest

from bot.ground.frozen import replace
from bot.hours.rules import ServiceRecord
from bot.speech.words import Words
from handlers.hours.lines import question
from tests.helpers.town import ZONE
from tests.samples.hours import RECORD, RETURNED, WAITING
from tests.samples.roll_call import ASKED


@pytest.mark.parametrize(
    ("record", "labels"),
    [
        (RECORD, ["Correct the hours", "Explain"]),
        (WAITING, ["Look at it", "Explain"]),
        (replace(RECORD, reversed=True), ["Explain"]),
        (RETURNED, ["Explain"]),
    ],
    ids=["confirmed", "waiting", "corrected already", "sent back"],
)
def test_question_offers_what_is_possible(record: ServiceRecord, labels: list[str]) -> None:
    shown = question(Words("en", ZONE), replace(ASKED, record=record))

    assert [key.label for row in shown.keys for key in row] == labels
