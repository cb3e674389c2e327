"""What Telegram's answer means for the row that was sent. Words and codes: tdlib/telegram-bot-api, Client.cpp."""

from enum import StrEnum

from bot.ground.frozen import Frozen
from bot.wire.reading import Answer, answer_of, number


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
    """Whatever is no answer of the Bot API (a proxy's page, half a body, an odd result) leaves the outcome unknown."""
    answer = answer_of(status, body)
    if answer is None:
        return Verdict(Means.UNKNOWN, words=f"HTTP {status}")
    return sent(answer) if answer.ok else refused(answer)


def sent(answer: Answer) -> Verdict:
    """Where there is a message it has a number: 0 until Telegram has given it one."""
    if answer.result is True:
        return Verdict(Means.SENT)
    if isinstance(answer.result, dict):
        message_id = number(answer.result.get("message_id", 0), 0)
        if message_id is not None:
            return Verdict(Means.SENT, message_id=message_id or None)
    return Verdict(Means.UNKNOWN, words="an odd result")


def refused(answer: Answer) -> Verdict:
    words = ":".join(answer.words.split(":")[:2])
    if answer.code == 429:
        return Verdict(Means.LATER, seconds=answer.retry_after, words=words)
    if answer.code in {401, 404}:
        return Verdict(Means.NO_TOKEN, words=words)
    if answer.migrate_to is not None:
        return Verdict(Means.MOVED, chat_id=answer.migrate_to, words=words)
    return Verdict(meaning(answer.code, words.lower()), words=words)


def meaning(code: int, words: str) -> Means:
    if code == 403:
        return Means.GONE if any(one in words for one in GONE) else Means.STRIKE
    if "message is not modified" in words:
        return Means.SENT
    if "can't parse entities" in words:
        return Means.BAD_HTML
    if any(one in words for one in NO_CARD):
        return Means.LOST_CARD
    return Means.STRIKE if any(one in words for one in NO_CHAT) else Means.REFUSED
