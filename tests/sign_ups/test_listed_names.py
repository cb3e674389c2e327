import pytest

from bot.sign_ups.groups.rules import listed_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("李四 王五\n赵六", ["李四", "王五", "赵六"], id="Chinese with blanks"),
        pytest.param("李四，Wu Lan、王五", ["李四", "Wu Lan", "王五"], id="commas"),
        pytest.param("王 奶奶", ["王 奶奶"], id="one name spaced out"),
        pytest.param("Fay Wong", ["Fay Wong"], id="no Chinese name"),
        pytest.param(" \n,", [], id="none"),
    ],
)
def test_names_are_told_apart(text: str, names: list[str]) -> None:
    assert [name.strip() for name in listed_names(text)] == names
