"""All that the simulator knows, and one counter that grows with every visible change: watch that, do not poll."""

import asyncio
import secrets
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from bot.simulator.errors import bad_request
from bot.simulator.files import FileStore
from bot.simulator.people.chats import Message, SimChat, User
from bot.simulator.people.commands import CommandBook
from bot.simulator.people.labels import LabelBook
from bot.simulator.people.presses import ANSWER_SECONDS, Press
from bot.simulator.rules.violations import Violations
from bot.simulator.troubles.flood import Flood
from bot.simulator.updates import UpdateQueue

_KEPT_PRESSES = 5000


class World:
    """Chats, people, files, menus and waiting updates of one simulated bot."""

    def __init__(self, clock: Callable[[], float], bot: User) -> None:
        self.clock = clock
        self.bot = bot
        self.users: dict[int, User] = {bot["id"]: bot}
        self.chats: dict[int, SimChat] = {}
        self.names: dict[str, int] = {}
        self.commands = CommandBook()
        self.files = FileStore()
        self.updates = UpdateQueue(clock)
        self.presses: OrderedDict[str, Press] = OrderedDict()
        self.profile: dict[str, str] = {}
        self.violations = Violations()
        self.flood = Flood(clock)
        self.labels = LabelBook()
        self.version = 0
        self.born = secrets.token_hex(4)  # a world that is kept between runs stays the same
        self.boot = secrets.token_hex(4)  # versions of another run mean nothing here
        self._next_message = 1
        self._next_query = 4_000_000_000_000_000_000
        self._watchers: list[asyncio.Future[None]] = []

    @property
    def now(self) -> int:
        """The clock, in whole seconds as messages carry them."""
        return int(self.clock())

    def changed(self, chat: SimChat | None = None, message: Message | None = None) -> None:
        """Count a visible change and wake whoever watches."""
        self.version += 1
        if message is not None:
            message.version = self.version
            chat = message.chat
        if chat is not None:
            chat.version = self.version
        if self._watchers:
            watchers, self._watchers = self._watchers, []
            for watcher in watchers:
                if not watcher.done():
                    watcher.set_result(None)

    async def wait_for_change(self, seen: int) -> int:
        """Return the version as soon as it is above `seen`."""
        while self.version <= seen:
            watcher: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._watchers.append(watcher)
            await watcher
        return self.version

    def chat(self, wanted: Any) -> SimChat:
        """The chat of a chat_id or @name; 400 where there is none."""
        key = str(wanted)
        try:
            found = self.chats.get(self.names[key[1:].lower()] if key.startswith("@") else int(key))
        except (ValueError, KeyError):
            found = None
        if found is None:
            raise bad_request("chat not found" if key and key != "None" else "chat_id is empty")
        return found

    def open_chat(self, wanted: Any) -> SimChat:
        """A chat that the bot may write to now."""
        chat = self.chat(wanted)
        refusal = chat.refusal()
        if refusal is not None:
            raise refusal
        return chat

    def post(self, chat: SimChat, sender: User | None, content: dict[str, Any], **facts: Any) -> Message:
        """Put a message into a chat; nothing is sent to the bot by this."""
        message = Message(self._message_id(chat), chat, sender, self.now, content, **facts)
        chat.add(message)
        chat.action = None
        self.changed(message=message)
        self.labels.note(message.inline)
        return message

    def press(self, person_id: int, message: Message | None, label: str, data: str) -> Press:
        """Remember a press that now waits for its answer."""
        self._next_query += 1
        press = Press(str(self._next_query), person_id, message, label, data, self.clock())
        self.presses[press.id] = press
        if len(self.presses) > _KEPT_PRESSES:
            self.presses.popitem(last=False)
        return press

    def open_press(self, query_id: str) -> Press | None:
        """The press that still may be answered."""
        press = self.presses.get(query_id)
        if press is None or press.answer is not None or self.clock() - press.at > ANSWER_SECONDS:
            return None
        return press

    def kept(self) -> dict[str, Any]:
        """What belongs to no chat, as JSON."""
        return {
            "born": self.born,
            "next_message": self._next_message,
            "next_query": self._next_query,
            "profile": self.profile,
            "commands": self.commands.kept(),
            "files": self.files.kept(),
            "updates": self.updates.kept(),
        }

    def recall(self, found: dict[str, Any], skipped: int) -> None:
        """The same as before; new ids begin `skipped` later."""
        self.born = found["born"]
        self._next_message = found["next_message"] + skipped
        self._next_query = found["next_query"] + skipped
        self.profile.update(found["profile"])
        self.commands.recall(found["commands"])
        self.files.recall(found["files"])
        self.updates.recall(found["updates"], skipped)

    def _message_id(self, chat: SimChat) -> int:
        if chat.kind in {"supergroup", "channel"}:
            return len(chat.messages) + 1
        self._next_message += 1
        return self._next_message - 1
