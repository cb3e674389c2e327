"""Walks the agency: every button that somebody is shown is pressed, breadth first, in the very state it was shown in.

A kind of button is pressed for up to three entities by each role. What a press tells others is theirs to press, links
are followed, and where a form waits something is typed.
"""

import json
import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from bot.ground.frozen import Frozen, replace
from bot.people import rows as people
from bot.speech.buttons import KINDS
from bot.speech.commands import COMMANDS
from bot.speech.parts import OneOf, OrNothing, Part, YesOrNo
from bot.speech.words import LANGUAGES
from bot.store import drafts
from tests.walking import updates
from tests.walking.agency import Agency
from tests.walking.answers import TEXTS, answers_to
from tests.walking.bot import Bot, Heard, Leaving
from tests.walking.looking import asks, faults, keys_of, kind_of, plain
from tests.walking.memory import State
from tests.walking.sorts import role_of, sorts_at
from tests.walking.updates import Update, Who

ENTITIES = 3
"""Of each kind, by each role; and further ones where they are of another sort (sorts.py)."""
MOST = 6
SOON = (60, 1800)  # seconds
MANY = 6  # choices of one kind
LINK = re.compile(r"t\.me/\w+\?start=([\w-]+)")


class Step(Frozen):
    """Something that somebody is about to do. ``by``: what it is, as the map names it; ``shape``: with its choices."""

    who: Who
    role: str
    what: str  # press, text, voice, …
    said: str
    by: str
    state: State
    now: int
    message_id: int = 0
    trail: tuple[str, ...] = ()
    shape: tuple[str, ...] = ()
    language: str = ""  # chosen on the way here; '' is the agency's


@dataclass(slots=True)
class Found:
    """What the walk has seen."""

    steps: int = 0
    faults: dict[str, str] = field(default_factory=dict)  # what is wrong, with the shortest way there
    ends: dict[str, str] = field(default_factory=dict)  # from where nothing leads on, with what is said there
    pressed: Counter[tuple[str, str]] = field(default_factory=Counter)  # (role, kind)
    screens: Counter[str] = field(default_factory=Counter)  # by role
    shown: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    """What leads to which kinds, and whom."""
    told: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # what sends which notices
    forms: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # where each waits: by what it was opened

    def wrong(self, step: Step, said: str) -> None:
        self.faults.setdefault(f"{step.by}: {said}", f"{step.role} {' > '.join((*step.trail, step.by))}")


