"""In Hong Kong an officer is not called a social worker, and nobody is called what their station did not set."""

import pytest

from bot.ground.viewer import Role
from bot.speech.words import Words
from handlers.talk.role_words import role_name


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["staff lead", "social worker", "officer"]),
        ("zh_Hans", ["社工", "社工", "干事"]),
        ("zh_Hant", ["負責職員", "社工", "幹事"]),
    ],
)
def test_staff_have_the_title_that_is_set(language: str, names: list[str]) -> None:
    words = Words(language, "Asia/Hong_Kong")

    assert [role_name(words, Role.SOCIAL_WORKER, title) for title in ("", "social_worker", "officer")] == names


def test_other_roles_have_one_name() -> None:
    words = Words("zh_Hant", "Asia/Hong_Kong")

    assert {role_name(words, Role.COORDINATOR, title) for title in ("", "social_worker", "officer")} == {"義工統籌"}
