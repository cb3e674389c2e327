"""Poster and lists in three languages, with the longest and most hostile content: nothing is missing or cut."""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from bot.ground.frozen import replace
from bot.leading.handouts.rules import Coming, ComingList, InsurersList, Poster
from bot.leading.rules import GroupPlaces
from bot.paper.child import make
from bot.speech.screens import Paper
from bot.speech.words import LANGUAGES, Words
from bot.stations.rules import Agency
from handlers.leading.handouts.lists import insurers_list, sign_in_sheet
from handlers.leading.handouts.posters import poster
from tests.paper.reading import as_a_chat_shows_it, packed, printed, scanned
from tests.paper.test_templates import HOSTILE, rendered, texts
from tests.samples.activities import SHIFT

LINK = "https://t.me/" + "liandong_demonstration_a_bot" + f"?start=a_{SHIFT.id}"
AGENCY = Agency(HOSTILE[0] * 8, "+852 2345 6789")
WIDE = replace(
    SHIFT,
    activity=replace(SHIFT.activity, title="W" * 80, place=HOSTILE[5], meet_place="W" * 120, bring="W" * 200,
                     clothing="㊣" * 200, risk="W" * 300, lead_name="W" * 60, contact="W" * 80),
)  # fmt: skip
PEOPLE = tuple(
    Coming(name, band, "N-" + "7" * 38, HOSTILE[5][:80])
    for name, band in zip(
        [*HOSTILE, "王芳", "𠮷田", "陳大文"] * 5, ["60_up", None, "under_14", "14_17", "adult"] * 10, strict=True
    )
)
GROUPS = (GroupPlaces(HOSTILE[5], 30, 2), GroupPlaces("Named", 2, 2))


def missing(paper: Paper, *without: str) -> list[str]:
    """Of what was to be said, what does not stand in the page that has its text."""
    text = printed(make(paper.order.template, "pdf", paper.order.data))
    data: dict[str, Any] = {name: value for name, value in paper.order.data.items() if name not in {"qr", *without}}
    data.pop("empty", None)
    return [one for one in texts(data) if packed(one) not in text]


def pages(paper: Paper) -> int:
    return len(PdfReader(BytesIO(make(paper.order.template, "pdf", paper.order.data))).pages)


@pytest.mark.parametrize("shift", [SHIFT, WIDE], ids=["nasty", "wide"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_poster_says_everything_on_one_page_and_opens_the_activity(language: str, shift: Any) -> None:
    for paper in poster(Words(language, "Asia/Shanghai"), Poster(shift, AGENCY, LINK)):
        assert missing(paper) == []
        assert pages(paper) == 1
    picture = rendered(poster(Words(language, "Asia/Shanghai"), Poster(shift, AGENCY, LINK))[0])

    assert scanned(picture) == [LINK]
    assert scanned(as_a_chat_shows_it(picture)) == [LINK]


@pytest.mark.parametrize("language", LANGUAGES)
def test_exact_place_that_is_for_confirmed_people_stands_on_no_poster(language: str) -> None:
    secret = replace(SHIFT.activity, confirmed_only=True, place="Secret Lane 5", meet_place="Behind it", contact="Bo")
    for paper in poster(Words(language, "Asia/Shanghai"), Poster(replace(SHIFT, activity=secret), AGENCY, LINK)):
        shown = " ".join(texts(paper.order.data))

        assert [one for one in ("Secret Lane 5", "Behind it", "Bo") if one in shown] == []
        assert packed(Words(language, "Asia/Shanghai").label("Scan to see it and sign up")) in packed(shown)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("made", [sign_in_sheet, insurers_list])
def test_lists_hold_everybody_in_their_order(language: str, made: Any) -> None:
    found = InsurersList(WIDE, AGENCY, PEOPLE, GROUPS)
    paper = made(Words(language, "Asia/Shanghai"), found)
    text = printed(rendered(paper))

    assert missing(paper) == []
    assert text.count(packed(PEOPLE[-1].name)) == sum(one.name == PEOPLE[-1].name for one in PEOPLE)
    assert [text.index(packed(one.name)) for one in PEOPLE[:3]] == sorted(
        text.index(packed(one.name)) for one in PEOPLE[:3]
    )
    assert f"1/{pages(paper)}" in text
    assert "Named" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_list_says_what_its_columns_are(language: str) -> None:
    words = Words(language, "Asia/Shanghai")
    paper = sign_in_sheet(words, ComingList(SHIFT, AGENCY, PEOPLE, ()))
    made = PdfReader(BytesIO(rendered(paper)))

    assert len(made.pages) > 2
    assert all(packed(words.label("Signature")) in packed(page.extract_text()) for page in made.pages)


@pytest.mark.parametrize("heads", [0, 3, 500])
def test_sheet_has_room_for_who_comes_besides(heads: int) -> None:
    """One line for each head of a group, some more for others, and no end of paper for a huge group."""
    words, groups = Words("en", "Asia/Shanghai"), (GroupPlaces("Bank", heads, 0),) if heads else ()
    data = sign_in_sheet(words, ComingList(SHIFT, AGENCY, PEOPLE[:1], groups)).order.data

    assert data["empty"] == min(60, 8 + heads)


@pytest.mark.parametrize("language", LANGUAGES)
def test_list_of_nobody_says_so(language: str) -> None:
    words = Words(language, "Asia/Shanghai")
    for made in (sign_in_sheet, insurers_list):
        text = printed(rendered(made(words, InsurersList(SHIFT, Agency(), (), ()))))
        assert packed(words.label("Nobody has signed up yet.")) in text