class Walk:
    """``await Walk(bot, agency).through()``."""

    def __init__(self, bot: Bot, agency: Agency) -> None:
        self.bot, self.agency = bot, agency
        self.found = Found()
        self.state: State | None = None
        self.waiting: dict[int, deque[Step]] = {}  # by state
        self.known: dict[object, set[object]] = defaultdict(set)
        self.sorts = sorts_at(bot.memory.connection, bot.clock.now())

    async def through(self) -> Found:
        await self.begin()
        await self.drain()
        async for at, left in self.agency.days(self.bot):
            self.state = None
            for one in left:
                self.found.told["time"].add(one.kind)
                if one.chat_id in self.agency.phones:
                    await self.told(one, (), at)
        await self.drain()
        return self.found

    def push(self, step: Step) -> None:
        self.waiting.setdefault(id(step.state), deque()).append(step)

    async def drain(self) -> None:
        """First all that leads somewhere without changing anything, then what follows each change in turn."""
        while self.waiting:
            state, steps = next(iter(self.waiting.items()))
            while steps:
                await self.take(steps.popleft())
            del self.waiting[state]

    async def begin(self) -> None:
        """Every command, and whatever else people say, from each role."""
        state, now = self.bot.memory.save(), self.bot.clock.now()
        for who in self.agency.walkers:
            role = await self.role_of(who)
            for row in COMMANDS:
                self.push(Step(who, role, "text", f"/{row.name}", f"/{row.name}", state, now))
            for what in ("voice", "contact", "place"):
                self.push(Step(who, role, what, "", f"a {what}", state, now))
            self.push(Step(who, role, "text", self.agency.small_talk, "words", state, now))

    async def take(self, step: Step) -> None:
        self.found.steps += 1
        self.bot.clock.set(step.now)
        with self.bot.memory.undone(step.state):
            self.state = None
            await self.do(step if step.role else replace(step, role=await self.role_of(step.who)))

    async def do(self, step: Step) -> None:
        if step.what == "press":
            self.found.pressed[step.role, step.by] += 1
        try:
            heard = await self.bot.hear(self.update(step))
        except Exception as error:
            self.found.wrong(step, f"{type(error).__name__}: {error}")
            return
        self.state = None if heard.changed else step.state
        await self.after(step, heard)

    def saved(self) -> State:
        """The database as the step at hand has left it."""
        if self.state is None:
            self.state = self.bot.memory.save()
        return self.state

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
        return updates.said(step.who, step.now, step.said)

    async def after(self, step: Step, heard: Heard) -> None:
        role = await self.role_of(step.who)
        mine = [one for one in heard.left if one.chat_id == step.who.telegram_id and not one.kind]
        for left in heard.left:
            if left in mine:
                self.look(left, replace(step, role=role))
            elif left.chat_id in self.agency.phones:
                self.found.told[step.by].add(left.kind)
                await self.told(left, (*step.trail, step.by), step.now)
        form = await self.form_of(replace(step, role=role))
        self.lead_on(step, heard, mine, form)
        if step.by not in self.known["afterwards"]:
            self.known["afterwards"].add(step.by)
            await self.wait(step)

    async def wait(self, step: Step) -> None:
        """What comes of it by itself, soon afterwards."""
        for seconds in SOON:
            self.bot.clock.set(step.now + seconds)
            self.state = None
            await self.bot.tick()
            for left in await self.bot.due():
                if left.chat_id in self.agency.phones:
                    self.found.told[step.by].add(left.kind)
                    await self.told(left, (*step.trail, step.by), step.now + seconds)

    async def role_of(self, who: Who) -> str:
        async with self.bot.memory.read() as tx:
            return await role_of(tx, who)

    async def told(self, left: Leaving, trail: tuple[str, ...], now: int) -> None:
        """Somebody gets a message out of the blue."""
        content = json.dumps({**left.params, "message_id": 0}, sort_keys=True)
        if content in self.known["told", left.chat_id]:
            return
        self.known["told", left.chat_id].add(content)
        who = self.agency.phones[left.chat_id]
        role = await self.role_of(who)
        language = "" if left.language == self.agency.language else left.language
        self.look(left, Step(who, role, "", "", f"notice {left.kind}", (), now, 0, trail, (), language))

    def lead_on(self, step: Step, heard: Heard, mine: list[Leaving], form: str) -> None:
        """From every screen something leads on, or it says why not."""
        said = (heard.callback or {}).get("text") or (heard.callback or {}).get("url")
        if not mine and not said and not heard.left:
            self.found.wrong(step, "nothing happens")
        texts = [one for one in mine if one.method in {"sendMessage", "editMessageText"}]
        if texts and not form and not any(keys_of(one) or asks(one) for one in texts):
            where = f"{step.role} {' > '.join((*step.trail, step.by))}"
            self.found.ends.setdefault(step.by, f"{plain(texts[-1].params['text'])[:70]} | {where}")

    def look(self, left: Leaving, step: Step) -> None:
        """At one message: is it whole, and what can be done with it?"""
        self.found.screens[step.role] += 1
        content = json.dumps({**left.params, "message_id": 0}, sort_keys=True)
        if content not in self.known["content"]:
            self.known["content"].add(content)
            for fault in faults(left, "" if step.language else self.agency.language):
                self.found.wrong(step, fault)
        trail = (*step.trail, step.by)
        for key in keys_of(left):
            if key.data:
                kind = kind_of(key.data)
                if kind is not None:
                    self.found.shown[step.by][kind.__name__].add(step.role)
                    self.want(step, key.data, kind.__name__, left.message_id, trail)
        for payload in LINK.findall(str(left.params)):
            self.follow(payload, step, trail)

    def want(self, step: Step, data: str, kind: str, message_id: int, trail: tuple[str, ...]) -> None:
        """Presses it, where it is one of the first three entities of its kind that this role meets; else perhaps later."""
        shape, entity = told_apart(data)
        sort = " ".join(self.sorts.get(one, "") for one in entity)
        seen, sorts = self.known[step.role, shape], self.known["sorts", step.role, shape]
        enough = bool(seen) if many_choices(shape[0]) else len(seen) >= ENTITIES and (sort in sorts or len(seen) >= MOST)
        if entity in seen or enough:
            return
        seen.add(entity)
        sorts.add(sort)
        language = chosen(data, step.language)
        press = Step(step.who, step.role, "press", data, kind, self.saved(), step.now, message_id, trail, shape, language)
        self.push(press)

    def follow(self, payload: str, step: Step, trail: tuple[str, ...]) -> None:
        """Whoever gets the link opens it."""
        prefix = payload[:2]
        for who in self.agency.walkers:
            seen = self.known["link", prefix, who.telegram_id]
            if payload not in seen and len(seen) < ENTITIES:
                seen.add(payload)
                self.push(Step(who, "", "text", f"/start {payload}", f"/start {prefix}…", self.saved(), step.now, 0, trail))

    async def form_of(self, step: Step) -> str:
        """The form that waits now; what is typed into it is taken next."""
        async with self.bot.memory.read() as tx:
            person = await people.by_telegram_id(tx, step.who.telegram_id)
            draft = await drafts.current(tx, person.id) if person else None
            if draft is None or draft.updated_at < step.now:
                return ""
            if draft.aside:
                self.type(step, ("aside", draft.form), [self.agency.small_talk], "words")
                return ""
            self.found.forms[draft.form].add(step.by)
            if draft.form not in TEXTS:
                self.found.wrong(step, f"nobody knows what to type for {draft.form}")
            texts = await answers_to(tx, draft, self.agency, step.now)
        self.type(step, (draft.form, draft.step), texts, f"form {draft.form}")
        self.type(step, ("left", draft.form), ["/menu"], "/menu")
        return draft.form


    def type(self, step: Step, where: tuple[str, str], texts: Iterable[str], by: str) -> None:
        """Each once, by each role, where this is asked."""
        seen = self.known["typed", step.role, where]
        for text in texts:
            if text not in seen:
                seen.add(text)
                what = text.strip("<>") if text.startswith("<") else "text"
                trail = (*step.trail, step.by)
                self.push(
                    Step(step.who, step.role, what, text, by, self.saved(), step.now, 0, trail, (), step.language)
                )


@cache
def told_apart(data: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """What kind of press it is, with its choices; and whom or what it is about. A revision is neither."""
    verb, *texts = data.split(":")
    parts = KINDS[verb].parts.items()
    shape, entity = [verb], list[tuple[str, str]]()
    for (name, part), text in zip(parts, texts, strict=True):
        if name == "revision":
            continue
        if is_choice(part):
            shape.append(text)
        else:
            entity.append((name, text))
    return tuple(shape), tuple(entity)


@cache
def many_choices(verb: str) -> bool:
    """Each of them is a press of its own kind: one entity will do."""
    parts = [part.part if isinstance(part, OrNothing) else part for part in KINDS[verb].parts.values()]
    return any(isinstance(part, OneOf) and len(part.values) > MANY for part in parts)


def chosen(data: str, before: str) -> str:
    """The language in which is answered: some buttons choose one."""
    verb, *texts = data.split(":")
    return dict(zip(KINDS[verb].parts, texts, strict=True)).get("language", before)


def is_choice(part: Part) -> bool:
    if isinstance(part, OrNothing):
        return is_choice(part.part)
    return isinstance(part, OneOf | YesOrNo)
