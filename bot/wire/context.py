"""What a handler holds. It never waits for the network: what it shows is queued with the transaction, and leaves later."""

from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.domain.people import Viewer
from bot.storage.transaction import Tx
from bot.views.screens import Screen, Shown, method
from bot.views.words import Words


@dataclass(frozen=True, slots=True)
class Answer:
    """A ready Bot API call, stored with the transaction that makes it."""

    method: str
    chat_id: int
    params: dict[str, Any]


@dataclass(slots=True)
class Work:
    """The unit of work of one update: set around its routing, gone with it."""

    tx: Tx
    now: int  # seconds since 1970
    viewer: Viewer
    bot_name: str  # for links: t.me/<bot_name>
    answers: list[Answer] = field(default_factory=list)
    callback_answer: dict[str, Any] | None = None  # ephemeral: sent first after the commit, never stored


WORK: ContextVar[Work] = ContextVar("work")


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """One update, its viewer and the open transaction."""

    def __init__(self, application: "Application[Any, Context, Any, Any, Any, Any]", **ids: Any) -> None:
        super().__init__(application, **ids)
        self.work = WORK.get()
        self.incoming: Update | None = None
        self.rest = ""  # what stands after the command or the plain word

    @classmethod
    def from_update(cls, update: object, application: Any) -> "Context":
        context = super().from_update(update, application)
        context.incoming = update if isinstance(update, Update) else None
        return context

    @property
    def viewer(self) -> Viewer:
        return self.work.viewer

    @property
    def tx(self) -> Tx:
        return self.work.tx

    @property
    def now(self) -> int:
        return self.work.now

    @property
    def words(self) -> Words:
        return Words(self.viewer.language, self.viewer.zone)

    @property
    def chat_id(self) -> int:
        """Where answers go: the chat of the message, else the person's own."""
        chat = self.incoming.effective_chat if self.incoming else None
        return chat.id if chat else self.viewer.telegram_id

    @property
    def card_id(self) -> int | None:
        """The message whose button was pressed."""
        query = self.incoming.callback_query if self.incoming else None
        return query.message.message_id if query and query.message else None

    @property
    def in_private(self) -> bool:
        return self.chat_id == self.viewer.telegram_id

    def send(self, shown: Shown, *, to: int | None = None) -> None:
        """A new message."""
        self.work.answers.append(Answer(method(shown), to or self.chat_id, shown.params()))

    def show(self, screen: Screen) -> None:
        """In place of the card that was pressed; as a new message where there is none."""
        if self.card_id is None or screen.contact or screen.drop_reply_keys:
            self.send(screen)
        else:
            params = {**screen.params(), "message_id": self.card_id}
            self.work.answers.append(Answer("editMessageText", self.chat_id, params))

    def toast(self, text: str) -> None:
        """A few words that fade, as the answer to a press; elsewhere nothing."""
        self.work.callback_answer = {"text": str(text)[:200]}

    def alert(self, text: str) -> None:
        """Words that stay until they are closed."""
        self.work.callback_answer = {"text": str(text)[:200], "show_alert": True}
