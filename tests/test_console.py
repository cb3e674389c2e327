"""The console as an operator meets it: whatever is wrong is said in one line, and the program ends with its code."""

import asyncio
import os
import re
import signal
import sqlite3
import time
from pathlib import Path

import pytest

from bot.store.audit import checking, notes, sealing
from bot.store.database import open_database, sqlite_path
from bot.wire.health import Exit
from tests.helpers.program import Process, connected, ended, simulated, started, until_said
from tests.helpers.raw_sql import fetched, raw
from tests.store.sqlite.harm import HARMS
from tests.wire.coming_in.test_router import TOKEN
from tests.wire.looking import eventually, told

NOT_YET = "The database has not this program's schema yet: `liandong migrate` or `liandong run` brings it there.\n"
NO_TOKEN = "LIANDONG_BOT_TOKEN is not set: it takes a token as BotFather gives it: 123456:ABC…\n"
INVITATION = re.compile(
    r"https://t\.me/liandong_demo_bot\?start=(r_[\w-]{22})\nCode: \1  \(once, within 15 minutes\)\n"
)
NOWHERE = "http://127.0.0.1:9"


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def until_rows(url: str, statement: str, *, there: bool) -> None:
    """Until another process has written such rows, or has done with them."""
    async with asyncio.timeout(30):
        while bool(await fetched(url, statement)) != there:  # noqa: ASYNC110  # it cannot tell us
            await asyncio.sleep(0.05)


async def told_to_end(process: Process) -> int:
    """Its exit code."""
    process.send_signal(signal.SIGTERM)
    return await asyncio.wait_for(process.wait(), 20)


@pytest.mark.parametrize("command", [("run",), ("invite", "--role", "administrator")], ids=["run", "invite"])
async def test_who_needs_a_token_says_so_and_makes_nothing(tmp_path: Path, command: tuple[str, ...]) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"

    assert await ended(*command, database_url=url) == (Exit.SETTINGS, "", NO_TOKEN)
    assert names_in(tmp_path) == []


@pytest.mark.parametrize("command", [("check",), ("invite", "--role", "administrator")], ids=["check", "invite"])
async def test_who_works_beside_a_bot_makes_no_database(tmp_path: Path, command: tuple[str, ...]) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"

    shown = await ended(*command, bot_token=TOKEN, api_url=NOWHERE, database_url=url)

    assert shown == (Exit.SCHEMA, "", NOT_YET)
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(
    "command", [("run",), ("migrate",), ("check",), ("invite", "--role", "administrator")], ids=lambda words: words[0]
)
async def test_database_of_a_newer_program_is_left_alone(sqlite_url: str, command: tuple[str, ...]) -> None:
    """Fault 71: an old program on a new schema refuses clearly."""
    await raw(sqlite_url, "UPDATE alembic_version SET version_num = '9999'")

    shown = await ended(*command, bot_token=TOKEN, api_url=NOWHERE, database_url=sqlite_url)

    line = "The database has the schema 9999 of a newer liandong: update the program, nothing was touched.\n"
    assert shown == (Exit.SCHEMA, "", line)


@pytest.mark.parametrize("command", ["run", "migrate", "check"])
async def test_file_that_is_no_database_is_named(tmp_path: Path, command: str) -> None:
    """Seen at the start, and not written over."""
    path = tmp_path / "letter.db"
    path.write_text("Dear Ms Chan, " * 100)

    shown = await ended(command, bot_token=TOKEN, database_url=f"sqlite:///{path}")

    assert shown == (Exit.FAULT, "", f"It cannot go on now: {path}: file is not a database\n")
    assert path.read_text() == "Dear Ms Chan, " * 100


@pytest.mark.parametrize("command", ["run", "migrate", "check"])
async def test_database_that_postgresql_does_not_have_is_named(postgres_server: str, command: str) -> None:
    shown = await ended(command, bot_token=TOKEN, database_url=f"{postgres_server}/nowhere")

    assert shown == (Exit.FAULT, "", 'It cannot go on now: PostgreSQL: database "nowhere" does not exist\n')


