"""`liandong demo`: the simulator and its page in this process, the bot in a child, and a clock that both go by."""

import asyncio
import signal
import sys
import time
from pathlib import Path

from bot.demo.cast import CASTS, FIRST_ID, Cast
from bot.demo.child import Child
from bot.demo.host import DemoHost
from bot.demo.seed import seed
from bot.demo.tour import Tour
from bot.simulator.server import DEFAULT_TOKEN, Simulator
from bot.storage.database import open_database
from bot.storage.migrating import migrate
from bot.storage.process_lock import process_lock
from bot.wire.clock import SetClock
from bot.wire.health import Exit

FOLDER = Path("data/demo")
DATABASE = FOLDER / "liandong.db"
CLIENT = {"en": "en", "zh_Hans": "zh-hans", "zh_Hant": "zh-hant"}
ORDER = (
    "worker", "volunteer_1", "captain", "coordinator", "newcomer", "volunteer_2", "volunteer_3", "worker_two",
    "captain_two", "volunteer_4", "volunteer_5", "volunteer_6", "administrator",
)  # fmt: skip
"""As the page lists them: a social worker and a volunteer are the two phones that open first."""
KEY = "ZGVtby1vZi1saWFuZG9uZy1uby1zZWNyZXQtYXQtYWw="  # the demo's phone numbers are invented


async def perform(language: str, *, host: str, port: int, reset: bool, people: int) -> Exit:
    """Until Ctrl-C. Raises Taken where a demo runs already."""
    async with process_lock(f"sqlite:///{FOLDER}/stage"):
        clock = SetClock(int(time.time()), running=True)
        await fresh_database(CASTS[language], language, clock.now())
        simulator = Simulator(clock=clock.now)
        enrol(simulator, CASTS[language], language)
        child = Child(environment(language))
        try:
            await simulator.start(host, port)
            child.environment["LIANDONG_API_URL"] = simulator.api_url
            zone = CASTS[language].zone
            host_of_page = DemoHost(clock, child, Tour(language))
            simulator.mount_page(host_of_page, language=language, zone=zone)
            await child.start(clock.now())
            print(f"liandong's demo: {simulator.api_url}  (Ctrl-C ends it)", file=sys.stderr)
            await told_to_end()
        finally:
            await child.stop()
            await simulator.stop()
    return Exit.OK


async def told_to_end() -> None:
    ended = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, ended.set)
    await ended.wait()


def environment(language: str) -> dict[str, str]:
    return {
        "LIANDONG_BOT_TOKEN": DEFAULT_TOKEN,
        "LIANDONG_DATABASE_URL": f"sqlite:///{DATABASE}",
        "LIANDONG_LANGUAGE": language,
        "LIANDONG_TIME_ZONE": CASTS[language].zone,
        "LIANDONG_DATA_KEY": KEY,
        "LIANDONG_LOG_LEVEL": "WARNING",
    }


def forget() -> None:
    for file in FOLDER.glob("liandong.db*"):
        file.unlink()


async def fresh_database(cast: Cast, language: str, now: int) -> None:
    await asyncio.to_thread(forget)
    url = f"sqlite:///{DATABASE}"
    await migrate(url)
    database = await open_database(url)
    try:
        async with database.write() as tx:
            await seed(tx, cast, CLIENT[language], now)
    finally:
        await database.close()


def enrol(simulator: Simulator, cast: Cast, language: str) -> None:
    """The phones of everybody who has one; the newcomer's has never opened the bot."""
    ids = {actor.part: FIRST_ID + index for index, actor in enumerate(cast.actors)}
    for part in ORDER:
        actor = next(one for one in cast.actors if one.part == part)
        person = simulator.person(actor.name, language=CLIENT[language], user_id=ids[part], note=actor.note)
        person.chat.started = part != "newcomer"
