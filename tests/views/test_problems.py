import pytest

from bot.domain.refusals import UnknownChoice
from bot.views.problems import problem_line
from bot.views.words import Words
from tests.town import ZONE


@pytest.mark.parametrize(
    ("field", "choices", "expected"),
    [
        ("outdoor", ("yes", "no"), "“maybe” is not one of these: Outdoors and Indoors"),
        ("companions", ("yes", "no"), "“maybe” is not one of these: yes and no"),
        ("kind", ("elderly", "legal"), "“maybe” is not one of these: Elderly people and Legal aid"),
    ],
)
def test_choices_are_named_as_they_can_be_typed(field: str, choices: tuple[str, ...], expected: str) -> None:
    problem = UnknownChoice(field=field, value="maybe", choices=choices)

    assert str(problem_line(Words("en", ZONE), problem)) == expected
