import pytest

from bot.ground.refusals import NeedsAdministrator, NeedsCoordinator, NotFound, ReasonMissing, Refusal
from bot.hours.shown import Credited
from bot.speech.words import Words
from handlers.hours.verifying import done
from tests.helpers.town import ZONE
from tests.samples.hours import ENTRY, RECORD

MUCH, VERY_MUCH = NeedsCoordinator(510, 480), NeedsAdministrator(800, 720)


@pytest.mark.parametrize(
    ("refusals", "lines"),
    [
        ([None, None], ["✅ 2 entries confirmed, 16 h 40 min"]),
        ([None, MUCH], ["✅ 1 entry confirmed, 8 h 20 min", "1 needs a coordinator: much in one day"]),
        ([VERY_MUCH], ["1 needs an administrator: very much in one day"]),
        ([ReasonMissing(), ReasonMissing()], ["2 need a reason each: tap their numbers"]),
        (
            [NotFound(), VERY_MUCH, MUCH, MUCH],
            [
                "2 need a coordinator: much in one day",
                "1 needs an administrator: very much in one day",
                "1 could not be confirmed",
            ],
        ),
    ],
    ids=["all", "a coordinator", "an administrator", "a reason", "each its own"],
)
def test_page_says_what_each_entry_needs(refusals: list[Refusal | None], lines: list[str]) -> None:
    made = [Credited(ENTRY, RECORD, one) for one in refusals]

    assert done(Words("en", ZONE), made).split("\n") == lines
