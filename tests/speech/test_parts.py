"""One gate for what a button carries: every part has its bounds, and what lies beyond them is no button at all."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.ground.refusals import UnknownChoice
from bot.speech.buttons import KINDS, LIMIT, AnyLink, Link
from bot.speech.parts import MOST_ID, YEARS, Flag, Id, Part, part_of
from bot.speech.words import catalogue, locale, zone
from bot.wire.routing import Form
from handlers.links.menu import GoOn, SpeakIn, TakeTyped
from handlers.routes import ROUTES
from tests.forging.values import HOSTILE, OTHERS, fitting

PACKED_BEFORE = (Path(__file__).parent / "packed_before.txt").read_text(encoding="utf-8").splitlines()
EVERY_KIND = sorted(KINDS)
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.sampled_from(OTHERS), st.text(), st.integers().map(str))


@st.composite
def pressed(draw: st.DrawFn) -> tuple[AnyLink, str]:
    """Any kind; each part possible, hostile or just any text, sometimes one too many or one missing."""
    kind = KINDS[draw(st.sampled_from(EVERY_KIND))]
    texts = [draw(st.one_of(st.sampled_from(fitting(part)), TEXTS)) for part in kind.parts.values()]
    texts += draw(st.sampled_from(([], [], [], [""], ["1"])))
    return kind, ":".join([kind.verb, *texts[draw(st.sampled_from((0, 0, 0, 1))) :]])


def within_bounds(value: object) -> bool:
    if value is None or isinstance(value, bool):
        return True
    if isinstance(value, int):
        return -1 <= value <= MOST_ID
    if isinstance(value, date):
        return value.year in YEARS
    return (
        isinstance(value, str) and value.isascii() and value.isprintable() and ".." not in value and len(value) < LIMIT
    )


@settings(max_examples=800)
@given(pressed())
@example((SpeakIn, "mla:../../etc/passwd"))
@example((SpeakIn, "mla:zh_Hans/../en"))
def test_no_text_makes_unpacking_raise_and_what_unpacks_is_within_its_bounds(found: tuple[AnyLink, str]) -> None:
    """Fault 86."""
    kind, data = found

    button = kind.unpack(data)

    if button is not None:
        assert button.pack() == data
        assert all(within_bounds(value) for value in button.values)


def test_hostile_text_fits_no_part_that_does_not_name_it() -> None:
    """Fault 86: every kind × every part × every hostile text."""
    for verb, kind in KINDS.items():
        first = [fitting(part)[0] for part in kind.parts.values()]
        for at in range(len(first)):
            for hostile in (*HOSTILE, *OTHERS):
                button = kind.unpack(":".join([verb, *first[:at], hostile, *first[at + 1 :]]))
                assert button is None or all(within_bounds(value) for value in button.values), (verb, hostile)


def test_possible_values_go_there_and_back() -> None:
    for verb, kind in KINDS.items():
        possible = [fitting(part) for part in kind.parts.values()]
        assert all(possible), verb
        for turn in range(max(map(len, possible), default=1)):
            data = ":".join([verb, *(texts[turn % len(texts)] for texts in possible)])
            button = kind.unpack(data)
            assert len(data) > LIMIT or (button is not None and button.pack() == data), data


def test_buttons_of_an_older_program_work_on() -> None:
    """They stand in people's chats for ever. Written by the program before parts had types."""
    assert len(PACKED_BEFORE) > len(KINDS)
    for data in PACKED_BEFORE:
        button = KINDS[data.split(":")[0]].unpack(data)
        assert button is not None, data
        assert button.pack() == data


def test_every_kind_is_among_those_of_the_older_program() -> None:
    """A new kind has no older buttons; one that goes must stay unpacked as stale."""
    assert {data.split(":")[0] for data in PACKED_BEFORE} <= set(EVERY_KIND)


def test_every_part_says_its_bounds() -> None:
    for kind in KINDS.values():
        assert all(isinstance(part, Part) for part in kind.parts.values())


@pytest.mark.parametrize("plain", [int, str, int | str, str | None, date, Any, list[int], bool])
def test_part_without_bounds_is_refused(plain: Any) -> None:
    with pytest.raises(TypeError):
        _ = Link[plain]("loose", "shift").parts
    del KINDS["loose"]


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@pytest.mark.parametrize(
    ("annotation", "text", "value"),
    [
        (Colour, "red", Colour.RED),
        (Colour | None, "", None),
        (Literal["a", "b"], "b", "b"),
        (Id, "9007199254740991", MOST_ID),
        (Flag, "1", True),
        (Flag | None, "", None),
    ],
)
def test_annotation_says_how_a_part_is_read(annotation: Any, text: str, value: object) -> None:
    part = part_of(annotation)

    assert (part.read(text), part.write(value)) == (value, text)


def test_forms_in_buttons_are_those_that_can_be_gone_on_with() -> None:
    forms = [route for route in ROUTES if isinstance(route, Form)]

    assert set(fitting(GoOn.parts["form"])) == {form.name for form in forms if form.again}
    assert set(fitting(TakeTyped.parts["form"])) == {form.name for form in forms if form.sure}


@pytest.mark.parametrize("language", ["", "xx", "../../etc/passwd", "zh_Hans/../en", "EN", "en\0", "\ud800"])
def test_language_without_a_catalogue_is_refused_by_name(language: str) -> None:
    for looked_up in (catalogue, locale):
        with pytest.raises(UnknownChoice):
            looked_up(language)


@pytest.mark.parametrize(
    "name", ["", "Mars/Base", "../../etc/passwd", "/etc/passwd", "Asia", "UTC\0", "\ud800", "x" * 5000]
)
def test_zone_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(UnknownChoice):
        zone(name)
