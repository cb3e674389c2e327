"""The readers of the Bot API's prose, on sentences as they stand there, and the table that they made."""

from typing import Any

import pytest

from bot.simulator.methods import METHODS
from bot.simulator.rules.table import read_table
from tests.making.api_prose import choice_of, limits_of
from tests.making.new_api_table import table_of


@pytest.mark.parametrize(
    ("name", "prose", "expected"),
    [
        ("text", "Text of the message to be sent, 1-4096 characters after entities parsing",
         {"characters": [1, 4096], "parsed": True}),
        ("data", "Optional. Data to be sent in a callback query to the bot, 1-64 bytes", {"bytes": [1, 64]}),
        ("id", "Unique identifier for this result, 1-64 Bytes", {"bytes": [1, 64]}),
        ("commands", "A JSON-serialized list of bot commands. At most 100 commands can be specified.",
         {"items": [0, 100]}),
        ("ids", "A JSON-serialized list of 1-100 identifiers of messages to delete.", {"items": [1, 100]}),
        ("limit", "Limits the number of updates. Values between 1-100 are accepted. Defaults to 100.",
         {"value": [1, 100]}),
        ("heading", "A direction, in degrees. Must be between 1 and 360 if specified.", {"value": [1, 360]}),
        ("live_period", "Period, must be between 60 and 86400, or 0x7FFFFFFF for live locations", {}),
        ("amount", "Price in Stars must be between 5 and 100, and in toncoins must be between 10 and 100000.", {}),
        ("type", "Scope type, must be all_private_chats", {"one_of": ["all_private_chats"]}),
        ("status", 'The member\'s status in the chat, always "creator"', {"one_of": ["creator"]}),
        ("style", 'Must be one of "danger" (red), "success" (green) or "primary" (blue). If omitted, then so.',
         {"one_of": ["danger", "success", "primary"]}),
        ("type", 'Type of the chat, can be either "private", "group", "supergroup" or "channel"',
         {"one_of": ["private", "group", "supergroup", "channel"]}),
        ("chat_id", "Required if inline_message_id is not specified. Username in the format @name",
         {"unless": ["inline_message_id"], "pattern": "@[A-Za-z0-9_]{4,32}"}),
        ("entities", "Special entities, which can be specified instead of parse_mode", {"not_with": "parse_mode"}),
        ("language_code", "A two-letter ISO 639-1 language code or an empty string", {"pattern": "([a-z]{2})?"}),
        ("text", "Label text on the button", {}),
    ],
)  # fmt: skip
def test_limits_are_read_out_of_prose(name: str, prose: str, expected: dict[str, Any]) -> None:
    assert limits_of(name, prose) == expected


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Exactly one of the fields other than text, icon_custom_emoji_id, and style must be used to say so.",
         [1, ["text", "icon_custom_emoji_id", "style"]]),
        ("At most one of the fields other than text must be used.", [0, ["text"]]),
        ("This object represents a button.", None),
    ],
)  # fmt: skip
def test_choices_are_read_out_of_prose(prose: str, expected: Any) -> None:
    assert choice_of(prose) == expected


def test_a_table_holds_methods_types_and_what_is_one_of_several() -> None:
    def field(name: str, *types: str, required: bool = False, prose: str = "") -> dict[str, Any]:
        return {"name": name, "types": list(types), "required": required, "description": prose}

    spec = {
        "version": "Bot API 0.1",
        "methods": {
            "send": {
                "name": "send", "returns": ["Answer"],
                "fields": [field("to", "Integer", "String", required=True), field("what", "Array of Thing")],
            }
        },
        "types": {
            "Update": {"description": [], "fields": [field("update_id", "Integer"), field("message", "Answer")]},
            "Answer": {"description": [], "fields": []},
            "Thing": {"description": ["One of"], "subtypes": ["Red"]},
            "Red": {"description": [], "fields": [field("type", "String", required=True, prose="Kind, must be red")]},
            "Unused": {"description": [], "fields": []},
        },
    }  # fmt: skip
    table = table_of(spec)

    assert table["methods"] == {"send": {"to": "Integer|String!", "what": "Array of Thing"}}
    assert table["types"] == {
        "Answer": {},
        "Red": {"type": {"type": "String!", "one_of": ["red"]}},
        "Thing": ["Red"],
        "Update": {"update_id": "Integer", "message": "Answer"},
    }


def test_every_method_of_the_simulator_is_in_the_table() -> None:
    assert read_table().version == "Bot API 10.0"
    assert METHODS.keys() <= read_table().methods.keys()
