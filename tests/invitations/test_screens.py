import pytest

from bot.invitations.rules import NewLink
from bot.speech.words import Words
from handlers.invitations.invitations import made
from tests.helpers.town import NOW, ZONE


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Works until Sun 22 Nov, 10:00 am, for 20 people."),
        ("zh_Hans", "有效至11月22日（周日）10:00，可用 20 人。"),
        ("zh_Hant", "有效至11月22日（星期日）上午10:00，可供 20 人使用。"),
    ],
)
def test_end_of_a_link_is_a_moment_like_any_other(language: str, line: str) -> None:
    screen = made(Words(language, ZONE), NewLink(1, "t_x", NOW, 20), "liandong_bot", "first")

    assert line in str(screen.text).splitlines()
