import pytest

from bot.ground.refusals import UnknownSetting
from bot.stations.rules import SetAt, Setting, ancestors, explained, in_force, levels_below, topmost
from bot.stations.settings import HONG_KONG, MAINLAND

ROOT = SetAt(1, MAINLAND, {"grace_minutes": "5", "language": "zh_Hans"})
PLAIN = SetAt(2, None, {})
BRANCH = SetAt(3, HONG_KONG, {"grace_minutes": "0"})


@pytest.mark.parametrize(
    ("chain", "grace", "language"),
    [
        pytest.param([SetAt(1, None, {})], 10, "zh_Hans", id="nothing set"),
        pytest.param([ROOT], 5, "zh_Hans", id="set here"),
        pytest.param([ROOT, PLAIN], 5, "zh_Hans", id="inherited"),
        pytest.param([ROOT, BRANCH], 0, "zh_Hant", id="a preset below starts afresh"),
        pytest.param([ROOT, PLAIN, SetAt(4, None, {"grace_minutes": "7"})], 7, "zh_Hans", id="the nearest wins"),
    ],
)
def test_settings_are_inherited(chain: list[SetAt], grace: int, language: str) -> None:
    settings = in_force(chain)
    assert (settings.grace_minutes, settings.language) == (grace, language)


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        pytest.param([SetAt(1, None, {})], Setting("grace_minutes", 10, None), id="preset"),
        pytest.param([ROOT, PLAIN], Setting("grace_minutes", 5, 1), id="above"),
        pytest.param([ROOT, BRANCH], Setting("grace_minutes", 0, 3), id="here"),
    ],
)
def test_setting_says_where_it_comes_from(chain: list[SetAt], expected: Setting) -> None:
    assert explained(chain, "grace_minutes") == expected


def test_unknown_setting_is_refused() -> None:
    with pytest.raises(UnknownSetting):
        explained([ROOT], "volume")


def test_topmost_leaves_out_what_lies_below() -> None:
    assert topmost({"/1/4/", "/1/4/9/", "/1/5/", "/1/41/"}) == ("/1/4/", "/1/41/", "/1/5/")


def test_ancestors_are_read_off_the_path() -> None:
    assert (ancestors("/1/4/9/"), ancestors("/")) == ((1, 4, 9), ())


@pytest.mark.parametrize(
    ("level", "below"), [("city", ("district", "street", "community")), ("community", ("community",))]
)
def test_levels_below_are_smaller(level: str, below: tuple[str, ...]) -> None:
    assert levels_below(level) == below
