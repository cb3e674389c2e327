"""Who is to be phoned is reached once they look at the bot's chat, and not by anything else they do."""

from typing import Any

import pytest

from bot.wire.coming_in.house import in_hand

PRIVATE, GROUP = {"id": 5, "type": "private"}, {"id": -7, "type": "group"}


@pytest.mark.parametrize(
    ("update", "reached"),
    [
        pytest.param({"message": {"chat": PRIVATE, "text": "hello"}}, True, id="writes"),
        pytest.param({"message": {"chat": PRIVATE, "voice": {}}}, True, id="speaks"),
        pytest.param({"callback_query": {"message": {"chat": PRIVATE}}}, True, id="presses"),
        pytest.param({"message": {"chat": GROUP, "text": "hello"}}, False, id="writes in a group"),
        pytest.param({"my_chat_member": {"chat": PRIVATE}}, False, id="only unblocks"),
        pytest.param({"edited_message": {"chat": PRIVATE}}, False, id="corrects an old message"),
        pytest.param({"message": "nonsense"}, False, id="nonsense"),
    ],
)
def test_person_has_the_phone_in_hand(update: dict[str, Any], reached: bool) -> None:
    assert in_hand(update) is reached
