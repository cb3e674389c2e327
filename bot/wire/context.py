"""What a handler holds. It never waits for the network: what it shows is queued with the transaction."""

from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from telegram import Message, Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.ground.frozen import replace
from bot.ground.refusals import Refusal
from bot.ground.viewer import Viewer
from bot.speech.screens import Answer, File, InPlace, Key, Screen
from bot.speech.words import Words
from bot.store.transaction import Tx
from bot.wire.going_out.calls import Call, NotStored, calls_for, edit_of


@dataclass(slots=True)
class Work:
    """The unit of work of one update: set around its routing, gone with it."""

    tx: Tx
    now: int  # seconds since 1970
    viewer: Viewer
    bot_name: str  # for links: t.me/<bot_name>
    typing: bool = True  # a form of theirs may be open; False: none is, and nobody need look for it
    answers: list[Call] = field(default_factory=list)
    callback_answer: dict[str, Any] | None = None  # ephemeral: sent first after the commit, never stored
    refusal: Refusal | None = None
    failed: Exception | None = None


WORK: ContextVar[Work] = ContextVar("work")


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """One update, its viewer and the open transaction."""

    def __init__(self, application: "Application[Any, Context, Any, Any, Any, Any]", **ids: Any) -> None:
        super().__init__(application, **ids)
        self.work = WORK.get()
        self.incoming: Update | None = None
        self.rest = ""  # what stands after the command or the plain word
        self.asked_card: int | None = None  # the message whose question is being answered by typing

    @classmethod
    def from_update(cls, update: object, application: Any) -> "Context":
        """The library only logs what is raised here, so it is noted for the dispatcher as well."""
        try:
            context = super().from_update(update, application)
            context.incoming = update if isinstance(update, Update) else None
        except Exception as error:
            WORK.get().failed = error
            raise
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
    def bot_name(self) -> str:
        return self.work.bot_name

    @property
    def words(self) -> Words:
        return Words(self.viewer.language, self.viewer.zone, self.work.now)

    @property
    def chat_id(self) -> int:
        """Where answers go: the chat of the message, else the person's own."""
        chat = self.incoming.effective_chat if self.incoming else None
        return chat.id if chat else self.viewer.telegram_id

    @property
    def topic(self) -> dict[str, int]:
        """Of a forum, where the question was asked in one: the answer goes there."""
        message = self.incoming.effective_message if self.incoming else None
        thread = message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
        return {} if thread is None else {"message_thread_id": thread}

    @property
    def card_id(self) -> int | None:
        """The message whose button was pressed."""
        query = self.incoming.callback_query if self.incoming else None
        return query.message.message_id if query and query.message else None

    @property
    def card_is_no_text(self) -> bool:
        """A picture, a file, a place: no text can stand in its place."""
        query = self.incoming.callback_query if self.incoming else None
        card = query.message if query else None
        return isinstance(card, Message) and card.text is None

    @property
    def in_private(self) -> bool:
        """Who writes as a group or a channel has its number, which is below zero."""
        return self.chat_id == self.viewer.telegram_id > 0

    def send(self, answer: Answer, *, to: int | None = None, subject: str | None = None) -> None:
        """A new message; a long text becomes several, the keys under the last. A file must be a notice: NotStored.

        ``subject``, as ``shift:5``: what the message shows, so that it can be found and kept up to date.
        """
        if isinstance(answer, File | InPlace):  # mypy says no before that, to whoever asks it
            raise NotStored(type(answer).__name__)
        calls = calls_for(answer, to or self.chat_id)
        if to is None:
            calls = [replace(call, params={**call.params, **self.topic}) for call in calls]
        if subject:
            calls[-1] = replace(calls[-1], subject=subject)
        self.work.answers += calls

    def show(self, screen: Screen | None, *, subject: str | None = None) -> None:
        """In place of the card that was pressed; as a new message where there is none, or it does not fit."""
        if screen is None:
            return
        card = None if self.card_is_no_text else self.card_id
        edit = None if card is None else edit_of(screen, self.chat_id, card)
        if edit is None:
            self.send(screen, subject=subject)
        else:
            self.work.answers.append(edit)

    def press_told(self, key: Key) -> None:
        """The pressed card keeps its words, and of its buttons this one alone: it shows that the press was heard."""
        if self.card_id is not None:
            markup = {"inline_keyboard": [[key.as_dict()]]}
            params = {"message_id": self.card_id, "reply_markup": markup}
            self.work.answers.append(Call("editMessageReplyMarkup", self.chat_id, params, repeatable=True))

    def edit(self, screen: Screen, *, message_id: int, chat: int | None = None) -> None:
        """Another card than the pressed one; it is sent anew where it is gone."""
        edit = edit_of(screen, chat or self.chat_id, message_id)
        self.work.answers += [edit] if edit else calls_for(screen, chat or self.chat_id)

    def call(self, method: str, params: dict[str, Any], *, to: int | None = None) -> None:
        """Any other method of the Bot API that may be repeated harmlessly, such as ``setMyCommands``."""
        self.work.answers.append(Call(method, to or self.chat_id, params, repeatable=True))

    def refuse(self, refusal: Refusal) -> None:
        """Shows the refusal and keeps what was written; raising it keeps nothing."""
        self.work.refusal = refusal

    def toast(self, text: str) -> None:
        """A few words that fade, as the answer to a press; elsewhere nothing."""
        self.work.callback_answer = {"text": str(text)[:200]}

    def alert(self, text: str) -> None:
        """Words that stay until they are closed."""
        self.work.callback_answer = {"text": str(text)[:200], "show_alert": True}

    def open_link(self, url: str) -> None:
        """The press opens ``t.me/<bot>?start=…``: how somebody in a group is taken to the private chat."""
        self.work.callback_answer = {"url": url}
