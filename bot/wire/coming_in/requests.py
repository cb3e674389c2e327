"""python-telegram-bot's seam for another network. It only asks who we are: answers leave through the outbox.

The library trusts what it is given, so it is given nothing but what we could read.
"""

import json
from typing import Any

from telegram.error import InvalidToken, NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.wire.coming_in.shapes import is_bot
from bot.wire.going_out.client import Client, NoAnswer, NotSent
from bot.wire.reading import answer_of

WHO = ("id", "is_bot", "first_name", "username")


class ClientRequest(BaseRequest):
    def __init__(self, client: Client) -> None:
        self.client = client

    @property
    def read_timeout(self) -> float:
        return self.client.seconds

    async def initialize(self) -> None:
        """The client opens its connections by itself."""

    async def shutdown(self) -> None:
        """The client is closed by whoever made it."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_timeouts: Any, **_more: Any
    ) -> tuple[int, bytes]:
        """Raises InvalidToken, NetworkError, TimedOut, QueueIt, and nothing else that comes over the line."""
        try:
            status, body = await self.posted(url, request_data)
        except NotSent as error:
            raise NetworkError(str(error)) from None
        except NoAnswer as error:
            raise TimedOut(str(error)) from None
        return 200, who(status, body)

    async def posted(self, url: str, request_data: RequestData | None) -> tuple[int, bytes]:
        parameters = request_data.parameters if request_data else {}
        return await self.client.post(url.rsplit("/", 1)[-1], json.dumps(parameters).encode())


def who(status: int, body: bytes) -> bytes:
    """What getMe tells of us, said again in our own words."""
    answer = answer_of(status, body)
    if answer is not None and answer.code in {401, 404}:
        raise InvalidToken(f"HTTP {status}")
    if answer is None or not answer.ok or not is_bot(answer.result):
        raise NetworkError(f"HTTP {status}: not who we are")
    return json.dumps({"ok": True, "result": {name: answer.result[name] for name in WHO}}).encode()
