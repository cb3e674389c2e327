"""One call from end to end: token, parameters, an ordered fault if any, the method, the log line."""

import asyncio
import json
import re
import time
from typing import Any

from aiohttp import web
from aiohttp.web_request import BaseRequest

from bot.simulator.calls import CallLog
from bot.simulator.errors import ApiError
from bot.simulator.faults import Fault, Faults
from bot.simulator.methods import METHODS
from bot.simulator.params import Params
from bot.simulator.requests import read_params
from bot.simulator.webhook import Webhook
from bot.simulator.world import World

MAX_BATCH = 100
OWN_METHODS = frozenset({"getupdates", "setwebhook", "deletewebhook", "getwebhookinfo"})
UNLOGGED = frozenset({"getwebhookinfo"})
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_UNAUTHORIZED = ApiError(401, "Unauthorized")
_NOT_FOUND = ApiError(404, "Not Found")
_NO_METHOD = ApiError(404, "Not Found: method not found")
_NO_FAULT = Fault("")


class _Cut(Exception):
    """The connection is to be closed without an answer."""


class Api:
    """The Bot API of one token."""

    def __init__(self, token: str, world: World, faults: Faults, calls: CallLog) -> None:
        self._token = token
        self._world = world
        self._faults = faults
        self._calls = calls
        self.webhook = Webhook(world.updates)

    async def handle(self, request: BaseRequest) -> web.Response:
        """Answer /bot<token>/<method>."""
        token, _, name = request.path[4:].partition("/")
        if token != self._token:
            return _refusal(_UNAUTHORIZED if _TOKEN.fullmatch(token) and name else _NOT_FOUND)
        began = time.perf_counter()
        params, fault, status, words = Params({}), _NO_FAULT, 0, ""
        quiet = name.lower() in UNLOGGED
        try:
            params = await read_params(request)
            fault = self._faults.strike(name.lower(), self._chat_of(params)) or _NO_FAULT
            result = await self._perform(name.lower(), params, fault)
            quiet = quiet or (name.lower() == "getupdates" and result == [])
            status, response = 200, _json({"ok": True, "result": result})
        except ApiError as error:
            status, words, response = error.status, error.description, _refusal(error)
        except _Cut:
            response = _cut(request)
        finally:
            if not quiet:
                self._log(name, params, fault, status, words, began)
        if fault.kind == "html":
            return web.Response(status=fault.status, text=fault.body, content_type="text/html")
        return response

    def download(self, path: str) -> web.Response:
        """Answer /file/bot<token>/<file_path>."""
        token, _, file_path = path[len("/file/bot") :].partition("/")
        document = self._world.files.by_path(file_path)
        if token != self._token or document is None:
            return _refusal(_NOT_FOUND)
        return web.Response(body=document.data, content_type="application/octet-stream")

    async def _perform(self, method: str, params: Params, fault: Fault) -> Any:
        if fault.kind == "hang":
            await asyncio.Event().wait()
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        if fault.error is not None:
            raise fault.error
        if fault.kind == "reset":
            raise _Cut
        if fault.kind == "html":
            raise ApiError(fault.status, "Bad Gateway")
        result = await self._call(method, params)
        if fault.kind == "drop_after":
            raise _Cut
        return result

    async def _call(self, method: str, params: Params) -> Any:
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

    def _chat_of(self, params: Params) -> int | None:
        chat = params.integer("chat_id")
        if chat:
            return chat
        press = self._world.presses.get(params.text("callback_query_id"))
        return press.person_id if press else None

    def _log(self, name: str, params: Params, fault: Fault, status: int, words: str, began: float) -> None:
        repeated = name.lower() == "getupdates" and self._world.updates.repeating
        self._calls.add(
            name,
            self._world.clock(),
            chat=self._chat_of(params),
            params=dict(params.values),
            status=status,
            milliseconds=round((time.perf_counter() - began) * 1000, 1),
            description=words,
            fault=fault.kind or ("duplicate" if repeated else ""),
        )


def _json(body: dict[str, Any], status: int = 200) -> web.Response:
    return web.Response(body=json.dumps(body).encode(), status=status, content_type="application/json")


def _refusal(error: ApiError) -> web.Response:
    return _json(error.body(), error.status)


def _cut(request: BaseRequest) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
