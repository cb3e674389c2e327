"""A demo goes on where it stopped, unless something else is asked for."""

from pathlib import Path

import pytest

from bot.demo.keeping import Kept
from bot.demo.stage import ABOUT, Wish, about, language_of, why_anew
from tests.demo.conftest import demo_in

KEPT = Kept("en", 0, 1_800_000_000, {})


async def test_demo_goes_on_where_it_stopped(tmp_path: Path) -> None:
    async with demo_in(tmp_path, "--language", "zh_Hant") as demo:
        await demo.act("wind", to="day")
        before = await demo.get("/state")
        texts = await demo.texts("陳靜雯")
    async with demo_in(tmp_path) as demo:
        after = await demo.get("/state")

        assert len(demo.told) == 1  # no word of beginning anew
        assert await demo.texts("陳靜雯") == texts
        assert [one["name"] for one in after["people"]] == [one["name"] for one in before["people"]]
        assert after["world"] == before["world"]
        assert after["now"] > before["now"]
        assert await demo.get("/due") != []


@pytest.mark.parametrize(
    ("kept", "wish", "said"),
    [
        pytest.param(None, Wish(None, "en"), "A small agency is set up …", id="first time"),
        pytest.param(KEPT, Wish(None, "zh_Hans"), None, id="as before"),
        pytest.param(KEPT, Wish("en", "zh_Hans", people=0), None, id="the same"),
        pytest.param(KEPT, Wish(None, "en", reset=True), "The demo begins anew …", id="reset"),
        pytest.param(
            KEPT,
            Wish("zh_Hant", "en"),
            "The last demo was in en: this one begins anew, in zh_Hant …",
            id="another language",
        ),
        pytest.param(
            KEPT,
            Wish(None, "en", people=2000),
            "The last demo had 0 more people: this one begins anew, with 2,000 …",
            id="another crowd",
        ),
    ],
)
def test_demo_begins_anew_and_says_why(kept: Kept | None, wish: Wish, said: str | None) -> None:
    assert why_anew(wish, kept) == said


@pytest.mark.parametrize(
    ("kept", "wish", "language"),
    [
        pytest.param(None, Wish(None, "zh_Hans"), "zh_Hans", id="first time"),
        pytest.param(KEPT, Wish(None, "zh_Hans", reset=True), "en", id="as before"),
        pytest.param(KEPT, Wish("zh_Hant", "zh_Hans", reset=True), "zh_Hant", id="asked for"),
    ],
)
def test_demo_that_begins_anew_speaks_as_before(kept: Kept | None, wish: Wish, language: str) -> None:
    assert language_of(wish, kept) == language


@pytest.mark.parametrize(("real", "now"), [(1_700_000_000, 1_800_000_035), (1_900_000_000, 1_900_000_000)])
def test_clock_of_the_next_run_never_goes_back(real: int, now: int) -> None:
    assert KEPT.clock_of_next(real) == now


@pytest.mark.parametrize(("people", "chinese"), [("en", "zh_Hans"), ("zh_Hans", "zh_Hans"), ("zh_Hant", "zh_Hant")])
def test_newcomer_reads_what_the_bot_does_in_the_language_of_the_phone(people: str, chinese: str) -> None:
    assert about(people) == {
        "description:": ABOUT[people],
        "description:en": ABOUT["en"],
        "description:zh": ABOUT[chinese],
    }
