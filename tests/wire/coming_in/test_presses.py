"""What is kept of a press, and that nothing is missing that anybody asks of it."""

from typing import Any

import pytest
from telegram import Update

from bot.ground.json_text import written
from bot.wire.coming_in.arrivals import arrival
from bot.wire.coming_in.presses import kept, pressed
from bot.wire.reading import object_of
from tests.benchmarks.presses import press
from tests.wire.coming_in.both_ways import differences, facts

SENDER = {
    "id": 5, "is_bot": False, "first_name": "小明", "last_name": "王", "username": "xm", "language_code": "zh-hans",
    "is_premium": True,
}  # fmt: skip
PRIVATE = {"id": 5, "type": "private", "first_name": "小明", "last_name": "王", "username": "xm"}
FORUM = {"id": -100, "type": "supergroup", "title": "Team", "username": "team", "is_forum": True}
CARD = {"message_id": 7, "date": 1_700_000_000, "chat": PRIVATE, "text": "Hello", "from": SENDER}
KEYS = {"inline_keyboard": [[{"text": "Yes", "callback_data": "x:1"}]]}


def of(card: dict[str, Any] | None, **more: Any) -> dict[str, Any]:
    query = {"id": "9", "from": SENDER, "chat_instance": "-3", "data": "x:1", **more}
    return {"update_id": 1, "callback_query": query if card is None else {**query, "message": card}}


PRESSES = {
    "a text": of({**CARD, "reply_markup": KEYS, "entities": [{"type": "bold", "offset": 0, "length": 5}]}),
    "a picture": of({**CARD, "text": None, "photo": [], "caption": "Hello"} | {"reply_markup": KEYS}),
    "a group": of({**CARD, "chat": FORUM}),
    "a thread": of({**CARD, "chat": FORUM, "message_thread_id": 12, "is_topic_message": True}),
    "a card too old": of({"message_id": 7, "date": 0, "chat": PRIVATE}),
    "a card sent inline": of(None, inline_message_id="AbC"),
    "the bench's": {"update_id": 1, **press(1, "x:1")},
}
PRESSES["a picture"]["callback_query"]["message"].pop("text")


@pytest.mark.parametrize("what", PRESSES)
def test_press_is_read_as_the_library_reads_all_of_it(what: str) -> None:
    assert differences(PRESSES[what]) == {}


def test_the_card_itself_is_not_kept() -> None:
    found = arrival(PRESSES["the bench's"])
    assert found is not None
    assert ("Lianhua" in found.raw, "Sign me up" in found.raw, len(found.raw) < 500) == (False, False, True)


def test_press_that_was_kept_whole_is_read_the_same() -> None:
    """Rows of before."""
    whole = PRESSES["a thread"]
    ours = pressed(object_of(written(whole)))
    assert ours is not None
    assert facts(ours) == facts(Update.de_json(whole, None))


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 1, "message": CARD},
        of(CARD, game_short_name="chess"),
        {**of(CARD), "edited_message": CARD},
        {"update_id": 1, "callback_query": {"id": "9", "from": SENDER, "message": CARD, "data": "x"}},
    ],
)
def test_whatever_else_it_is_the_library_reads_it(update: dict[str, Any]) -> None:
    assert pressed(update) is None


@pytest.mark.parametrize("odd", [{"message": CARD}, of([]), {"callback_query": 5}, of({"chat": 3}), of({"text": 4})])  # type: ignore[arg-type]  # odd on purpose
def test_whatever_comes_in_is_kept_or_left_as_it_is(odd: dict[str, Any]) -> None:
    assert kept(odd) == odd or set(kept(odd)["callback_query"]["message"]) <= {"chat", "text"}
