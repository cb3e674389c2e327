"""Telegram's answers, word by word."""

import json
from typing import Any

import pytest

from bot.wire.going_out.verdicts import Means, Verdict, read_answer

OK = {"ok": True, "result": {"message_id": 7}}


def refusal(code: int, words: str, **parameters: Any) -> bytes:
    return json.dumps({"ok": False, "error_code": code, "description": words, "parameters": parameters}).encode()


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        pytest.param(200, json.dumps(OK).encode(), Verdict(Means.SENT, message_id=7), id="sent"),
        pytest.param(200, b'{"ok":true,"result":true}', Verdict(Means.SENT), id="true"),
        pytest.param(502, b"<html>nginx</html>", Verdict(Means.UNKNOWN, words="HTTP 502"), id="a proxy's page"),
        pytest.param(500, refusal(500, "Internal"), Verdict(Means.UNKNOWN, words="HTTP 500"), id="500 as JSON"),
        pytest.param(200, b'{"ok":tr', Verdict(Means.UNKNOWN, words="HTTP 200"), id="half a body"),
        pytest.param(200, b"[]", Verdict(Means.UNKNOWN, words="HTTP 200"), id="no object"),
    ],
)
def test_answer_is_read(status: int, body: bytes, expected: Verdict) -> None:
    assert read_answer(status, body) == expected


@pytest.mark.parametrize(
    ("code", "words", "means"),
    [
        (403, "Forbidden: bot was blocked by the user", Means.GONE),
        (403, "Forbidden: user is deactivated", Means.GONE),
        (403, "Forbidden: bot can't initiate conversation with a user", Means.STRIKE),
        (403, "Forbidden: bot was kicked from the group chat", Means.STRIKE),
        (400, "Bad Request: chat not found", Means.STRIKE),
        (400, "Bad Request: PEER_ID_INVALID", Means.STRIKE),
        (400, "Bad Request: message is not modified: specified new message content is the same", Means.SENT),
        (400, "Bad Request: message to edit not found", Means.LOST_CARD),
        (400, "Bad Request: message can't be edited", Means.LOST_CARD),
        (400, "Bad Request: MESSAGE_ID_INVALID", Means.LOST_CARD),
        (400, "Bad Request: there is no text in the message to edit", Means.LOST_CARD),
        (400, "Bad Request: BUTTON_DATA_INVALID", Means.REFUSED),
        (401, "Unauthorized", Means.NO_TOKEN),
        (404, "Not Found", Means.NO_TOKEN),
    ],
    ids=str,
)
def test_refusal_is_understood(code: int, words: str, means: Means) -> None:
    assert read_answer(code, refusal(code, words)).means is means


def test_words_that_quote_what_we_sent_are_cut_off() -> None:
    words = 'Bad Request: can\'t parse entities: Unsupported start tag "secret" at byte offset 0'

    verdict = read_answer(400, refusal(400, words))

    assert verdict == Verdict(Means.BAD_HTML, words="Bad Request: can't parse entities")


@pytest.mark.parametrize(("given", "seconds"), [({"retry_after": 7}, 7), ({}, None)], ids=["a number", "none"])
def test_wait_is_read(given: dict[str, int], seconds: int | None) -> None:
    verdict = read_answer(429, refusal(429, "Too Many Requests", **given))

    assert (verdict.means, verdict.seconds) == (Means.LATER, seconds)


def test_new_id_of_a_group_is_read() -> None:
    words = "Bad Request: group chat was upgraded to a supergroup chat"

    verdict = read_answer(400, refusal(400, words, migrate_to_chat_id=-1005))

    assert (verdict.means, verdict.chat_id) == (Means.MOVED, -1005)
