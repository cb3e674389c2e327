"""One parcel: word it, send it, and draw the consequence of what Telegram says. Pace and order are not its business.

A doubt (it may have arrived) and a call that met nobody are told to the gate, which then lets nothing else out.
"""

import asyncio
import html
import json
import logging
import math
import re
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from bot.ground.frozen import replace
from bot.ground.json_text import written
from bot.speech.screens import File, Looked, Paper, Screen, Shown, Worded
from bot.store.failures import Conflict, Over, Unavailable
from bot.wire.clock import Clock
from bot.wire.going_out.calls import EDITS, NO_CHAT, PREFIX, SOUNDLESS, Call, body_of, calls_for
from bot.wire.going_out.client import Client, NoAnswer, NotSent
from bot.wire.going_out.fetching import NotFetched, fetched
from bot.wire.going_out.gate import Gate
from bot.wire.going_out.holds import Holds
from bot.wire.going_out.ledger import Ledger
from bot.wire.going_out.parcels import Parcel, worth_a_second_copy
from bot.wire.going_out.token import Token
from bot.wire.going_out.verdicts import Means, Verdict, read_answer
from bot.wire.health import Health
from bot.wire.limits import Limits
from bot.wire.reading import LONGEST_WAIT
from bot.wire.rendering import Brought, Renderer

log = logging.getLogger(__name__)
WORRYING_HOLD = 60
ACTION_SECONDS = 4.0  # Telegram shows it for five
M = TypeVar("M")
FETCH_AGAIN = 5
"""Seconds."""
TAG = re.compile(r"<[^>]*>")


class AtNight(Exception):
    """What could not leave by day waits until the night is over."""

    def __init__(self, over: int) -> None:
        super().__init__(over)
        self.over = over


