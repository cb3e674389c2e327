"""`liandong demo`: the simulator and its page in this process, the bot in a child, and a clock that both go by."""

import asyncio
import secrets
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from functools import partial
from typing import Any

import click

from bot.demo import keeping
from bot.demo.cast import CASTS
from bot.demo.child import Child
from bot.demo.company import Phones, enrol, greet
from bot.demo.crowd import Progress, add_crowd
from bot.demo.daytime import by_day
from bot.demo.ending import Ending
from bot.demo.host import DemoHost
from bot.demo.keeping import DATABASE, FOLDER, Keeper, Kept
from bot.demo.ports import port_for
from bot.demo.seed import seed
from bot.demo.tour import Tour
from bot.ground.frozen import Frozen, replace
from bot.ground.times import zone_named
from bot.simulator.keeping import recall
from bot.simulator.server import DEFAULT_TOKEN, Simulator
from bot.store.database import in_transaction, open_database
from bot.store.migrating import migrate
from bot.store.one_process.lock import process_lock
from bot.store.transaction import Tx
from bot.wire.clock import SetClock
from bot.wire.health import Exit

URL = f"sqlite:///{DATABASE}"
NAMES = {"en": "liandong", "zh_Hans": "联动", "zh_Hant": "聯動"}
ABOUT = {
    "en": "Volunteers see what is coming, sign up and are reminded. Social workers post activities and take the roll. "
    "Hours are counted by themselves.",
    "zh_Hans": "义工看活动、报名、收提醒；社工发活动、点名；时长自动记好。",
    "zh_Hant": "義工看活動、報名、收提示；職員發佈活動、點名；時數自動記錄。",
}
"""What a bot's owner tells BotFather: Telegram shows it to whoever has not pressed Start."""
CLIENT = {"en": "en", "zh_Hans": "zh-hans", "zh_Hant": "zh-hant"}
BROKEN = "A client of Telegram should not do what the bot did:"
LOCAL = ("127.0.0.1", "localhost", "::1")
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - these are recognised here, not bound to
KEY = "ZGVtby1vZi1saWFuZG9uZy1uby1zZWNyZXQtYXQtYWw="  # the demo's phone numbers are invented


class Wish(Frozen):
    """What the command line asks for. ``language`` None: as before, at the first time ``otherwise``."""

    language: str | None
    otherwise: str
    host: str = "127.0.0.1"
    port: int | None = None
    reset: bool = False
    people: int | None = None
    password: str | None = None


def why_anew(wish: Wish, kept: Kept | None) -> str | None:
    """The sentence that says why a demo begins anew; None where it goes on."""
    if kept is None:
        return "A small agency is set up …"
    if wish.reset:
        return "The demo begins anew …"
    if wish.language not in (None, kept.language):
        return f"The last demo was in {kept.language}: this one begins anew, in {wish.language} …"
    if wish.people not in (None, kept.people):
        return f"The last demo had {kept.people:,} more people: this one begins anew, with {wish.people:,} …"
    return None


def language_of(wish: Wish, kept: Kept | None) -> str:
    """Of a demo that begins anew: what is asked for, else as before."""
    return wish.language or (kept.language if kept else wish.otherwise)


async def perform(wish: Wish) -> Exit:
    """Until Ctrl-C. Raises Taken where a demo runs already."""
    async with process_lock(f"sqlite:///{FOLDER}/stage"):
        wish = replace(wish, port=port_for(wish.host, wish.port))
        kept = await asyncio.to_thread(keeping.read_kept)
        why, end = why_anew(wish, kept), Ending()
        if kept is not None and why is None:
            await go_on(wish, kept, end)
        else:
            tell(str(why))
            await begin(wish, language_of(wish, kept), end)
        again = replace(wish, people=kept.people) if kept is not None and why is None else wish
        while end.anew is not None:
            language, end = end.anew, Ending()
            tell("The demo begins anew …")
            await begin(again, language, end)
    return Exit.OK