@pytest.mark.parametrize("command", [("run",), ("migrate",)], ids=["run", "migrate"])
async def test_second_process_on_a_database_is_refused(database_url: str, command: tuple[str, ...]) -> None:
    async with simulated() as simulator, started("run", **connected(simulator, database_url)) as first:
        await until_said(first, "is running")
        code, answered, said = await ended(*command, **connected(simulator, database_url))

    holder = f"{first.pid}" if database_url.startswith("sqlite") else r"PostgreSQL backend \d+"
    assert (code, answered) == (Exit.LOCKED, "")
    assert re.fullmatch(rf"Another process uses this database \({holder}\): it must end first\.\n", said)


async def test_check_and_invite_work_beside_a_running_bot(database_url: str) -> None:
    async with simulated() as simulator, started("run", **connected(simulator, database_url)) as running:
        await until_said(running, "is running")
        checked = await ended("check", database_url=database_url)
        code, answered, said = await ended("invite", "--role", "administrator", **connected(simulator, database_url))
        left = await told_to_end(running)

    assert checked == (Exit.OK, "All is well: references, places, sums, closed months and the chain of notes.\n", "")
    assert (code, said, left) == (Exit.OK, "", Exit.OK)
    assert INVITATION.fullmatch(answered)


UNSEALED = "Written and not yet in the chain: 1."


async def test_check_tells_the_end_of_the_chain(sqlite_url: str) -> None:
    """Fault 73: noted elsewhere, it shows later whether somebody wrote the whole chain anew."""
    database = await open_database(sqlite_url)
    async with database.write() as tx:
        await notes.note(tx, at=1, actor_id=None, act="tested", subject="person:5")
        await sealing.seal_written(tx)
        end = await checking.chain_end(tx)
        await notes.note(tx, at=2, actor_id=None, act="tested", subject="person:5")
    await database.close()

    code, answered, said = await ended("check", database_url=sqlite_url)

    assert (code, answered.splitlines()[1:], said) == (Exit.OK, [f"The chain of notes ends with {end}.", UNSEALED], "")


async def test_check_ends_with_the_first_fault(sqlite_url: str) -> None:
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as connection:
        connection.execute("INSERT INTO membership (person_id, team_id, joined_at, captain) VALUES (7, 8, 1, 0)")

    code, answered, said = await ended("check", database_url=sqlite_url)

    assert (code, answered, said) == (Exit.FAULT, "membership.person_id refers to 1 rows that are not there\n", "")


async def test_unknown_token_has_a_code_of_its_own(sqlite_url: str) -> None:
    """Fault 23: of a command that ends anyway."""
    async with simulated() as simulator:
        settings = {**connected(simulator, sqlite_url), "bot_token": f"7000000001:{'x' * 35}"}
        shown = await ended("invite", "--role", "administrator", **settings)

    line = "Telegram does not know this LIANDONG_BOT_TOKEN: copy it again from @BotFather.\n"
    assert shown == (Exit.TOKEN, "", line)


async def test_unknown_token_is_said_at_once_and_asked_about_once_more(sqlite_url: str) -> None:
    """Fault 23, at the start: for a minute it may be Telegram's mistake, and who sits there may end it."""
    async with simulated() as simulator:
        settings = {**connected(simulator, sqlite_url), "bot_token": f"7000000001:{'x' * 35}"}
        async with started("run", **settings) as process:
            await until_said(process, "Telegram does not know this token; it is asked once more in a minute")
            process.terminate()
            code = await process.wait()

    assert code == Exit.OK


@pytest.mark.parametrize("result", ["[]", '{"id":7}', '{"username":[]}'], ids=["list", "id", "odd"])
async def test_odd_answer_to_who_we_are_makes_no_invitation(sqlite_url: str, result: str) -> None:
    async with simulated() as simulator:
        simulator.faults.server_error(200, f'{{"ok":true,"result":{result}}}', method="getMe")
        shown = await ended("invite", "--role", "administrator", **connected(simulator, sqlite_url))

    assert shown == (Exit.FAULT, "", "It cannot go on now: Telegram answers 200, and no name\n")
    assert await fetched(sqlite_url, "SELECT * FROM invitation") == []


async def test_telegram_in_trouble_is_not_blamed_on_the_token(sqlite_url: str) -> None:
    async with simulated() as simulator:
        simulator.faults.server_error(method="getMe")
        shown = await ended("invite", "--role", "administrator", **connected(simulator, sqlite_url))

    assert shown == (Exit.FAULT, "", "It cannot go on now: Telegram answers 502\n")
    assert await fetched(sqlite_url, "SELECT * FROM invitation") == []


