"""Whose an update is, and what of it can be kept."""

import json
from typing import Any

import pytest

from bot.wire.coming_in.arrivals import arrival, client_language, storable

ANNA = {"id": 5, "is_bot": False, "first_name": "Anna", "language_code": "zh-hant"}
PRIVATE = {"id": 5, "type": "private"}
GROUP = {"id": -7, "type": "group"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group"}


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        pytest.param({"message": {"from": ANNA, "chat": PRIVATE}}, 5, id="private"),
        pytest.param({"message": {"from": ANNA, "chat": GROUP}}, 5, id="in a group the person"),
        pytest.param({"callback_query": {"from": ANNA, "message": {"chat": GROUP}}}, 5, id="press in a group"),
        pytest.param({"message": {"from": ANONYMOUS, "chat": GROUP, "sender_chat": GROUP}}, -7, id="anonymous admin"),
        pytest.param({"message": {"from": {"id": 777000}, "chat": GROUP}}, -7, id="777000"),
        pytest.param({"channel_post": {"chat": {"id": -9}}}, -9, id="channel"),
        pytest.param({"message": {"from": ANNA, "sender_chat": {"id": -9}, "chat": GROUP}}, -7, id="as a channel"),
        pytest.param({"my_chat_member": {"from": ANNA, "chat": PRIVATE}}, 5, id="block"),
        pytest.param({"message": {"from": {"id": True}, "chat": {"id": "x"}}}, 0, id="nonsense"),
        pytest.param({"poll": 3}, 0, id="no body"),
    ],
)
def test_lane_is_the_sender_or_else_the_chat(update: dict[str, Any], lane: int) -> None:
    found = arrival({"update_id": 1, **update})

    assert found is not None
    assert found.lane == lane


@pytest.mark.parametrize(
    "update", [None, 3, [], {}, {"update_id": "1"}, {"update_id": True}, {"update_id": 2**70}], ids=repr
)
def test_what_has_no_number_cannot_be_kept(update: Any) -> None:
    assert arrival(update) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00b\x00\x00", "ab"),
        ("\ud83dx", "x"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
        ("typed \\u0000", "typed \\u0000"),
        ("\\\x00", "\\"),
        ("\x00\\\\\x00", "\\\\"),
    ],
    ids=["NUL", "half a pair", "emoji", "typed as text", "after a backslash", "between backslashes"],
)
def test_what_no_database_takes_is_left_out(text: str, kept: str) -> None:
    """Fault 56."""
    assert json.loads(storable({"text": text})) == {"text": kept}


@pytest.mark.parametrize(
    ("update", "language"),
    [
        ({"message": {"from": ANNA}}, "zh-hant"),
        ({"message": {"from": {"id": 5}}}, None),
        ({"message": {"from": []}}, None),
        ({"update_id": 3}, None),
    ],
    ids=["named", "not named", "nonsense", "nobody"],
)
def test_client_language_is_what_telegram_says(update: dict[str, Any], language: str | None) -> None:
    assert client_language(update) == language
