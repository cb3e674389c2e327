"""One update inside the batch's transaction: parse, look who it is, route, and gather what is to be said.

An update that cannot be parsed is buried at once and does not trouble its neighbours.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from telegram import Update

from bot.desk import Seated
from bot.ground.refusals import Refusal
from bot.people.refused_acts import note_refused
from bot.people.viewer_rows import Roles, roles_of
from bot.speech.screens import Screen
from bot.speech.words import Words
from bot.store import inbox
from bot.store.outbox import Queued
from bot.store.transaction import Row, Tx
from bot.wire.coming_in.arrivals import client_language
from bot.wire.coming_in.flood import Flood
from bot.wire.coming_in.house import keep_house
from bot.wire.coming_in.presses import pressed
from bot.wire.coming_in.router import Router
from bot.wire.coming_in.shapes import fits
from bot.wire.coming_in.viewing import PEOPLE, Defaults, keep_up, viewer_of
from bot.wire.context import WORK, Work
from bot.wire.going_out.calls import Call, as_row, calls_for
from bot.wire.reading import number, object_of
from bot.wire.speech import ALERT_LIMIT, Speech

KEPT = frozenset({"audit", "audit_unsealed", "wrong_try"})
"""Tables of what stays written beside a refusal; whatever else its handler wrote is rolled back with it."""
TAG = re.compile(r"<[^>]*>")


@dataclass(slots=True)
class Deed:
    """What one update leaves to be said, once its transaction is committed."""

    row: Row
    person_id: int = 0
    answers: list[Call] = field(default_factory=list)
    callback: dict[str, Any] | None = None  # parameters of answerCallbackQuery
    dead: bool = False

    def queued(self, bot_id: int, now: int) -> list[Queued]:
        """Keys hold the time of arrival too: update ids may begin again."""
        stem = f"bot{bot_id}:u{self.row['update_id']}:{self.row['received_at']}"
        return [as_row(call, f"{stem}:{n}", self.person_id, now) for n, call in enumerate(self.answers)]


@dataclass(slots=True)
class Crew:
    """A batch at work: its transaction, the roles of all senders, and what earlier updates of it have touched."""

    tx: Tx
    now: int
    roles: Roles
    at: float  # the loop's time when it began: nobody can ask the loop from within
    touched: set[str] = field(default_factory=set)


class Actor:
    """Gives one update its effect. Shared by all batches; keeps nothing between two updates."""

    def __init__(
        self, *, router: Router, speech: Speech, defaults: Defaults, flood: Flood, bot_id: int, bot_name: str
    ) -> None:
        self.router = router
        self.speech = speech
        self.defaults = defaults
        self.flood = flood
        self.bot_id = bot_id
        self.bot_name = bot_name

    def crew(self, tx: Tx, now: int, roles: Sequence[Row], at: float) -> Crew:
        return Crew(tx, now, roles_of(roles), at)

    async def act(self, crew: Crew, row: Row) -> Deed:
        """The stages of an update, in this order. Raises what the handler raises; a Refusal where it had written."""
        update = self.update_in(crew, row)
        parsed = parse(update, self.router)
        if parsed is None:
            return await self.apologise(crew, row)
        passage = self.flood.passage(row["lane"], age(update, crew.now), crew.at)
        if passage != "pass":
            return await self.slowed(crew, row, update, tell=passage == "tell")
        work = await self.work(crew, row, update)
        crew.tx.touched = set()
        token = WORK.set(work)  # whoever answers finds its unit of work there, and the batch what was touched
        try:
            await self.keep_up(crew, work, row, update)
            await self.answer(crew, work, parsed, update)
        finally:
            WORK.reset(token)
            crew.touched |= crew.tx.touched
        return self.deed(row, update, work)

    async def keep_up(self, crew: Crew, work: Work, row: Row, update: dict[str, Any]) -> None:
        """What every update tells, whatever it asks: who left, which language the app speaks."""
        await keep_house(crew.tx, self.bot_id, row, update, crew.now)
        await keep_up(crew.tx, work.viewer, client_language(update), crew.now)
        crew.touched |= crew.tx.touched
        crew.tx.touched = set()

    async def answer(self, crew: Crew, work: Work, parsed: Update, update: dict[str, Any]) -> None:
        """By its handler; a refusal is an answer, as long as nothing was written before it that would be kept."""
        try:
            await self.router.process_update(parsed)
            if work.failed is not None:
                raise work.failed
        except Refusal as refusal:
            if crew.tx.touched - KEPT:
                raise
            work.answers.clear()
            work.callback_answer = None
            await self.refuse(crew, work, refusal, update)

    def update_in(self, crew: Crew, row: Row) -> dict[str, Any]:
        """Nothing, which no handler can read, where what was stored cannot be opened."""
        raw = inbox.raw_of(crew.tx, self.bot_id, row)
        return {} if raw is None else object_of(raw)

    async def refused(self, crew: Crew, row: Row, refusal: Refusal) -> Deed:
        """Says no, and nothing else: what the handler had written is gone."""
        update = self.update_in(crew, row)
        work = await self.work(crew, row, update)
        await self.refuse(crew, work, refusal, update)
        return self.deed(row, update, work)

    async def refuse(self, crew: Crew, work: Work, refusal: Refusal, update: dict[str, Any]) -> None:
        """A press that nobody had offered is noted as well as refused."""
        work.refusal = refusal
        verb = verb_of(update)
        if verb is not None:
            await note_refused(Seated(crew.tx, work.viewer, crew.now), refusal, verb)

    async def slowed(self, crew: Crew, row: Row, update: dict[str, Any], *, tell: bool) -> Deed:
        """The update is done with, without having been looked at: a press is told so each time, words once a minute."""
        work = await self.work(crew, row, update)
        screen = self.speech.too_fast(words_of(work))
        deed = Deed(row, callback=callback_of(update, {"text": plain(screen)[:ALERT_LIMIT]}))
        if tell and row["lane"] > 0 and deed.callback is None:
            deed.answers += calls_for(screen, row["lane"])
        return deed

    async def apologise(self, crew: Crew, row: Row) -> Deed:
        """The update is dead; whoever sent it is told, once."""
        update = self.update_in(crew, row)
        work = await self.work(crew, row, update)
        deed = Deed(row, work.viewer.id, dead=True, callback=callback_of(update, None))
        if row["lane"] > 0:
            deed.answers += calls_for(self.speech.failed(words_of(work)), row["lane"])
        return deed

    async def work(self, crew: Crew, row: Row, update: dict[str, Any]) -> Work:
        roles = crew.roles
        if crew.touched & PEOPLE:
            span = (row["update_id"], row["update_id"])
            (row,), found = await inbox.waiting(crew.tx, self.bot_id, inbox.Share(), 1, span)
            roles = roles_of(found)
        viewer = viewer_of(row, roles, client_language(update), self.defaults)
        typing = bool(row["typing"]) or "draft" in crew.touched
        return Work(crew.tx, crew.now, viewer, self.bot_name, typing)

    def deed(self, row: Row, update: dict[str, Any], work: Work) -> Deed:
        if work.refusal is not None:
            self.show_refusal(work, work.refusal, pressed="callback_query" in update)
        return Deed(row, work.viewer.id, work.answers, callback_of(update, work.callback_answer))

    def show_refusal(self, work: Work, refusal: Refusal, *, pressed: bool) -> None:
        """An alert for a press where that says it all; else a message to the person alone, never to a group."""
        screen = self.speech.refuse(words_of(work), refusal)
        if pressed and len(plain(screen)) <= ALERT_LIMIT and not screen.keys:
            work.callback_answer = {"text": plain(screen), "show_alert": True}
        elif work.viewer.telegram_id > 0:
            work.answers += calls_for(screen, work.viewer.telegram_id)


def parse(update: Any, router: Router) -> Update | None:
    """None for what is no update that the library, or a handler, could read."""
    if not fits(update):
        return None
    try:
        return pressed(update) or Update.de_json(update, router.bot)
    except Exception:  # whatever a wrong shape makes the library raise
        return None


def age(update: dict[str, Any], now: int) -> int:
    """Seconds since it was written; a press is never older than Telegram keeps it."""
    message = update.get("message")
    written = number(message.get("date")) if isinstance(message, dict) else None
    return now - written if written else 0


def callback_of(update: dict[str, Any], answer: dict[str, Any] | None) -> dict[str, Any] | None:
    query = update.get("callback_query")
    if not isinstance(query, dict) or not isinstance(query.get("id"), str):
        return None
    return {"callback_query_id": query["id"], **(answer or {})}


def verb_of(update: dict[str, Any]) -> str | None:
    """The kind of button that was pressed; None for what is no press."""
    query = update.get("callback_query")
    return str(query.get("data", "")).split(":", 1)[0] if isinstance(query, dict) else None


def words_of(work: Work) -> Words:
    return Words(work.viewer.language, work.viewer.zone, work.now)


def plain(screen: Screen) -> str:
    """Without tags, as a callback answer shows it."""
    return html.unescape(TAG.sub("", str(screen.text)))
