"""The page learns of changes from one stream of events and fetches what it shows; nothing is pushed but "look again".

Routes: GET / · /static/… · /state · /chats/<id> · /calls · /due · /tour/<language> · /files/<id> · /events,
and POST /act/<name>.
"""

import json
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from aiohttp.web_request import BaseRequest

from bot.simulator.page.acts import Acts
from bot.simulator.page.events import stream
from bot.simulator.page.files import kept_file, static_file
from bot.simulator.page.guard import HEADERS, Guard, refuse
from bot.simulator.page.host import Host, Stage
from bot.simulator.page.trouble import Trouble
from bot.simulator.page.views import Wanted, call_line, chat_view, group_line, person_line

SHOWN_PEOPLE = 200
SHOWN_CALLS = 300
NONSENSE = (ValueError, TypeError, AttributeError, ArithmeticError, RecursionError)  # what an order of nonsense raises
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PageSettings:
    """What does not change while the page is served; see `Simulator.mount_page`."""

    language: str | None = None
    zone: str | None = None
    password: str | None = None


class Page:
    """The chat page of one simulator."""

    def __init__(self, stage: Stage, host: Host, settings: PageSettings) -> None:
        self._stage = stage
        self._host = host
        self._settings = settings
        self._guard = Guard(settings.password)
        self._acts = Acts(stage)
        self._trouble = Trouble(stage.faults)

    async def handle(self, request: BaseRequest) -> web.StreamResponse:
        """Answer any request that is not for the Bot API."""
        refusal = self._guard.refusal(request)
        if refusal is not None:
            return refusal
        await self._host.ready()
        head, _, name = request.path[1:].partition("/")
        try:
            if request.method == "POST" and head == "act":
                return await self._write(request, name)
            if request.method == "GET":
                return await self._read(request, head, name)
        except (LookupError, *NONSENSE) as error:
            return refuse(*_told(error))
        return refuse(405, "Method Not Allowed")

    async def _write(self, request: BaseRequest, name: str) -> web.Response:
        try:
            order = json.loads(await request.read())
        except (ValueError, RecursionError):
            return refuse(400, "JSON is expected")
        if not isinstance(order, dict):
            return refuse(400, "an object is expected")
        if name == "wind":
            await self._host.wind(order["to"])
        elif name == "start_anew":
            await self._host.start_anew(order["language"])
        elif name == "kill_bot":
            self._stage.calls.add_kill(self._stage.world.clock())
            await self._host.kill_bot()
        else:
            return await self._act(name, order)
        self._stage.world.changed()
        return _json({"version": self._stage.world.version})

    async def _read(self, request: BaseRequest, head: str, name: str) -> web.StreamResponse:
        if head in {"", "static"}:
            return static_file(name or "index.html")
        if head == "files":
            return kept_file(self._stage.world.files, name)
        if head == "events":
            return await stream(request, self._stage, lambda: self._host.bot_alive)
        return _json(await self._facts(request, head, name))

    async def _facts(self, request: BaseRequest, head: str, name: str) -> Any:
        since = _number(request.query.get("since", "0"))
        if head == "state":
            return await self._state(since)
        if head == "chats":
            before, last = (_number(request.query.get(one, "0")) for one in ("before", "last"))
            return self._chat(_number(name), _number(request.query.get("person", name)), Wanted(since, before, last))
        if head == "calls":
            newest = list(self._stage.calls)[-SHOWN_CALLS:]
            return [call_line(call) for call in newest if call.number > since]
        if head == "due":
            return await self._host.due(request.query.get("language", ""))
        if head == "tour":
            return await self._host.tour(name)
        raise LookupError("no such page")

    async def _state(self, since: int) -> Json:
        """What changed after `since`; `version` is what to ask with next time."""
        stage = self._stage
        return {
            "version": stage.world.version,
            "world": stage.world.born,
            "now": await self._host.now(),
            "alive": self._host.bot_alive,
            "language": self._settings.language,
            "speaks": self._host.speaks,
            "zone": self._settings.zone,
            "bot": {"name": stage.world.bot["first_name"], "username": stage.world.bot["username"]},
            "about": stage.world.profile,
            "people": [person_line(p) for p in stage.people[:SHOWN_PEOPLE] if p.chat.version > since],
            "groups": [group_line(group) for group in stage.groups if group.version > since],
            "trouble": self._trouble.view(),
            "calls": stage.calls.total,
        }

    def _chat(self, chat_id: int, person_id: int, wanted: Wanted) -> Json:
        world = self._stage.world
        chat = world.chats.get(chat_id)
        if chat is None:
            raise LookupError("no such chat")
        language = str(world.users.get(person_id, {}).get("language_code", ""))
        return chat_view(chat, wanted, world.commands.shown(chat_id, language, private=chat.kind == "private"))

    async def _act(self, name: str, order: Json) -> web.Response:
        if name != "trouble":
            return _json(await self._acts.perform(name, order))
        self._trouble.switch(str(order["kind"]), bool(order["on"]))
        self._stage.world.changed()
        return _json({})


def _told(error: Exception) -> tuple[int, str]:
    if isinstance(error, KeyError):
        return 400, f"{error} is missing"
    return (404, str(error)) if isinstance(error, LookupError) else (400, f"The page would not send this: {error}")


def _json(body: Any) -> web.Response:
    data = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    answer = web.Response(body=data, content_type="application/json", charset="utf-8", headers=HEADERS)
    answer.enable_compression()
    return answer


def _number(text: str) -> int:
    if not text.removeprefix("-").isdecimal():
        raise LookupError("a number is expected")
    return int(text)
