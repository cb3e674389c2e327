"""Walks the agency: every button that somebody is shown is pressed, in the very state that it was shown in.

What a press tells others is theirs to press, links are followed, and where a form waits something is typed.
"""

import json
import re
from collections.abc import Iterable

from bot.ground.frozen import replace
from bot.people import rows as people
from bot.speech.commands import COMMANDS
from bot.speech.words import LANGUAGES, Words
from bot.store import drafts
from tests.walking import updates
from tests.walking.agency import Agency
from tests.walking.answers import TEXTS, answers_to
from tests.walking.bot import Bot, Heard, Leaving
from tests.walking.looking import Key, asks, faults, keys_of, kind_of, plain
from tests.walking.memory import State
from tests.walking.reasons import AT_A_TOUCH, STANDS
from tests.walking.sorts import role_of, sorts_at
from tests.walking.steps import ENTITIES, Found, Met, Step, Waiting, chosen
from tests.walking.updates import Update, Who

SOON = (60, 1800)
"""Seconds after a press at which is looked what came of it."""
AFTERWARDS = 3
"""So often for each kind that changes something, of different sorts of entities."""
LINK = re.compile(r"t\.me/\w+\?start=(\w_[\w-]*)")
VALUE = re.compile(r"\w(?:: |：)\w")
"""*Joining: open to everybody*: who presses it wants to look, and is asked before anything changes."""
BACK: dict[str, str] = {language: Words(language, "UTC").label("Back") for language in LANGUAGES}
SCREENS = {"sendMessage", "editMessageText"}
DONE_MARK = "✅"


