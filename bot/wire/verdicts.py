"""What Telegram's answer means for the row that was sent. Words and codes: tdlib/telegram-bot-api, Client.cpp."""

import json
from enum import StrEnum
from typing import Any

from bot.domain.frozen import Frozen


class Means(StrEnum):
    SENT = "sent"  # also: the card already looks like that
    LATER = "later"  # 429: leave this chat alone for `seconds`
    GONE = "gone"  # blocked, or the account is deleted
    STRIKE = "strike"  # a refusal that is no proof
    MOVED = "moved"  # the group is now `chat_id`
    BAD_HTML = "bad_html"  # our bug: say it plainly
    LOST_CARD = "lost_card"  # nothing there to be edited: send it anew
    UNKNOWN = "unknown"  # it may have arrived
    NOT_SENT = "not_sent"  # it did not arrive
    NO_TOKEN = "no_token"  # noqa: S105 - a verdict's name
    REFUSED = "refused"  # it will never be accepted


class Verdict(Frozen):
    means: Means
    message_id: int | None = None
    seconds: int | None = None
    chat_id: int = 0
    words: str = ""  # Telegram's, without what they quote of ours
    repeatable: bool = False  # the call makes no second copy, however often it is sent


GONE = ("bot was blocked by the user", "user is deactivated")
NO_CARD = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message identifier",
    "there is no text in the message to edit",  # a picture or a file: its words cannot be put in another's place
)
NO_CHAT = ("chat not found", "peer_id_invalid", "user not found", "group chat was deactivated")


def read_answer(status: int, body: bytes) -> Verdict:
    """Whatever is no JSON answer of the Bot API (a proxy's page, half a body) leaves the outcome unknown."""
    try:
        answer = json.loads(body)
    except ValueError:
        answer = None
    if not isinstance(answer, dict) or status >= 500:
        return Verdict(Means.UNKNOWN, words=f"HTTP {status}")
    if answer.get("ok"):
        result = answer.get("result")
        return Verdict(Means.SENT, message_id=result.get("message_id") if isinstance(result, dict) else None)
    return refused(answer)


def refused(answer: dict[str, Any]) -> Verdict:
    code, given = answer.get("error_code"), answer.get("parameters") or {}
    words = ":".join(str(answer.get("description", "")).split(":")[:2])
    if code == 429:
        return Verdict(Means.LATER, seconds=given.get("retry_after"), words=words)
    if code in {401, 404}:
        return Verdict(Means.NO_TOKEN, words=words)
    if "migrate_to_chat_id" in given:
        return Verdict(Means.MOVED, chat_id=int(given["migrate_to_chat_id"]), words=words)
    return Verdict(meaning(code, words.lower()), words=words)


def meaning(code: Any, words: str) -> Means:
    if code == 403:
        return Means.GONE if any(one in words for one in GONE) else Means.STRIKE
    if "message is not modified" in words:
        return Means.SENT
    if "can't parse entities" in words:
        return Means.BAD_HTML
    if any(one in words for one in NO_CARD):
        return Means.LOST_CARD
    return Means.STRIKE if any(one in words for one in NO_CHAT) else Means.REFUSED
