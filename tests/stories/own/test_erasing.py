"""Fault 67: "done" is said when nothing is left, whoever reads meanwhile, whatever dies in between."""

import asyncio
import multiprocessing
import signal
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager

import pytest

from bot.store.database import Database, open_database, sqlite_path
from tests.helpers.offers import offer
from tests.stories import killable
from tests.stories.own.test_my_data import CANARIES, leave_traces
from tests.stories.phone import Phone
from tests.stories.story import DAY, Story, running, told
from tests.stories.traces import traces
from tests.wire.looking import found

WAIT = "<b>Your data is being erased.</b>"
DONE = "Done. Everything about you is erased. Thank you for your help, and all the best!"
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["tests.stories.killable"])


async def joined(story: Story, database: Database) -> Phone:
    """Zebulon, who has left something everywhere."""
    async with database.write() as tx:
        story.town.tx = tx
        shift = await offer(story.town)
        waiting = await offer(story.town, title="Another visit", lead_id=story.town.people["li"])
    zebulon = story.newcomer("Zebulon")
    await leave_traces(zebulon, shift, waiting)
    return zebulon


def left_by(zebulon: Phone) -> list[str]:
    return [*CANARIES, str(zebulon.person.id)]


async def forgets(zebulon: Phone) -> None:
    await zebulon.send("/forget")
    await zebulon.press("Yes, erase it all")


@pytest.fixture
async def beside(sqlite_url: str) -> AsyncIterator[Database]:
    database = await open_database(sqlite_url, beside=True)
    yield database
    await database.close()


@pytest.fixture
async def on_sqlite(sqlite_url: str, beside: Database, language: str) -> AsyncIterator[Story]:
    """Three stories, on the database that keeps a log."""
    async with told(sqlite_url, beside, language) as made:
        yield made


@contextmanager
def reading(url: str) -> Iterator[None]:
    """As a backup or a check does: one look at everything, from its beginning to its end."""
    with closing(sqlite3.connect(sqlite_path(url), isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM person").fetchall()
        yield


async def test_who_reads_meanwhile_is_waited_for(on_sqlite: Story, beside: Database, sqlite_url: str) -> None:
    zebulon = await joined(on_sqlite, beside)
    with reading(sqlite_url):
        await forgets(zebulon)
        await asyncio.sleep(1.5)  # several tries
        await on_sqlite.settle()
        zebulon.sees(WAIT, within=1)
        assert zebulon.last().buttons == []
        assert await traces(sqlite_url, left_by(zebulon)) != []
        await on_sqlite.anna.send("/menu")  # life goes on
        on_sqlite.anna.sees("What would you like to do?")

    await on_sqlite.settle()
    zebulon.sees(DONE, within=1)
    assert await traces(sqlite_url, left_by(zebulon)) == []


async def test_restart_goes_on_with_what_is_owed(on_sqlite: Story, beside: Database, sqlite_url: str) -> None:
    zebulon = await joined(on_sqlite, beside)
    with reading(sqlite_url):
        await forgets(zebulon)
        await restarted(on_sqlite, sqlite_url)
        await on_sqlite.settle()
        zebulon.sees(WAIT, within=1)

    await on_sqlite.settle()
    zebulon.sees(DONE, within=1)
    assert await traces(sqlite_url, left_by(zebulon)) == []


async def restarted(story: Story, database_url: str) -> None:
    await story.app.stop()
    await story.app.database.close()
    story.app = await running(story.simulator, database_url, story.clock)


async def test_process_killed_after_the_commit_is_followed_by_one_that_says_done(
    story: Story, database: Database, database_url: str
) -> None:
    zebulon = await joined(story, database)
    await zebulon.send("/forget")
    await story.app.stop()
    await story.app.database.close()
    zebulon.person.press(zebulon.say("Yes, erase it all"))
    child = FORKS.Process(
        target=killable.main, args=(story.simulator.token, story.simulator.api_url, database_url, story.now)
    )
    child.start()
    await asyncio.to_thread(child.join, 30)
    assert child.exitcode == -signal.SIGKILL
    assert await found(database_url, "SELECT state FROM erasure") == [("erasing",)]

    story.app = await running(story.simulator, database_url, story.clock)
    await story.settle()

    zebulon.sees(DONE, within=1)
    assert await traces(database_url, left_by(zebulon)) == []
    assert await found(database_url, "SELECT * FROM erasure") == []


async def test_names_that_others_have_typed_go_too(story: Story, database: Database, database_url: str) -> None:
    """Forms of a social worker and of a captain, open and set aside."""
    zebulon = await joined(story, database)
    await story.chan.send("/people Zebulon Quagga")
    await story.chan.send("/broadcast")
    await story.carl.send("/people")
    async with database.write() as tx:
        story.town.tx = tx
        shift = await offer(story.town)
    await story.carl.start(f"a_{shift}")
    await story.carl.press("Sign up someone else")
    await story.carl.send("Zebulon Quagga")
    assert "Quagga" in str(await found(database_url, "SELECT fields FROM draft"))

    await forgets(zebulon)

    zebulon.sees(DONE, within=1)
    assert await traces(database_url, left_by(zebulon)) == []


async def test_who_has_blocked_the_bot_is_forgotten_all_the_same(
    story: Story, database: Database, database_url: str
) -> None:
    zebulon = await joined(story, database)
    await zebulon.send("/forget")
    story.simulator.faults.forbidden(method="sendMessage", chat=zebulon.person.id)

    await zebulon.press("Yes, erase it all")

    zebulon.sees(WAIT, within=1)
    assert await traces(database_url, left_by(zebulon)) == []
    assert await found(database_url, "SELECT * FROM erasure") == []


async def test_last_word_is_given_up_after_a_day_and_the_cleaning_never(
    story: Story, database: Database, database_url: str
) -> None:
    zebulon = await joined(story, database)
    await zebulon.send("/forget")
    story.simulator.faults.too_many_requests(7200, method="sendMessage", chat=zebulon.person.id)
    await zebulon.press("Yes, erase it all")
    assert await traces(database_url, [str(zebulon.person.id)]) != []  # still to be told

    await story.wind(DAY + 1)

    assert await traces(database_url, left_by(zebulon)) == []


async def test_who_comes_back_meanwhile_hears_what_stays(on_sqlite: Story, beside: Database, sqlite_url: str) -> None:
    zebulon = await joined(on_sqlite, beside)
    with reading(sqlite_url):
        await forgets(zebulon)
        await zebulon.start()
        await zebulon.press("I agree, I'm 18 or over")
        await zebulon.send("Yolanda")
        await zebulon.press("Use this name")

    await on_sqlite.settle()
    zebulon.sees(
        "Done: what was kept about you before is erased. What you told us since you came back stays.", within=1
    )
    assert await traces(sqlite_url, CANARIES) == []
    assert await found(sqlite_url, "SELECT * FROM erasure") == []
    await zebulon.send("/menu")
    zebulon.sees("What would you like to do?", within=1)
