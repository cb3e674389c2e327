"""A call and its answer, without any network: whoever plays Telegram in one process asks here, and the server does too.

Every call is held against the reference first, whatever becomes of it (`World.violations`).
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.simulator.calls import CallLog
from bot.simulator.errors import ApiError, Malformed
from bot.simulator.params import Params
from bot.simulator.rules.calls import faults_of
from bot.simulator.rules.table import read_table
from bot.simulator.troubles.faults import Faults
from bot.simulator.troubles.struck import Fault
from bot.simulator.world import World

UNLOGGED = frozenset({"getwebhookinfo"})
_POLLS = frozenset({"getupdates"})  # whose effect, a confirmation, comes again with the next; and it would be late
_NO_FAULT = Fault("")
_HARMLESS = frozenset({"", "slow", "error"})
_NOTHING = b'{"ok":true,"result":true}'


class Ending(StrEnum):
    """How much of an answer arrives."""

    WHOLE = "whole"
    HALF = "half"  # the connection closes in the middle of the body
    NONE = "none"  # the connection closes without an answer: the call may have taken effect
    REFUSED = "refused"  # there was no connection: it did not


@dataclass(frozen=True, slots=True)
class Reply:
    """What the caller gets; of HALF the first half of the body. `until`: no connection before, by the clock."""

    status: int = 0
    body: bytes = b""
    content_type: str = "application/json"
    ending: Ending = Ending.WHOLE
    until: float = 0.0
    words: str = ""


class Answering:
    """Calls of one bot. `perform` does what a method does, and raises ApiError for what Telegram refuses."""

    def __init__(
        self, world: World, faults: Faults, calls: CallLog, perform: Callable[[str, Params], Awaitable[Any]]
    ) -> None:
        self._world = world
        self._faults = faults
        self._calls = calls
        self._perform = perform

    async def answer(self, name: str, params: Params) -> Reply:
        """Never ends where a fault makes it hang: the caller gives up. May take as long as a long poll."""
        began, method = time.perf_counter(), name.lower()
        self._world.violations.note(faults_of(method, params))
        fault = self._faults.strike(method, self.chat_of(params)) or _NO_FAULT
        reply, quiet = Reply(), method in UNLOGGED
        try:
            reply = await self._under(fault, method, params)
            quiet = quiet or (method == "getupdates" and reply.body == _json({"ok": True, "result": []}))
        finally:
            if not quiet:
                self._log(name, params, fault, reply, began)
        return reply

    def refused(self, name: str, params: Params, error: ApiError) -> Reply:
        """The answer to a call that could not even be read."""
        reply = refusal(error)
        self._log(name, params, _NO_FAULT, reply, time.perf_counter())
        return reply

    def chat_of(self, params: Params) -> int | None:
        """Whose chat a call is about, where one can tell."""
        chat = params.integer("chat_id")
        if chat:
            return chat
        press = self._world.presses.get(params.text("callback_query_id"))
        return press.person_id if press else None

    async def _under(self, fault: Fault, method: str, params: Params) -> Reply:
        if fault.seconds:
            await asyncio.sleep(fault.seconds)
        if fault.error is not None:
            return refusal(fault.error)
        if fault.kind in _HARMLESS:
            return await self._proper(method, params)
        happens = fault.delivers >= 1 if method in _POLLS else fault.takes_effect()
        proper = await self._proper(method, params) if happens else Reply(body=_NOTHING)
        return await _spoilt(fault, proper)

    async def _proper(self, method: str, params: Params) -> Reply:
        """What Telegram answers where nothing is wrong with the line."""
        try:
            self._world.flood.count(method, self.chat_of(params))
            return Reply(200, _json({"ok": True, "result": await self._perform(method, params)}))
        except Malformed as error:
            self._world.violations.note([f"{read_table().methods[method].name}: {error.description}"])
            return refusal(error)
        except ApiError as error:
            return refusal(error)

    def _log(self, name: str, params: Params, fault: Fault, reply: Reply, began: float) -> None:
        repeated = name.lower() == "getupdates" and self._world.updates.repeating
        self._calls.add(
            name,
            self._world.clock(),
            chat=self.chat_of(params),
            params=dict(params.values),
            status=reply.status if reply.ending is Ending.WHOLE else 0,
            milliseconds=round((time.perf_counter() - began) * 1000, 1),
            description=reply.words,
            fault=fault.kind or ("duplicate" if repeated else ""),
        )


async def _spoilt(fault: Fault, proper: Reply) -> Reply:
    if fault.kind == "hang":
        await asyncio.Event().wait()
    if fault.kind == "refused":
        return Reply(ending=Ending.REFUSED, until=fault.until)
    if fault.kind in {"reset", "drop_after"}:
        return Reply(ending=Ending.NONE)
    if fault.kind == "cut":
        return Reply(200, proper.body, ending=Ending.HALF)
    words = "Bad Gateway" if fault.kind == "html" else ""
    return Reply(fault.status, fault.body, fault.content_type, words=words)


def refusal(error: ApiError) -> Reply:
    """Telegram's refusal."""
    return Reply(error.status, _json(error.body()), words=error.description)


def _json(body: dict[str, Any]) -> bytes:
    return json.dumps(body).encode()
