"""A refusal of the Bot API is an answer with words that clients compare letter by letter, so none is paraphrased here.

Source of codes and words: tdlib/telegram-bot-api (`Client.cpp`) and td (`MessageEntity.cpp`, `ReplyMarkup.cpp`).
"""

from collections.abc import Mapping
from typing import Any


class ApiError(Exception):
    """What the caller gets instead of a result: an HTTP status, a description, sometimes parameters."""

    def __init__(self, status: int, description: str, parameters: Mapping[str, Any] | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The JSON body that Telegram would send."""
        body: dict[str, Any] = {"ok": False, "error_code": self.status, "description": self.description}
        if self.parameters:
            body["parameters"] = dict(self.parameters)
        return body


class Malformed(ApiError):
    """400 for what a call says, whatever the state of the chats: a client that sends it has a fault of its own."""

    def __init__(self, words: str) -> None:
        super().__init__(400, f"Bad Request: {words}")


def bad_request(words: str, parameters: Mapping[str, Any] | None = None) -> ApiError:
    """400 with Telegram's prefix."""
    return ApiError(400, f"Bad Request: {words}", parameters)


def malformed(words: str) -> Malformed:
    """`Malformed` with Telegram's prefix."""
    return Malformed(words)


def forbidden(words: str) -> ApiError:
    """403 with Telegram's prefix."""
    return ApiError(403, f"Forbidden: {words}")


def conflict(words: str) -> ApiError:
    """409 with Telegram's prefix."""
    return ApiError(409, f"Conflict: {words}")


def too_many_requests(retry_after: int) -> ApiError:
    """429; the wait is in seconds."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})
