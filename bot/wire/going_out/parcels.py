"""A row of the outbox on its way: taken from the table, or handed over by the transaction that made it."""

import json
from dataclasses import dataclass
from typing import Any

from bot.ground.viewer import known_language, reading_language
from bot.speech.words import Words
from bot.store.outbox import Queued
from bot.store.transaction import Row
from bot.wire.coming_in.viewing import Defaults
from bot.wire.going_out.calls import PREFIX, REPLY_SECONDS
from bot.wire.rendering import QueuedNotice

MANY_DOUBTS = 8  # of an edit, before it is taken for one that Telegram can never answer


@dataclass(slots=True)
class Parcel:
    key: str
    kind: str
    class_: str
    chat_id: int
    payload: str
    created_at: int
    expires_at: int | None
    attempts: int = 0  # sends that may have arrived
    parts: int = 0  # its first messages that have: they are not sent again
    id: int = 0
    person_id: int | None = None
    subject: str | None = None
    due_at: int = 0
    strikes: int = 0
    words: Words | None = None
    pulled: bool = False  # came out of the table, not straight from an update

    @property
    def bulk(self) -> bool:
        """Nobody waits for it with the phone in hand."""
        return self.class_ in {"normal", "critical"}

    @property
    def ready(self) -> bool:
        return self.kind.startswith(PREFIX)

    @property
    def card(self) -> tuple[int, int] | None:
        """The message it edits."""
        if self.class_ != "edit":
            return None
        message_id = json.loads(self.payload).get("message_id")
        return None if message_id is None else (self.chat_id, message_id)

    def notice(self) -> QueuedNotice:
        facts = json.loads(self.payload)["facts"]
        return QueuedNotice(
            self.id, self.key, self.kind, self.person_id, self.chat_id, self.subject, facts,
            self.due_at, self.expires_at,
        )  # fmt: skip


def fresh(queued: Queued, now: int) -> Parcel:
    return Parcel(
        queued.key, queued.kind, queued.class_, queued.chat_id, queued.payload, now, queued.expires_at,
        person_id=queued.person_id,
    )  # fmt: skip


def pulled(row: Row, defaults: Defaults) -> Parcel:
    return Parcel(
        row["key"], row["kind"], row["class"], row["telegram_id"] if row["person_id"] else row["chat_id"],
        row["payload"], row["created_at"], row["expires_at"], row["attempts"], row["parts"], row["id"],
        row["person_id"], row["subject"], row["due_at"], row["strikes"] or 0,
        Words(language_of(row, defaults), row["zone"] or defaults.zone), pulled=True,
    )  # fmt: skip


def language_of(row: Row, defaults: Defaults) -> str:
    client = row["client_language"]
    return known_language(row["language"]) or (reading_language(client) if client else defaults.language)


def worth_a_second_copy(row: Any, now: int, *, repeatable: bool = False) -> bool:
    """Of unknown outcome: what makes no second copy always is, a message once, and only while it is of use.

    ``repeatable`` says so of the call itself: an edit whose card is gone has become a message.
    """
    timely = row["expires_at"] is None or row["expires_at"] > now
    if row["class"] == "reply":
        timely = timely and now - row["created_at"] <= REPLY_SECONDS
    return bool(timely and row["attempts"] < (MANY_DOUBTS if repeatable else 1))