class Sender:
    """``token``: whether Telegram still knows us is not said by one refused call."""

    def __init__(
        self,
        *,
        client: Client,
        renderer: Renderer,
        gate: Gate,
        ledger: Ledger,
        clock: Clock,
        health: Health,
        limits: Limits,
        token: Token,
        checkpoint: Callable[[str], None],
    ) -> None:
        self.client = client
        self.renderer = renderer
        self.gate = gate
        self.ledger = ledger
        self.clock = clock
        self.health = health
        self.limits = limits
        self.token = token
        self.checkpoint = checkpoint
        self.holds = Holds(clock)
        self.waits = 0  # how often in a row nothing could be reached

    async def deliver(self, parcel: Parcel) -> None:
        """Never raises for what Telegram or a notice does wrong: it is booked and logged."""
        if self.token.doubted:
            self.wait_for_token(parcel)
            return
        try:
            calls = await self.calls(parcel)
        except AtNight as night:
            self.ledger.postpone(parcel, night.over, error="night")
            return
        except (Conflict, Unavailable, Over):  # the ledger writes nothing for a process that is over
            self.ledger.postpone(parcel, self.clock.now() + 1, error="database")
            return
        except NotFetched:
            self.ledger.postpone(parcel, self.clock.now() + FETCH_AGAIN, error="file")
            return
        except Exception as error:
            log.exception("notice %s could not be worded", parcel.kind)
            self.ledger.settle(parcel, "dead", error=type(error).__name__)
            return
        if not calls:
            self.ledger.settle(parcel, "dropped")
        verdict = Verdict(Means.SENT)
        for call in calls[parcel.parts :]:
            verdict = await self.send(parcel, call)
            if verdict.means is not Means.SENT:
                self.book(parcel, call, await self.judged(verdict))
                return
            parcel.parts += 1
        if calls:
            self.waits = 0
            self.health.mend("sending")
            self.ledger.settle(parcel, "sent", message_id=verdict.message_id)

    async def answer_press(self, params: dict[str, Any]) -> None:
        """Once; a press that is answered late is answered wrong."""
        verdict = await self.posted("answerCallbackQuery", written(params).encode())
        if verdict.means is not Means.SENT:
            log.info("a press stays unanswered: %s", verdict.words)

    async def calls(self, parcel: Parcel) -> list[Call]:
        now = self.clock.now()
        if parcel.ready:
            return [Call(parcel.kind.removeprefix(PREFIX), parcel.chat_id, {}, repeatable=parcel.class_ == "edit")]
        if parcel.words is None:
            raise ValueError("a notice without a reader")
        hushed = await self.hushed(parcel, now)
        shown = await self.renderer.shown(parcel.notice(), parcel.words, now)
        silent = hushed or bool(json.loads(parcel.payload)["silent"])
        made = [await self.worked_out(one, parcel.chat_id) for one in shown]
        calls = [call for one in made if one is not None for call in calls_for(one, parcel.chat_id)]
        return [call if call.method in SOUNDLESS else silenced(call, silent=silent) for call in calls]

    async def worked_out(self, one: Worded | Brought, chat_id: int) -> Shown | None:
        """What is heavy of it. Whoever asked sees for as long as it takes that it is being made."""
        if isinstance(one, Paper) and not one.asked:
            return await self.renderer.printed(one)
        if isinstance(one, Paper):
            return await self.meanwhile(one.action, chat_id, self.renderer.printed(one))
        if isinstance(one, Brought | Looked):
            return await self.meanwhile("typing", chat_id, self.read(one))
        return one

    async def read(self, one: Brought | Looked) -> Screen | None:
        file = await fetched(self.client, one.file_id)
        return await (self.renderer.looked(one, file) if isinstance(one, Looked) else self.renderer.taken(one, file))

    async def meanwhile(self, action: str, chat_id: int, work: Coroutine[Any, Any, M]) -> M:
        doing = written({"action": action})
        making = asyncio.create_task(work)
        try:
            while not making.done():
                await self.posted("sendChatAction", body_of("sendChatAction", chat_id, doing))
                await asyncio.wait({making}, timeout=ACTION_SECONDS)
            return making.result()
        finally:
            making.cancel()

    async def hushed(self, parcel: Parcel, now: int) -> bool:
        """Whether nobody may be woken by it. Raises AtNight where it is early enough in the morning."""
        if parcel.parts:
            return False  # the rest follows what is there already
        leaves_at, hushed = await self.renderer.leaving(parcel.notice(), now)
        if leaves_at > now:
            raise AtNight(leaves_at)
        return hushed

    async def send(self, parcel: Parcel, call: Call) -> Verdict:
        """With the repairs that are tried at once: a plain text, a new message, the group's new id."""
        verdict = await self.post(parcel, call)
        if verdict.means is Means.MOVED:
            self.ledger.moved(call.chat_id, verdict.chat_id)
            parcel.chat_id = verdict.chat_id
            call = replace(call, chat_id=verdict.chat_id)
            verdict = await self.post(parcel, call)
        if verdict.means is Means.LOST_CARD and not call.dispensable and call.method != "editMessageReplyMarkup":
            call = anew(filled(call, parcel))
            verdict = await self.post(parcel, call)
        if verdict.means is Means.BAD_HTML:
            log.error("a bug: Telegram could not parse %s: %s", parcel.kind, verdict.words)
            verdict = await self.post(parcel, plainly(filled(call, parcel)))
        return verdict

    async def post(self, parcel: Parcel, call: Call) -> Verdict:
        payload = written(call.params) if call.params else parcel.payload
        self.checkpoint("before_send")
        try:
            verdict = await self.posted(call.method, body_of(call.method, call.chat_id, payload), call.file)
        finally:
            self.checkpoint("after_send")
        return replace(verdict, repeatable=call.method in EDITS or call.method in NO_CHAT)

    async def posted(self, method: str, body: bytes, file: File | None = None) -> Verdict:
        """What came of it; the gate is told."""
        try:
            status, answer = await self.client.post(method, body, file=file)
        except NotSent as error:
            verdict = Verdict(Means.NOT_SENT, words=str(error))
        except NoAnswer as error:
            verdict = Verdict(Means.UNKNOWN, words=str(error))
        else:
            verdict = read_answer(status, answer)
        if verdict.means in {Means.NOT_SENT, Means.UNKNOWN}:
            self.gate.doubt(verdict.words)
        elif verdict.means is not Means.NO_TOKEN:
            self.gate.went()
        return verdict

    def book(self, parcel: Parcel, call: Call, verdict: Verdict) -> None:
        match verdict.means:
            case Means.LATER:
                self.hold(parcel, verdict.seconds)
            case Means.NOT_SENT:
                self.ledger.postpone(parcel, None, error=verdict.words)
            case Means.NO_TOKEN:
                self.wait_for_token(parcel)
            case Means.UNKNOWN:
                self.unknown(parcel, verdict)
            case Means.GONE:
                self.ledger.settle(parcel, "dropped", error="unreachable")
                self.ledger.unreachable(parcel.chat_id)
            case Means.LOST_CARD:
                self.ledger.settle(parcel, "dropped", error="no card")
            case Means.STRIKE:
                log.warning("%s refused: %s", call.method, verdict.words)
                self.ledger.settle(parcel, "dead", error=verdict.words)
                self.ledger.strike(parcel.chat_id)
            case _:
                log.error("%s refused: %s", call.method, verdict.words)
                self.ledger.settle(parcel, "dead", error=verdict.words)

    def hold(self, parcel: Parcel, seconds: int | None) -> None:
        """Nothing to this chat before that; without a number the wait doubles, up to a minute."""
        if seconds is None:
            self.waits += 1
            seconds = self.wait()
        seconds = min(seconds, LONGEST_WAIT)
        if seconds >= WORRYING_HOLD:
            self.health.red("sending", f"asked to wait {seconds} s")
        until = self.holds.hold(parcel.chat_id, seconds)
        self.ledger.postpone(parcel, until, error="429")
        self.ledger.hold(parcel.chat_id, until)

    async def judged(self, verdict: Verdict) -> Verdict:
        """401 or 404 to one call, while getMe knows us: that call alone is refused."""
        if verdict.means is not Means.NO_TOKEN or not await self.token.known():
            return verdict
        self.gate.went()
        return replace(verdict, means=Means.REFUSED)

    def wait_for_token(self, parcel: Parcel) -> None:
        """Nothing is burnt meanwhile: a call that is refused with 401 has had no effect."""
        self.ledger.postpone(parcel, self.clock.now() + math.ceil(self.limits.token_seconds), error="token")

    def unknown(self, parcel: Parcel, verdict: Verdict) -> None:
        """It waits for the gate; what was in doubt before, or is of no use any more, is given up and named."""
        row = {
            "class": parcel.class_, "attempts": parcel.attempts,
            "created_at": parcel.created_at, "expires_at": parcel.expires_at,
        }  # fmt: skip
        if worth_a_second_copy(row, self.clock.now(), repeatable=verdict.repeatable):
            self.ledger.postpone(parcel, None, attempts=1, error=verdict.words)
        else:
            log.warning("nobody knows whether %s arrived: %s", parcel.kind, verdict.words)
            self.ledger.settle(parcel, "unknown", error=verdict.words)

    def wait(self) -> int:
        """Whole seconds, doubling up to a minute."""
        return max(1, int(min(60, self.limits.retry_seconds * 2 ** min(self.waits, 8))))


def silenced(call: Call, *, silent: bool) -> Call:
    """As the notice was queued, whatever its screen says."""
    return replace(call, params={**call.params, "disable_notification": silent})


def filled(call: Call, parcel: Parcel) -> Call:
    """With its parameters read, where the stored text alone was to be sent."""
    return call if call.params else replace(call, params=json.loads(parcel.payload))


def anew(call: Call) -> Call:
    """The message that an edit wanted to make of another."""
    params: dict[str, Any] = {name: value for name, value in call.params.items() if name != "message_id"}
    return replace(call, method="sendMessage", params=params)


def plainly(call: Call) -> Call:
    """Without any tag, so that it arrives at least."""
    params = {name: value for name, value in call.params.items() if name != "parse_mode"}
    for name in ("text", "caption"):
        if name in params:
            params[name] = html.unescape(TAG.sub("", params[name]))
    return replace(call, params=params)
