"""HTTP to the Bot API. It refuses to send while a transaction is open: queue it, the commit comes first.

An answer is what the first address says, in plain bytes, no more than ``LONGEST_ANSWER`` of them: nothing is followed
elsewhere, unpacked, or remembered. The library's errors are not passed on, for they hold the address and so the token,
nor are their names, which speak of connecting also where the call was read: see ``failed``.
"""

import asyncio
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from ipaddress import ip_address
from urllib.parse import quote, urlsplit

from pyreqwest.client import Client as Http
from pyreqwest.client import ClientBuilder
from pyreqwest.exceptions import BuilderError, DetailedPyreqwestError, PyreqwestError
from pyreqwest.multipart import FormBuilder, PartBuilder
from pyreqwest.request import StreamRequest
from pyreqwest.response import ResponseBodyReader

from bot.speech.screens import File
from bot.wire.context import WORK

PLAIN = {"Accept-Encoding": "identity"}  # so that nothing small unpacks into something large
CONNECTIONS = 128
CONNECT_SECONDS = 10.0  # for a free connection, and again for a new one
IDLE_SECONDS = 60.0
LONGEST_ANSWER = 20 * 2**20  # bytes; a hundred updates of the longest texts are a tenth of it
PIECE = 2**20  # an answer that is no longer comes at once
NO_CONNECTION = "client error (Connect)"


class NotSent(Exception):
    """The call never left: repeat it as you like."""


class NoAnswer(Exception):
    """The call may have had its effect: nobody knows."""


class TooLong(Exception):
    """The answer has no end in sight."""


class QueueIt(RuntimeError):
    """Somebody called Telegram from inside a transaction."""


class Client:
    """One bot at one API. ``post`` gives status and body as they come; every failure is NotSent or NoAnswer.

    A call that is cancelled goes on without us until its time is up or the process ends: nobody knows what becomes of
    it, unless it was waiting for its turn.
    """

    def __init__(self, api_url: str, token: str, *, seconds: float = 30.0) -> None:
        self.base = f"{api_url.rstrip('/')}/bot{token}/"
        self.files = f"{api_url.rstrip('/')}/file/bot{token}/"
        self.seconds = seconds
        self.free = asyncio.Semaphore(CONNECTIONS)
        self._http: Http | None = None

    def __repr__(self) -> str:
        return "<Client>"

    @property
    def http(self) -> Http:
        if self._http is None:
            self._http = built(self.base)
        return self._http

    async def post(
        self, method: str, body: bytes, *, file: File | None = None, seconds: float | None = None
    ) -> tuple[int, bytes]:
        """``body`` is a JSON object; with ``file`` its members go beside the file."""
        if WORK.get(None) is not None:
            raise QueueIt(method)
        await self.turn()
        with heeding_cancellation():
            try:
                return await self.exchange(method, body, file, seconds or self.seconds)
            finally:
                self.free.release()

    async def fetch(self, path: str) -> tuple[int, bytes]:
        """A file that was sent to us, at the path that getFile gave. Raises as ``post``."""
        if WORK.get(None) is not None:
            raise QueueIt(path)
        await self.turn()
        with heeding_cancellation():
            try:
                return await self.answered(lambda: self.asking_for(path))
            finally:
                self.free.release()

    def asking_for(self, path: str) -> StreamRequest:
        request = self.http.get(self.files + quote(path)).timeout(timedelta(seconds=self.seconds))
        return request.streamed_read_buffer_limit(PIECE).build_streamed()

    async def turn(self) -> None:
        """Raises NotSent where none comes. The library would send also what was cancelled while it waited."""
        if not self.free.locked():
            await self.free.acquire()
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(CONNECT_SECONDS):
                await self.free.acquire()
                return
        raise NotSent("no connection was free")

    async def exchange(self, method: str, body: bytes, file: File | None, seconds: float) -> tuple[int, bytes]:
        return await self.answered(lambda: self.request(method, body, file, seconds))

    async def answered(self, made: Callable[[], StreamRequest]) -> tuple[int, bytes]:
        """``made`` fails in here as well: its errors hold the address."""
        try:
            async with made() as response:
                return response.status, await whole_body(response.body_reader)
        except TooLong as error:
            failure: NotSent | NoAnswer = NoAnswer(type(error).__name__)
        except (PyreqwestError, ValueError) as error:
            failure = failed(error)
        raise failure  # out here, so that it carries no error that knows the address

    def request(self, method: str, body: bytes, file: File | None, seconds: float) -> StreamRequest:
        request = self.http.post(self.base + method).timeout(timedelta(seconds=seconds))
        if file is None:
            request = request.header("Content-Type", "application/json").body_bytes(body)
        else:
            request = request.multipart(with_file(body, file))
        return request.streamed_read_buffer_limit(PIECE).build_streamed()

    async def close(self) -> None:
        if self._http is not None:
            await self._http.close()
            self._http = None


@contextmanager
def heeding_cancellation() -> Iterator[None]:
    """The library forgets a cancellation that comes together with the answer; whoever cancelled would wait for ever."""
    task = asyncio.current_task()
    assert task is not None  # noqa: S101  # no coroutine runs outside of one
    before = task.cancelling()
    try:
        yield
    finally:
        if task.cancelling() > before:
            raise asyncio.CancelledError


def built(base: str) -> Http:
    """HTTP/1.1. By way of a proxy where the environment names one, but not to this machine, as in the demo.

    Raises BuilderError where the system knows no certificate authorities.
    """
    builder = (
        ClientBuilder()
        .http1_only()
        .default_headers(PLAIN)
        .connect_timeout(timedelta(seconds=CONNECT_SECONDS))
        .pool_idle_timeout(timedelta(seconds=IDLE_SECONDS))
        .follow_redirects(False)
        .gzip(False).brotli(False).zstd(False).deflate(False)
    )  # fmt: skip
    url = urlsplit(base)
    if is_here(url.hostname or ""):
        builder = builder.no_proxy()
        if url.scheme == "http":
            builder = builder.danger_accept_invalid_certs(True)  # there are none, and so none are asked for
    return builder.build()


def is_here(host: str) -> bool:
    """This very machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def failed(error: Exception) -> NotSent | NoAnswer:
    """Not sent only where that is proven: no connection came about, or there was nothing to send.

    hyper-util, below the library, says ``client error (Connect)`` of looking up, connecting, asking a proxy for a way
    and agreeing on TLS, and never once a byte of the call has left; of all that comes later it says something else.
    """
    causes = causes_of(error)
    words = causes[-1] if len(causes) > 1 else type(error).__name__  # the first names the address
    if isinstance(error, BuilderError) or causes[1:2] == [NO_CONNECTION]:
        return NotSent(words)
    return NoAnswer(words)


def causes_of(error: Exception) -> list[str]:
    """From the outermost to the innermost."""
    told = error.details["causes"] if isinstance(error, DetailedPyreqwestError) else None
    return [cause["message"] for cause in told or ()]


async def whole_body(body: ResponseBodyReader) -> bytes:
    """Raises TooLong before it has taken in more."""
    found = bytearray()
    while (piece := await body.read_chunk()) is not None:
        found += piece
        if len(found) > LONGEST_ANSWER:
            raise TooLong
    return bytes(found)


def with_file(body: bytes, file: File) -> FormBuilder:
    form = FormBuilder().percent_encode_noop()  # file names go as they are: Chinese ones would come out as %E6…
    for name, value in json.loads(body).items():
        form = form.text(name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    part = PartBuilder.from_bytes(file.content).file_name(file.name).mime("application/octet-stream")
    return form.part("photo" if file.picture else "document", part)
