import pytest

from bot.ground.refusals import UnknownChoice
from bot.speech.words import Words
from handlers.refusals.typed import problem_line
from tests.helpers.town import ZONE


@pytest.mark.parametrize(
    ("field", "choices", "expected"),
    [
        ("outdoor", ("yes", "no"), "“maybe” is not one of these: Outdoors and Indoors"),
        ("companions", ("yes", "no"), "“maybe” is not one of these: yes and no"),
        ("kind", ("elderly", "legal"), "“maybe” is not one of these: Elderly people and Legal aid"),
        ("kind", ("other", "training"), "“maybe” is not one of these: Other and Training"),
        ("team_kind", ("service", "group"), "“maybe” is not one of these: service team and partner group"),
        ("age_band", ("under_14", "60_up"), "“maybe” is not one of these: under 14 and 60 or over"),
        ("level", ("city", "street"), "“maybe” is not one of these: city and street"),
        ("preset", ("mainland", "hong_kong"), "“maybe” is not one of these: Mainland and Hong Kong"),
        ("team", ("First & best", "Second"), "“maybe” is not one of these: First &amp; best and Second"),
    ],
)
def test_choices_are_named_as_they_can_be_typed(field: str, choices: tuple[str, ...], expected: str) -> None:
    problem = UnknownChoice(field=field, value="maybe", choices=choices)

    assert str(problem_line(Words("en", ZONE), problem)) == expected
