"""A field is a typed line and a row of words; everything else follows."""

from collections import Counter
from typing import Annotated
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import SmallInteger

from bot.activities.fields import EDITED, TYPED, ActivityFacts, Filled, Said, ShiftFacts
from bot.ground.filling import Field, Leaning, a_line, codes_of, read_form, table_of, yes_or_no
from bot.ground.frozen import field_names, narrowed
from bot.leading.editing_rules import FIELDS as EDIT_ORDER
from bot.posting.form import FIELDS as FORM_ORDER
from bot.schema.columns import columns_of
from bot.store.statements import listed
from handlers.activities.activities import DETAILS
from handlers.activities.fields import SHOWN
from tests.leading.test_editing_rules import NOW, SHIFT, ZONE

LEANING = Leaning(NOW, ZoneInfo(ZONE))


class More(Said, kw_only=True):
    """An activity of which two more things can be said."""

    badge: Annotated[bool, yes_or_no("badge 徽章 徽記")] = False
    parking: Annotated[str, a_line("parking 停车 泊車", 20)] = ""


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("badge: yes\nparking:  Yard \n", {"badge": True, "parking": "Yard"}),
        ("徽章：有\n停车：院子", {"badge": True, "parking": "院子"}),
        ("徽記: 否\n泊車: 停車場", {"badge": False, "parking": "停車場"}),
    ],
    ids=["en", "zh_Hans", "zh_Hant"],
)
def test_a_line_is_a_field_of_the_form(typed: str, expected: dict[str, object]) -> None:
    table = table_of(More)
    said = read_form(typed, table, codes_of(table)).values
    read = {column: value for code in said for column, value in table[code].read(said[code], None, LEANING).items()}

    assert read == expected


def test_a_line_is_a_text_that_reads_the_same_and_can_be_taken_back() -> None:
    table, known = table_of(More), narrowed(Said, SHIFT.activity)
    values = More(badge=True, parking="Yard", **{name: getattr(known, name) for name in field_names(Said)})

    assert [table[code].written(values, ZoneInfo(ZONE)) for code in ("badge", "parking")] == ["yes", "Yard"]
    assert table["parking"].changes(table["parking"].empty) == {"parking": ""}


def test_a_line_is_a_column() -> None:
    badge, parking = columns_of(More)[-2:]

    assert (badge.name, type(badge.type), badge.nullable) == ("badge", SmallInteger, False)
    assert (parking.name, parking.nullable) == ("parking", False)
    assert listed(More, ":facts.").endswith(":facts.badge, :facts.parking")


def test_every_field_has_its_words_and_its_place_on_each_screen() -> None:
    assert SHOWN.keys() == TYPED.keys() | EDITED.keys()
    assert sorted(FORM_ORDER) == sorted(TYPED)
    assert sorted(EDIT_ORDER) == sorted(EDITED)
    assert sorted(DETAILS) == sorted(SHOWN)


def test_no_key_is_that_of_two_fields() -> None:
    times = Counter(key for field in TYPED.values() for key in field.keys.split())

    assert [key for key, n in times.items() if n > 1] == []


@pytest.mark.parametrize("field", EDITED.values(), ids=EDITED)
def test_what_editing_says_has_a_column(field: Field) -> None:
    kept = {*field_names(ActivityFacts), *field_names(ShiftFacts), *(set(field_names(Filled)) & {"requires"})}

    assert field.column in kept
