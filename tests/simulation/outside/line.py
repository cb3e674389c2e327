"""The client's seam: calls go to the simulator's rules in this process, and meet their fate on the way."""

import asyncio
import json
import sys
from collections.abc import Callable
from typing import Any

from bot.simulator.params import Params, Upload
from bot.speech.screens import File
from bot.wire.context import WORK
from bot.wire.going_out.client import Client, NoAnswer, NotSent, QueueIt
from bot.wire.going_out.parcels import Parcel
from tests.simulation.journal import Shown, labels_of
from tests.simulation.outside import weather
from tests.simulation.world import World

NEW = frozenset({"sendMessage", "sendPhoto", "sendDocument", "copyMessage", "forwardMessage"})


class Line(Client):
    """One process's line to Telegram."""

    def __init__(self, world: World, step: Callable[[], None]) -> None:
        super().__init__(world.simulator.api_url, world.simulator.token, seconds=world.limits.call_seconds)
        self.world = world
        self.step = step

    async def post(
        self, method: str, body: bytes, *, file: File | None = None, seconds: float | None = None
    ) -> tuple[int, bytes]:
        if WORK.get(None) is not None:
            raise QueueIt(method)
        files: dict[str, Upload] = {}
        if file is not None:
            part = "photo" if file.picture else "document"
            files[part] = Upload(file.name, file.content, "application/octet-stream")
        return await self.carried(method, Params(json.loads(body), files), seconds or self.seconds)

    async def carried(self, method: str, params: Params, seconds: float) -> tuple[int, bytes]:
        parcel = parcel_behind()
        self.step()
        fate = self.world.weather.fate(method, self.world.elapsed, seconds)
        self.note_doubt(method, fate, parcel)
        await asyncio.sleep(fate.seconds)
        self.step()
        answer = await self.perform(method, params, parcel) if fate.effect else (0, b"")
        self.step()
        return self.outcome(fate, answer)

    def note_doubt(self, method: str, fate: weather.Fate, parcel: Parcel | None) -> None:
        """Of a new message that an outage swallows, perhaps."""
        outage = self.world.weather.outage(self.world.elapsed)
        if outage and parcel and method in NEW and fate.kind not in {weather.REFUSED, weather.LIMIT}:
            self.world.journal.doubts[outage.begins, parcel.key] += 1

    def outcome(self, fate: weather.Fate, answer: tuple[int, bytes]) -> tuple[int, bytes]:
        match fate.kind:
            case weather.REFUSED:
                raise NotSent("Connection refused")
            case weather.RESET | weather.LOST:
                raise NoAnswer("connection closed before message completed")
            case weather.HALF:
                raise NoAnswer("end of file before message length reached")
            case weather.HANG:
                raise NoAnswer("operation timed out")
            case weather.BAD_GATEWAY:
                return 502, weather.PAGE_OF_NGINX
            case weather.PAGE:
                return 200, weather.PAGE_OF_NGINX
            case weather.LIMIT:
                wait = 1 + int(fate.seconds * 100)
                return 429, json.dumps(
                    {"ok": False, "error_code": 429, "description": f"Too Many Requests: retry after {wait}",
                     "parameters": {"retry_after": wait}}
                ).encode()  # fmt: skip
        return answer

    async def perform(self, method: str, params: Params, parcel: Parcel | None) -> tuple[int, bytes]:
        """As Telegram does it."""
        reply = await self.world.simulator.api.answer(method, params)
        answer = json.loads(reply.body)
        if not answer["ok"]:
            return reply.status, reply.body
        if method == "getUpdates":
            answer["result"] = self.world.post_office.handed_out(answer["result"])
            return reply.status, json.dumps(answer).encode()
        self.note(method, params, answer["result"], parcel)
        return reply.status, reply.body

    def note(self, method: str, params: Params, result: Any, parcel: Parcel | None) -> None:
        """What people see of it goes into the journal."""
        if method == "answerCallbackQuery":
            self.note_toast(params)
        elif isinstance(result, dict) and "message_id" in result and (method in NEW or method.startswith("edit")):
            chat_id = result["chat"]["id"] if "chat" in result else int(params.values["chat_id"])
            message = self.world.simulator.world.chats[chat_id].by_id[result["message_id"]]
            self.show(
                Shown(
                    self.world.elapsed,
                    chat_id,
                    message.id,
                    "new" if method in NEW else "edit",
                    message.text,
                    labels_of(message),
                    message.silent and method in NEW,
                    parcel.key if parcel else "",
                    parcel.kind if parcel else "",
                )
            )

    def note_toast(self, params: Params) -> None:
        press = self.world.simulator.world.presses.get(params.text("callback_query_id"))
        if press is not None and press.answer is not None and (press.answer.text or press.answer.url):
            text = press.answer.text or press.answer.url
            self.show(Shown(self.world.elapsed, press.person_id, 0, "toast", text, ()))

    def show(self, one: Shown) -> None:
        self.world.journal.show(self.world.names.get(one.chat_id, str(one.chat_id)), one)
        self.world.showed(one)

    async def close(self) -> None:
        """There is no connection."""


def parcel_behind() -> Parcel | None:
    """Which row of the outbox this call is: the sender says so nowhere, but it is somewhere above on the stack."""
    frame = sys._getframe()
    while frame is not None:
        found = frame.f_locals.get("parcel")
        if isinstance(found, Parcel):
            return found
        frame = frame.f_back  # type: ignore[assignment]  # the top has none
    return None
