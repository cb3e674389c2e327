"""One round: so many forged presses and typed words in a fresh town, and what became of them."""

import logging
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bot.simulator.people.presses import Press
from bot.speech.buttons import KINDS
from bot.store.database import open_database
from tests.forging.town import PRESSERS, busy, ids
from tests.forging.values import HOSTILE, SAMPLES, bent, forged
from tests.helpers.raw_sql import fetched
from tests.stories.phone import Phone
from tests.stories.story import Story, told

AT_ONCE = 40  # presses between two looks at what came of them
STRANGER = "Nora"
TO_BE_PHONED = "calls is red"  # who cancels an activity may leave a call list: no failure of ours
PREFIXES = ("a_", "g_", "c_", "t_", "r_", "x_", "")
COMMANDS = (
    *("log", "summary", "checkin", "people", "post", "activities", "mine", "rollcall", "verify", "stations"),
    *("teams", "settings", "broadcast", "manage", "hours", "invite", "nosuch"),
)
WORDS = (
    *("tomorrow 9:00-11:00", "9-11", "yesterday 2-4", "31.12.2100", "1.1.0001", "99999999999", "1e308", "-1"),
    *("24:00", "sat 25:99", "2026-10", "9999Q9", "0000", "last month", "上月", "1/1/1", "10:00-9:00", "8", "0.0001"),
    *("yes", "Anna", "9999-12-31 23:59", "1970-01-01 0:00", "2100-12-31 9:00-11:00", "in 99999999 days", "18:30"),
    *("22.54, 114.05", "nan, inf", "9" * 4000, "title: x\nstart: 99999-01-01\ncapacity: 1e9", "\u202e9:00"),
)


@dataclass(slots=True)
class Found:
    """What came of the presses. All but ``presses`` should be 0."""

    presses: int = 0
    dead: int = 0
    failed: int = 0  # attempts charged
    unanswered: int = 0
    errors: int = 0  # lines of the log at ERROR or above
    causes: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Found") -> None:
        self.presses += other.presses
        self.dead += other.dead
        self.failed += other.failed
        self.unanswered += other.unanswered
        self.errors += other.errors
        self.causes += other.causes

    @property
    def clean(self) -> bool:
        return not (self.dead or self.failed or self.unanswered or self.errors)


class Listener(logging.Handler):
    """Keeps what is logged as an error, with where it was raised."""

    def __init__(self, causes: Counter[str]) -> None:
        super().__init__(logging.ERROR)
        self.causes = causes
        self.lines = 0

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage().startswith(TO_BE_PHONED):
            return
        self.lines += 1
        error = record.exc_info[1] if record.exc_info else None
        self.causes[f"{type(error).__name__}: {error} at {path_to(error)}" if error else record.getMessage()] += 1


def path_to(error: BaseException) -> str:
    """The last steps through our own code."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "site-packages" not in frame.filename]
    return " > ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames[-4:])


async def one_round(database_url: str, chance: Random, presses: int) -> Found:
    """In a database that is migrated and empty."""
    found = Found()
    listener = Listener(found.causes)
    logging.getLogger().addHandler(listener)
    try:
        database = await open_database(database_url, beside=True)  # the bot owns it
        try:
            async with told(database_url, database, chance.choice(("en", "zh_Hans", "zh_Hant"))) as story:
                await busy(story, database)
                await press_all(story, chance, presses, found)
        finally:
            await database.close()
    finally:
        logging.getLogger().removeHandler(listener)
    found.errors = listener.lines
    found.dead = await number(database_url, "SELECT count(*) FROM inbox WHERE state = 'dead'")
    found.failed = await number(database_url, "SELECT coalesce(sum(attempts), 0) FROM inbox")
    return found


async def number(database_url: str, statement: str) -> int:
    return int(str((await fetched(database_url, statement))[0][0]))


async def press_all(story: Story, chance: Random, presses: int, found: Found) -> None:
    story.newcomer(STRANGER)
    phones = [story.phones[name] for name in (*PRESSERS, STRANGER.lower(), "tot", "mum")]
    for phone in phones:
        await phone.send("/start")
    known = ids(story.town)
    kinds = sorted(KINDS)
    chance.shuffle(kinds)
    while found.presses < presses:
        waiting: list[tuple[str, Press]] = []
        for _ in range(min(AT_ONCE, presses - found.presses)):
            phone = chance.choice(phones)
            if chance.random() < 0.12:
                say_something(chance, phone)
            data = forgery(chance, phone, kinds[found.presses % len(kinds)], known)
            waiting.append((f"{phone.person.name}: {data!r}", phone.person.forge(data)))
            found.presses += 1
        await story.settle()
        await count_unanswered(waiting, found)
        if chance.random() < 0.03:
            await story.wind(chance.choice((60, 3600, 6 * 3600, 86_400)))


async def count_unanswered(waiting: Sequence[tuple[str, Press]], found: Found) -> None:
    """An answer leaves right after its commit, so it may still be on its way."""
    for said, press in waiting:
        try:
            await press.answered()
        except TimeoutError:
            found.unanswered += 1
            found.causes[f"unanswered {said}"] += 1


def forgery(chance: Random, phone: Phone, verb: str, known: Sequence[int]) -> str:
    """Of a kind in turn, or like a button that this person sees."""
    seen = [button["callback_data"] for row in inline_of(phone) for button in row if "callback_data" in button]
    if seen and chance.random() < 0.4:
        return bent(chance, chance.choice(seen), known)
    if chance.random() < 0.02:
        return chance.choice((*HOSTILE, verb, f"{verb}:" * 30, "x" * 500, ":".join(HOSTILE[:40])))
    return forged(chance, KINDS[verb], known)


def inline_of(phone: Phone) -> list[list[dict[str, str]]]:
    shown = next((message for message in reversed(phone.person.messages[-4:]) if message.inline), None)
    return shown.inline if shown else []


def say_something(chance: Random, phone: Phone) -> None:
    """To whatever form is open, a command with something behind it, or a link."""
    words = chance.choice((*WORDS, *HOSTILE[1:], *SAMPLES))
    fate = chance.random()
    if fate < 0.25:
        phone.person.start(chance.choice(PREFIXES) + words)
    elif fate < 0.55:
        phone.person.send(f"/{chance.choice(COMMANDS)} {words}")
    elif words.strip():
        phone.person.send(words)
