"""Without a data key no phone number is stored, wherever in an update it stands."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.ground.contacts import without_numbers

CONTACT = {"phone_number": "+8613800138000", "first_name": "Zoë", "vcard": "TEL:+8613800138000", "user_id": 5}
PLAIN = {"phone_number": "", "first_name": "Zoë", "vcard": "", "user_id": 5}
WAYS = some.recursive(
    some.just(CONTACT),
    lambda inner: (
        some.dictionaries(some.sampled_from(["message", "contact", "reply_to_message", "x"]), inner)
        | some.lists(inner, max_size=3)
    ),
)


@given(WAYS)
def test_no_number_is_left_anywhere(update: Any) -> None:
    cleaned = without_numbers(json.dumps(update, ensure_ascii=False))

    assert "138" not in cleaned
    assert json.loads(cleaned) == json.loads(json.dumps(update).replace("TEL:", "").replace("+8613800138000", ""))


def test_rest_of_the_contact_stays() -> None:
    assert json.loads(without_numbers(json.dumps({"message": {"contact": CONTACT}}))) == {"message": {"contact": PLAIN}}


@pytest.mark.parametrize("odd", [8613800138000, ["+8613800138000"], {"x": 8613800138000}, None, True])
def test_number_that_is_no_text_goes_and_makes_no_sense_still(odd: object) -> None:
    """Fault 6: the update is dead, as it is where there is a key."""
    raw = json.dumps({"message": {"contact": {"phone_number": odd, "first_name": "Zoë"}}})

    assert json.loads(without_numbers(raw)) == {"message": {"contact": {"phone_number": None, "first_name": "Zoë"}}}


def test_other_updates_stay_as_they_are() -> None:
    raw = '{"update_id": 1,  "message": {"text": "my phone_number is …"}}'

    assert without_numbers(raw) == raw