async def go_on(wish: Wish, kept: Kept, end: Ending) -> None:
    clock = SetClock(kept.clock_of_next(int(time.time())), running=True)
    async with opened(wish, kept.language, clock, end) as (simulator, host):
        recall(simulator, kept.world)
        await host.child.start(clock.now())
        await run(host, Keeper(simulator, clock.now, kept.language, kept.people), end)


async def begin(wish: Wish, language: str, end: Ending) -> None:
    people = wish.people or 0
    clock = SetClock(by_day(int(time.time()), zone_named(CASTS[language].zone)), running=True)
    await fresh_database(language, clock.now(), people)
    async with opened(wish, language, clock, end) as (simulator, host):
        simulator.world.profile |= about(language)
        enrol(simulator, CASTS[language], CLIENT[language])
        await host.child.start(clock.now())
        greet(simulator)
        await host.child.order({"to": clock.now()})
        await run(host, Keeper(simulator, clock.now, language, people), end)


def about(language: str) -> dict[str, str]:
    """By the client's language, of which Telegram tells two letters."""
    chinese = "zh_Hans" if language == "en" else language
    return {"description:": ABOUT[language], "description:en": ABOUT["en"], "description:zh": ABOUT[chinese]}


@asynccontextmanager
async def opened(wish: Wish, language: str, clock: SetClock, end: Ending) -> AsyncIterator[tuple[Simulator, DemoHost]]:
    """The page is there, and shows nothing yet; the bot is to be started."""
    bot_id = DEFAULT_TOKEN.partition(":")[0]
    token = f"{bot_id}:{secrets.token_urlsafe(32)}"
    simulator = Simulator(token=token, clock=clock.now, name=NAMES[language])
    child = Child(environment(language, simulator.token))
    try:
        await simulator.start(wish.host, wish.port or 0)
        child.environment["LIANDONG_API_URL"] = own_address(wish.host, simulator.api_url)
        host = DemoHost(clock, child, Tour(language, Phones(simulator)), end.begin_anew)
        zone = CASTS[language].zone
        simulator.mount_page(host, language=wish.language, zone=zone, password=wish.password)
        yield simulator, host
    finally:
        await child.stop()
        await simulator.stop()


def own_address(host: str, url: str) -> str:
    """Where this machine finds what listens everywhere."""
    return url.replace(f"//{host}:", "//127.0.0.1:") if host in EVERYWHERE else url


async def run(host: DemoHost, keeper: Keeper, end: Ending) -> None:
    simulator = keeper.simulator
    await keeper.keep()
    host.opened.set()
    tell(f"liandong's demo: {simulator.api_url}  (Ctrl-C ends it; it goes on from here next time)")
    await keeper.watch(end.told())
    if simulator.violations:
        tell(f"{BROKEN}\n{simulator.violations}")


def environment(language: str, token: str) -> dict[str, str]:
    return {
        "LIANDONG_BOT_TOKEN": token,
        "LIANDONG_DATABASE_URL": URL,
        "LIANDONG_LANGUAGE": language,
        "LIANDONG_TIME_ZONE": CASTS[language].zone,
        "LIANDONG_DATA_KEY": KEY,
        "LIANDONG_LOG_LEVEL": "WARNING",
    }


async def fresh_database(language: str, now: int, people: int) -> None:
    await asyncio.to_thread(keeping.forget)
    await migrate(URL)
    database = await open_database(URL)
    try:
        await in_transaction(database, partial(fill, language=language, now=now, people=people))
    finally:
        await database.close()


async def fill(tx: Tx, *, language: str, now: int, people: int) -> None:
    made = await seed(tx, CASTS[language], CLIENT[language], now)
    if people:
        with progress() as report:
            await add_crowd(made, language, CLIENT[language], people, report)


@contextmanager
def progress() -> Iterator[Progress]:
    """One bar for each kind of work, one after the other."""
    bars: dict[str, Any] = {}
    with ExitStack() as shown:

        def report(what: str, done: int, whole: int) -> None:
            if what not in bars:
                shown.close()
                bars[what] = shown.enter_context(click.progressbar(length=whole, label=what, file=sys.stderr))
            bars[what].update(done - bars[what].pos)

        yield report


def tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
