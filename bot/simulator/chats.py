"""A private chat's id is the person's id; message ids are one sequence for all private chats and basic groups of a bot.

Supergroups and channels count for themselves. Who left, blocked or migrated answers with Telegram's own words.
"""

from typing import Any

from bot.simulator.errors import ApiError, bad_request, forbidden
from bot.simulator.messages import Message


class SimChat:
    """A conversation: its messages in order, and whether the bot may write into it."""

    def __init__(self, chat_id: int, kind: str, facts: dict[str, Any]) -> None:
        self.id = chat_id
        self.kind = kind
        self.facts = facts
        self.messages: list[Message] = []
        self.by_id: dict[int, Message] = {}
        self.members: dict[int, str] = {}
        self.pinned: list[int] = []
        self.keyboard: dict[str, Any] | None = None
        self.bot_status = "member"
        self.started = kind != "private"
        self.blocked = False
        self.deactivated = False
        self.migrated_to: int | None = None
        self.version = 0
        self.action: str | None = None

    def for_bot(self) -> dict[str, Any]:
        """The Chat object of the Bot API."""
        return {"id": self.id, "type": self.kind, **self.facts}

    def add(self, message: Message) -> None:
        """Append; a reply keyboard that comes with it takes effect."""
        self.messages.append(message)
        self.by_id[message.id] = message
        if message.order is not None:
            self._obey(message.order)

    def find(self, message_id: int) -> Message | None:
        """The message, unless it was deleted."""
        message = self.by_id.get(message_id)
        return None if message is None or message.deleted else message

    def visible(self) -> list[Message]:
        """What is on the screen, oldest first."""
        return [message for message in self.messages if not message.deleted]

    def refusal(self) -> ApiError | None:
        """Why the bot cannot write here, in Telegram's words."""
        if self.kind == "private":
            return self._private_refusal()
        if self.migrated_to is not None:
            words = "group chat was upgraded to a supergroup chat"
            return bad_request(words, {"migrate_to_chat_id": self.migrated_to})
        place = "supergroup chat" if self.kind == "supergroup" else f"{self.kind} chat"
        if self.bot_status == "kicked":
            return forbidden(f"bot was kicked from the {place}")
        return forbidden(f"bot is not a member of the {place}") if self.bot_status == "left" else None

    def _private_refusal(self) -> ApiError | None:
        if self.deactivated:
            return forbidden("user is deactivated")
        if self.blocked:
            return forbidden("bot was blocked by the user")
        return None if self.started else forbidden("bot can't initiate conversation with a user")

    def _obey(self, order: dict[str, Any]) -> None:
        if "keyboard" in order:
            self.keyboard = order
        elif order.get("remove_keyboard"):
            self.keyboard = None
