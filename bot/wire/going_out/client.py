"""HTTP to the Bot API. It refuses to send while a transaction is open: queue it, the commit comes first.

An answer is what the first address says, in plain bytes, no more than ``LONGEST_ANSWER`` of them: nothing is followed
elsewhere, unpacked, or remembered. Neither addresses nor aiohttp's own words are passed on, for they hold the token.
"""

import json
from typing import Any

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    DummyCookieJar,
    FormData,
    TCPConnector,
)

from bot.speech.screens import File
from bot.wire.context import WORK

PLAIN = {"Accept-Encoding": "identity"}  # so that nothing small unpacks into something large
JSON = {"Content-Type": "application/json"}
CONNECT_SECONDS = 10.0
LONGEST_ANSWER = 20 * 2**20  # bytes; a hundred updates of the longest texts are a tenth of it
PIECE = 2**16


class NotSent(Exception):
    """The call never left: repeat it as you like."""


class NoAnswer(Exception):
    """The call may have had its effect: nobody knows."""


class TooLong(Exception):
    """The answer has no end in sight."""


class QueueIt(RuntimeError):
    """Somebody called Telegram from inside a transaction."""


class Client:
    """One bot at one API. ``post`` gives status and body as they come; every failure is NotSent or NoAnswer."""

    def __init__(self, api_url: str, token: str, *, seconds: float = 30.0) -> None:
        self.base = f"{api_url.rstrip('/')}/bot{token}/"
        self.seconds = seconds
        self._session: ClientSession | None = None

    def __repr__(self) -> str:
        return "<Client>"

    @property
    def session(self) -> ClientSession:
        if self._session is None:
            connector = TCPConnector(limit=128, keepalive_timeout=60)
            self._session = ClientSession(connector=connector, cookie_jar=DummyCookieJar(), auto_decompress=False)
        return self._session

    async def post(
        self, method: str, body: bytes, *, file: File | None = None, seconds: float | None = None
    ) -> tuple[int, bytes]:
        """``body`` is a JSON object; with ``file`` its members go beside the file."""
        if WORK.get(None) is not None:
            raise QueueIt(method)
        data, headers = (body, JSON) if file is None else (with_file(body, file), {})
        return await self.send(self.base + method, data, headers, seconds or self.seconds)

    async def send(self, url: str, data: Any, headers: dict[str, str], seconds: float) -> tuple[int, bytes]:
        timeout = ClientTimeout(total=seconds, connect=CONNECT_SECONDS)
        failure: NotSent | NoAnswer
        try:
            async with self.session.post(
                url, data=data, headers={**PLAIN, **headers}, timeout=timeout, allow_redirects=False
            ) as response:
                return response.status, await whole_body(response)
        except (ClientConnectorError, ConnectionTimeoutError) as error:
            failure = NotSent(type(error).__name__)
        except (ClientError, TimeoutError, OSError, ValueError, TooLong) as error:
            failure = NoAnswer(type(error).__name__)
        raise failure  # out here, so that it carries no error that knows the address

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None


async def whole_body(response: ClientResponse) -> bytes:
    """Raises TooLong before it has taken in more."""
    found = bytearray()
    async for piece in response.content.iter_chunked(PIECE):
        found += piece
        if len(found) > LONGEST_ANSWER:
            raise TooLong
    return bytes(found)


def with_file(body: bytes, file: File) -> FormData:
    form = FormData(quote_fields=False)  # file names go as they are: Chinese ones would come out as %E6…
    for name, value in json.loads(body).items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    form.add_field("photo" if file.picture else "document", file.content, filename=file.name)
    return form
