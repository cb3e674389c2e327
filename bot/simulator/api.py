"""The Bot API over HTTP: the token, the parameters, and the answer as bytes, whole, half or none. What a call means
stands in `answering.py` and `methods/`."""

import asyncio
import re
from collections.abc import Callable
from typing import Any

from aiohttp import web
from aiohttp.web_request import BaseRequest

from bot.simulator.answering import Answering, Ending, Reply, refusal
from bot.simulator.calls import CallLog
from bot.simulator.errors import ApiError
from bot.simulator.methods import METHODS
from bot.simulator.params import Params
from bot.simulator.requests import read_params
from bot.simulator.troubles.faults import Faults
from bot.simulator.webhook import Webhook
from bot.simulator.world import World

MAX_BATCH = 100
OWN_METHODS = frozenset({"getupdates", "setwebhook", "deletewebhook", "getwebhookinfo"})
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_UNAUTHORIZED = ApiError(401, "Unauthorized")
_NOT_FOUND = ApiError(404, "Not Found")
_NO_METHOD = ApiError(404, "Not Found: method not found")


class Api:
    """The Bot API of one token. `on_refused` is told until when nobody is to listen, by the simulator's clock."""

    def __init__(
        self, token: str, world: World, faults: Faults, calls: CallLog, on_refused: Callable[[float], None]
    ) -> None:
        self._token = token
        self._world = world
        self._on_refused = on_refused
        self._answering = Answering(world, faults, calls, self._perform)
        self.webhook = Webhook(world.updates)

    async def answer(self, method: str, params: Params) -> Reply:
        """A call without HTTP: the same rules, faults, log and violations. Hangs where a fault says so."""
        return await self._answering.answer(method, params)

    async def handle(self, request: BaseRequest) -> web.StreamResponse:
        """Answer /bot<token>/<method>."""
        token, _, name = request.path[4:].partition("/")
        if token != self._token:
            return _whole(refusal(_UNAUTHORIZED if _TOKEN.fullmatch(token) and name else _NOT_FOUND))
        try:
            params = await read_params(request)
        except ApiError as error:
            return _whole(self._answering.refused(name, Params({}), error))
        return await self._written(request, await self._answering.answer(name, params))

    def download(self, path: str) -> web.Response:
        """Answer /file/bot<token>/<file_path>."""
        token, _, file_path = path[len("/file/bot") :].partition("/")
        document = self._world.files.by_path(file_path)
        if token != self._token or document is None:
            return _whole(refusal(_NOT_FOUND))
        return web.Response(body=document.data, content_type="application/octet-stream")

    async def _written(self, request: BaseRequest, reply: Reply) -> web.StreamResponse:
        if reply.ending is Ending.WHOLE:
            return _whole(reply)
        if reply.ending is Ending.HALF:
            return await _half(request, reply)
        if reply.ending is Ending.REFUSED:
            self._on_refused(reply.until)
        return _cut(request)

    async def _perform(self, method: str, params: Params) -> Any:
        found = METHODS.get(method)
        if found is not None:
            return found(self._world, params)
        if method == "getupdates":
            return await self._get_updates(params)
        if method in OWN_METHODS:
            return self._webhook_method(method, params)
        raise _NO_METHOD

    def _webhook_method(self, method: str, params: Params) -> Any:
        if method == "setwebhook":
            return self.webhook.change(params)
        return self.webhook.remove(params) if method == "deletewebhook" else self.webhook.describe()

    async def _get_updates(self, params: Params) -> list[Any]:
        self.webhook.check_polling()
        updates = self._world.updates
        updates.allow(params.structure("allowed_updates", "allowed_updates"))
        limit = params.integer("limit", MAX_BATCH)
        limit = limit if 1 <= limit <= MAX_BATCH else MAX_BATCH
        return await updates.poll(params.integer("offset"), limit, params.number("timeout"))


def _whole(reply: Reply) -> web.Response:
    return web.Response(body=reply.body, status=reply.status, content_type=reply.content_type)


async def _half(request: BaseRequest, reply: Reply) -> web.StreamResponse:
    """The length of the whole body is announced, and half of it comes."""
    length = {"Content-Length": str(len(reply.body)), "Content-Type": reply.content_type}
    response = web.StreamResponse(status=reply.status, headers=length)
    await response.prepare(request)
    await response.write(reply.body[: len(reply.body) // 2])
    await asyncio.sleep(0)
    if request.transport is not None:
        request.transport.close()
    return response


def _cut(request: BaseRequest) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