class Walk:
    """``await Walk(bot, agency).through()``."""

    def __init__(self, bot: Bot, agency: Agency) -> None:
        self.bot, self.agency = bot, agency
        self.found = Found()
        self.waiting = Waiting()
        self.met = Met(sorts_at(bot.memory.connection, bot.clock.now()))
        self.state: State | None = None  # as the step at hand left it; None: not saved yet

    async def through(self) -> Found:
        """First from every command, then from what leaves by itself in the next days."""
        await self.begin()
        await self.drain()
        async for left in self.agency.days(self.bot):
            self.state = None
            await self.deliver(left, self.bot.clock.now(), ())
        await self.drain()
        return self.found

    async def begin(self) -> None:
        """Every command, in private and in the team's group, and whatever else people say, from each role."""
        now = self.bot.clock.now()
        await self.bot.tick()
        await self.deliver(await self.bot.due(), now, ())
        state = self.saved()
        for who in self.agency.walkers:
            role = await self.role_of(who)
            for row in COMMANDS:
                self.waiting.push(Step(who, role, "text", f"/{row.name}", f"/{row.name}", state, now))
                self.waiting.push(Step(who, role, "group", f"/{row.name}", f"/{row.name} in a group", state, now))
            for what in ("voice", "contact", "place"):
                self.waiting.push(Step(who, role, what, "", f"a {what}", state, now))
            self.waiting.push(Step(who, role, "text", self.agency.small_talk, "words", state, now))

    async def drain(self) -> None:
        while step := self.waiting.pop():
            self.bot.clock.set(step.now)
            with self.bot.memory.undone(step.state):
                await self.take(step if step.role else replace(step, role=await self.role_of(step.who)))

    async def take(self, step: Step) -> None:
        self.found.steps += 1
        if step.what == "press":
            self.found.pressed[step.role, step.by] += 1
        try:
            heard = await self.bot.hear(self.update(step))
        except Exception as error:  # whatever it is, it is what is looked for
            self.found.wrong(step, f"{type(error).__name__}: {error}")
            return
        self.state = None if heard.changed else step.state
        await self.after(step, heard)

    def update(self, step: Step) -> Update:
        match step.what:
            case "press":
                return updates.press(step.who, step.now, step.said, step.message_id)
            case "voice":
                return updates.voice(step.who, step.now)
            case "contact":
                return updates.contact(step.who, step.now)
            case "place":
                return updates.place(step.who, step.now)
            case "group":
                return updates.said(step.who, step.now, step.said, updates.GROUP)
        return updates.said(step.who, step.now, step.said)

    async def after(self, step: Step, heard: Heard) -> None:
        here = replace(step, role=await self.role_of(step.who))
        mine = [one for one in heard.left if not one.kind]
        for left in mine:
            self.look(left, here)
        told = [one for one in heard.left if one.kind]
        self.found.told[step.by] |= {one.kind for one in told}
        await self.deliver(told, step.now, (*step.trail, step.by))
        form = await self.waiting_form(here)
        if heard.changed and not form and step.by not in AT_A_TOUCH and VALUE.search(step.label):
            self.found.wrong(step, f"{step.label!r} looks like a value and changes it at a touch")
        if not heard.changed and step.by not in STANDS and any(says_done(one) for one in mine):
            self.found.wrong(step, "it says that something was done, and nothing has changed")
        self.lead_on(step, heard, mine, form)
        if step.what == "press" and (form or not heard.changed):
            self.lead_back(step, mine)
        sort = self.met.sort(step.said) if step.what == "press" else ""
        if heard.changed and self.met.is_new(("afterwards", step.by), sort, AFTERWARDS):
            await self.wait(step)

    async def wait(self, step: Step) -> None:
        """What comes of it by itself."""
        for seconds in SOON:
            self.bot.clock.set(step.now + seconds)
            self.state = None
            await self.bot.tick()
            await self.deliver(await self.bot.due(), step.now + seconds, (*step.trail, step.by))

    async def deliver(self, left: Iterable[Leaving], now: int, trail: tuple[str, ...]) -> None:
        """To everybody who hears of something out of the blue."""
        for one in left:
            self.found.notices.add(one.kind)
            who = self.agency.phones.get(one.chat_id)
            if who is not None and self.met.is_new(one.chat_id, content_of(one)):
                language = "" if one.language == self.agency.language else one.language
                role = await self.role_of(who)
                self.look(one, Step(who, role, "", "", f"notice {one.kind}", (), now, 0, trail, language))

    async def role_of(self, who: Who) -> str:
        async with self.bot.memory.read() as tx:
            return await role_of(tx, who)

    def lead_on(self, step: Step, heard: Heard, mine: list[Leaving], form: str) -> None:
        """From every screen something leads on, or it says why not."""
        said = heard.callback and (heard.callback.get("text") or heard.callback.get("url"))
        if not heard.left and not said:
            self.found.wrong(step, "nothing happens")
        texts = [one for one in mine if one.method in SCREENS]
        if texts and not form and not any(keys_of(one) or asks(one) for one in texts):
            self.found.ends.setdefault(step.by, f"{step.way}\n{plain(texts[-1].params['text'])}")

    def lead_back(self, step: Step, mine: Iterable[Leaving]) -> None:
        """What *Back* is, on a screen that was only looked at or that asks, and where one came from."""
        label = BACK[step.language or self.agency.language]
        for key in (key for left in mine for key in keys_of(left) if key.label == label and key.data):
            kind = kind_of(key.data)
            if kind is not None and step.trail:
                self.found.backs[step.trail[-1], step.by].add(kind.__name__)

    def look(self, left: Leaving, step: Step) -> None:
        """At one message: is it whole, and what can be done with it?"""
        self.found.screens[step.role] += 1
        if self.met.is_new("content", content_of(left)):
            for fault in faults(left, "" if step.language else self.agency.language):
                self.found.wrong(step, fault)
        for key in keys_of(left):
            kind = kind_of(key.data) if key.data else None
            if kind is not None:
                self.found.shown[step.by][kind.__name__].add(step.role)
                if self.met.is_worth(step.role, key.data):
                    self.press(step, kind.__name__, key, left.message_id)
        for payload in LINK.findall(str(left.params)):
            self.follow(payload, step)

    def saved(self) -> State:
        """The database as the step at hand has left it."""
        if self.state is None:
            self.state = self.bot.memory.save()
        return self.state

    def press(self, step: Step, kind: str, key: Key, message_id: int) -> None:
        trail, language = (*step.trail, step.by), chosen(key.data, step.language)
        self.waiting.push(
            Step(
                step.who,
                step.role,
                "press",
                key.data,
                kind,
                self.saved(),
                step.now,
                message_id,
                trail,
                language,
                key.label,
            )
        )

    def follow(self, payload: str, step: Step) -> None:
        """Whoever gets the link opens it."""
        by, trail = f"/start {payload[:2]}…", (*step.trail, step.by)
        for who in self.agency.walkers:
            if self.met.is_new((by, who.telegram_id), payload, ENTITIES):
                self.waiting.push(Step(who, "", "text", f"/start {payload}", by, self.saved(), step.now, 0, trail))

    async def waiting_form(self, step: Step) -> str:
        """The form that waits now; what is typed into it is taken next. One that was left is gone on with, perhaps."""
        async with self.bot.memory.read() as tx:
            person = await people.by_telegram_id(tx, step.who.telegram_id)
            draft = await drafts.current(tx, person.id) if person else None
        if draft is None or draft.updated_at < step.now:
            return ""
        if draft.aside:
            self.type(step, f"aside {draft.form}", [self.agency.small_talk], "words")
            return ""
        self.found.forms[step.by].add(draft.form)
        if draft.form not in TEXTS:
            self.found.wrong(step, f"nobody knows what to type for {draft.form}")
        self.type(step, f"{draft.form}:{draft.step}", answers_to(draft, self.agency), f"form {draft.form}")
        self.type(step, f"left {draft.form}", ["/menu"], "/menu")
        return draft.form

    def type(self, step: Step, where: str, texts: Iterable[str], by: str) -> None:
        """Each once, by each role, where this is asked."""
        for text in texts:
            if self.met.is_new((step.role, where), text):
                what, trail = SENT.get(text, "text"), (*step.trail, step.by)
                self.waiting.push(
                    Step(step.who, step.role, what, text, by, self.saved(), step.now, 0, trail, step.language)
                )


SENT = {"<place>": "place", "<voice>": "voice", "<contact>": "contact"}
"""What is not typed but sent."""


def says_done(left: Leaving) -> bool:
    return plain(str(left.params.get("text", ""))).startswith(DONE_MARK)


def content_of(left: Leaving) -> str:
    """Whatever message it stands in."""
    return json.dumps({**left.params, "message_id": 0}, sort_keys=True)
