"""The simulator itself: real HTTP on localhost, so that a bot is pointed at it by nothing but its base address.

Start it inside the loop that runs the test or the demo; all acts of people are plain calls in that loop.
"""

import asyncio
import itertools
import time
from collections.abc import Callable, Sequence
from typing import Any

from aiohttp import web
from aiohttp.web_request import BaseRequest

from bot.simulator.api import Api
from bot.simulator.calls import CallLog
from bot.simulator.limits import MAX_UPLOAD
from bot.simulator.page.guard import is_foreign, refuse
from bot.simulator.page.host import Host
from bot.simulator.page.site import Page, PageSettings
from bot.simulator.people.groups import SimChannel, SimGroup
from bot.simulator.people.labels import LabelBook
from bot.simulator.people.persons import SimPerson
from bot.simulator.rules.violations import Violations
from bot.simulator.troubles.faults import Faults
from bot.simulator.world import World

DEFAULT_TOKEN = "7000000001:SIMULATOR-TOKEN-OPENS-NOTHING-00000"  # noqa: S105 - opens nothing but this process
_FIRST_PERSON = 5_000_000_001
_MULTIPART_MARGIN = 1024 * 1024
_LOOK_SECONDS = 0.02


class Simulator:
    """A Bot API for one bot. `clock` gives seconds since 1970 and stamps whatever happens."""

    def __init__(
        self,
        *,
        token: str = DEFAULT_TOKEN,
        clock: Callable[[], float] = time.time,
        username: str = "liandong_demo_bot",
        name: str = "联动",
    ) -> None:
        bot = {"id": int(token.split(":", maxsplit=1)[0]), "is_bot": True, "first_name": name, "username": username}
        self.token = token
        self.world = World(clock, bot)
        self.faults = Faults(self.world.updates, clock)
        self.calls = CallLog()
        self.people: list[SimPerson] = []
        self.groups: list[SimGroup] = []
        self.api = Api(token, self.world, self.faults, self.calls, self._refuse_until)
        self._ids = itertools.count(_FIRST_PERSON)
        self._group_ids = itertools.count(4_000_001)
        self._runner: web.ServerRunner | None = None
        self._site: web.TCPSite | None = None
        self._server: web.Server | None = None
        self._address = ("127.0.0.1", 0)
        self._page: Page | None = None
        self._refusing: asyncio.Task[None] | None = None

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listen; port 0 takes a free one."""
        self._server = web.Server(
            self._handle, request_factory=_request, handler_cancellation=True, access_log=None, keepalive_timeout=3600
        )
        self._runner = web.ServerRunner(self._server, shutdown_timeout=0.1)
        await self._runner.setup()
        self._address = (host, port)
        await self.accept_connections()
        self._address = (host, int(self._runner.addresses[0][1]))

    async def stop(self) -> None:
        """Close everything; hanging calls end without an answer."""
        self.api.webhook.stop()
        if self._refusing is not None:
            self._refusing.cancel()
        if self._runner is not None:
            self._abort_connections()
            await self._runner.cleanup()
            self._runner = self._site = self._server = None

    def mount_page(
        self,
        host: Host,
        *,
        language: str | None = None,
        zone: str | None = None,
        password: str | None = None,
    ) -> None:
        """Serve the chat page at /.

        `language` (en, zh_Hans, zh_Hant) overrules the browser's choice, `zone` names the zone of its times;
        with a password the page may be opened from other computers.
        """
        self._page = Page(self, host, PageSettings(language, zone, password))

    @property
    def api_url(self) -> str:
        """The base address; the bot appends /bot<token>/<method>."""
        return f"http://{self._address[0]}:{self._address[1]}"

    @property
    def violations(self) -> Violations:
        """What the bot did that no client should do, each with its count. Empty is as it should be."""
        return self.world.violations

    @property
    def labels(self) -> LabelBook:
        """Which labels a phone had to cut."""
        return self.world.labels

    def limits(self, on: bool) -> None:
        """Whether 429 comes by itself to whoever writes too fast (`flood.py`)."""
        self.world.flood.limit(on)

    @property
    def version(self) -> int:
        """The counter that grows with every visible change."""
        return self.world.version

    async def wait_for_change(self, seen: int) -> int:
        """The version as soon as it is above `seen`."""
        return await self.world.wait_for_change(seen)

    def person(
        self,
        name: str,
        *,
        language: str = "en",
        user_id: int | None = None,
        username: str | None = None,
        phone: str | None = None,
        note: str = "",
    ) -> SimPerson:
        """Somebody with Telegram who has not met the bot yet. The page shows `note` beside the name."""
        user: dict[str, Any] = {"id": user_id or self._free_id(), "is_bot": False, "first_name": name}
        if username:
            user["username"] = username
        person = SimPerson(self.world, {**user, "language_code": language}, phone)
        person.note = note
        self.people.append(person)
        self.world.changed(person.chat)
        return person

    def _free_id(self) -> int:
        return next(number for number in self._ids if number not in self.world.users)

    def group(
        self, title: str, members: Sequence[SimPerson], *, group_id: int | None = None, supergroup: bool = False
    ) -> SimGroup:
        """A group with the bot in it; nothing is announced to the bot by this."""
        number = next(n for n in self._group_ids if -n not in self.world.chats)
        group = SimGroup(
            self.world,
            title,
            members,
            group_id or (-(10**12) - number if supergroup else -number),
            supergroup=supergroup,
        )
        self.groups.append(group)
        self.world.changed(group)
        return group

    def channel(self, title: str) -> SimChannel:
        """A channel with the bot as administrator."""
        return SimChannel(self.world, title, -(10**12) - next(self._group_ids))

    def pending_updates(self) -> int:
        """Updates that the bot has not confirmed yet."""
        return len(self.world.updates)

    def inject(self, update: Any) -> None:
        """Deliver any JSON as an update; a missing update_id is added to an object."""
        if isinstance(update, dict) and "update_id" not in update:
            update = {"update_id": self.world.updates.take_id(), **update}
        self.world.updates.push_raw(update)

    def restart_update_ids(self, first: int) -> None:
        """The next update gets this id, lower or higher than before."""
        self.world.updates.restart_ids(first)

    async def refuse_connections(self) -> None:
        """Stop listening and cut what is open: callers get "connection refused"."""
        if self._site is not None:
            await self._site.stop()
            self._site = None
        self._abort_connections()

    async def accept_connections(self) -> None:
        """Listen (again), at the same address."""
        if self._runner is not None and self._site is None:
            self._site = web.TCPSite(self._runner, *self._address, reuse_address=True)
            await self._site.start()

    def _refuse_until(self, instant: float) -> None:
        """Nobody listens until the clock says so; there are clocks that stand still, and others that jump."""
        if self._refusing is None or self._refusing.done():
            self._refusing = asyncio.create_task(self._refuse(instant))

    async def _refuse(self, instant: float) -> None:
        await self.refuse_connections()
        while self.world.clock() < instant:  # noqa: ASYNC110 - a clock of anybody's, which tells nobody that it moved
            await asyncio.sleep(_LOOK_SECONDS)
        await self.accept_connections()

    def _abort_connections(self) -> None:
        for connection in self._server.connections if self._server else []:
            if connection.transport is not None:
                connection.transport.abort()

    async def _handle(self, request: BaseRequest) -> web.StreamResponse:
        path = request.path
        if self._page is not None and is_foreign(request):
            return refuse(403, "Requests from other sites are refused.")
        if path.startswith("/bot"):
            return await self.api.handle(request)
        if path.startswith("/file/bot"):
            return self.api.download(path)
        if self._page is not None:
            return await self._page.handle(request)
        return web.Response(status=404, text="Not Found")


def _request(message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> BaseRequest:
    """aiohttp's own factory stops at 1 MiB; a bot may upload 50 MB."""
    loop = asyncio.get_running_loop()
    return BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=MAX_UPLOAD + _MULTIPART_MARGIN)
