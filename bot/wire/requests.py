"""python-telegram-bot's seam for another network. It only asks who we are: answers leave through the outbox."""

from typing import Any

from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.wire.client import Client, NoAnswer, NotSent, QueueIt
from bot.wire.context import WORK


class AioRequest(BaseRequest):
    def __init__(self, client: Client) -> None:
        self.client = client

    @property
    def read_timeout(self) -> float:
        return self.client.seconds

    async def initialize(self) -> None:
        """The client opens its session by itself."""

    async def shutdown(self) -> None:
        """The client is closed by whoever made it."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_timeouts: Any, **_more: Any
    ) -> tuple[int, bytes]:
        if WORK.get(None) is not None:
            raise QueueIt(url.rsplit("/", 1)[-1])
        data = dict(request_data.json_parameters) if request_data else None
        try:
            return await self.client.send(url, data, {}, self.client.seconds)
        except NotSent as error:
            raise NetworkError(str(error)) from None
        except NoAnswer as error:
            raise TimedOut(str(error)) from None