async def test_running_bot_has_loaded_no_web_server(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """aiohttp serves the demo, httpx would be the library's own network: each costs a bot a tenth of its start."""
    monkeypatch.setenv("PYTHONPROFILEIMPORTTIME", "1")
    async with simulated() as simulator, started("run", **connected(simulator, sqlite_url)) as process:
        telling = asyncio.create_task(process.communicate())
        anna = simulator.person("Anna")
        anna.send("/start")
        await eventually(lambda: told(anna) != [])
        process.send_signal(signal.SIGTERM)
        _, said = await asyncio.wait_for(telling, 20)

    loaded = {line.rpartition(b"|")[2].strip().partition(b".")[0] for line in said.splitlines()}
    assert {b"bot", b"telegram", b"pyreqwest"} <= loaded
    assert not {b"aiohttp", b"httpx"} & loaded


async def test_told_to_end_while_telegram_cannot_be_reached(sqlite_url: str) -> None:
    async with started("run", bot_token=TOKEN, api_url=NOWHERE, database_url=sqlite_url) as process:
        await until_said(process, "cannot be reached")

        assert await told_to_end(process) == Exit.OK


async def test_sigterm_waits_ten_seconds_for_what_hangs_and_the_rest_is_sent_next_time(sqlite_url: str) -> None:
    async with simulated() as simulator:
        settings = connected(simulator, sqlite_url)
        anna = simulator.person("Anna")
        async with started("run", **settings) as process:
            await until_said(process, "is running")
            simulator.faults.hang(method="sendMessage")
            anna.send("/start")
            await until_rows(sqlite_url, "SELECT key FROM outbox", there=True)
            began = time.monotonic()
            code = await told_to_end(process)
            took = time.monotonic() - began
        simulator.faults.clear()
        left = await fetched(sqlite_url, "SELECT DISTINCT state FROM inbox")
        async with started("run", **settings) as process:
            anna.send("/help")  # so that it need not wait for another poller
            await until_rows(sqlite_url, "SELECT key FROM outbox WHERE state <> 'sent'", there=False)
            again = await told_to_end(process)

    assert (code, 9 < took < 13, left, again) == (Exit.OK, True, [("done",)], Exit.OK)
    assert told(anna) != []


async def test_files_that_are_not_the_bot_s_any_more_have_a_code_and_words(sqlite_url: str) -> None:
    """Fault 85, as an operator meets it: what happened, what is safe, what to do."""
    path = sqlite_path(sqlite_url)
    async with simulated() as simulator, started("run", **connected(simulator, sqlite_url)) as process:
        await until_said(process, "is running")
        HARMS["deleted"](path)
        await until_said(process, "database is red")
        code = await asyncio.wait_for(process.wait(), 20)
        assert process.stderr is not None
        *_, line = (await process.stderr.read()).decode().splitlines()
        again = await ended("run", **connected(simulator, sqlite_url))

    (saved,) = path.parent.glob("liandong.db.rescued-*")
    assert code == Exit.NOT_OURS
    assert line == (
        f"The database cannot be used as it is: {path} was deleted or moved away. Everything that was kept until then "
        f"is in {saved}. Nothing that came since was answered, and Telegram keeps it for the next start. Put the right "
        "file in its place (README: Backups), then `liandong check`, then start."
    )
    said = f"It cannot go on now: {path} is gone, and {saved} holds what was in it: rename that to {path.name}\n"
    assert again == (Exit.FAULT, "", said)


@pytest.mark.parametrize("command", ["run", "check"])
async def test_damaged_database_is_named_without_a_traceback(sqlite_url: str, command: str) -> None:
    """Fault 72: half a copy, found at the start."""
    os.truncate(sqlite_path(sqlite_url), 40960)

    async with simulated() as simulator:
        code, answered, said = await ended(command, **connected(simulator, sqlite_url))

    assert (code, answered) in {(Exit.NOT_OURS, ""), (Exit.FAULT, "")}
    assert "Traceback" not in said
    assert said.splitlines()[-1].count("malformed") == 1


async def test_check_names_files_that_others_may_read(sqlite_url: str) -> None:
    path = sqlite_path(sqlite_url)
    os.chmod(path, 0o644)

    shown = await ended("check", database_url=sqlite_url)

    line = f"{path} can be read by others on this machine: the next `liandong run` or `chmod 600` ends that\n"
    assert shown == (Exit.FAULT, line, "")
