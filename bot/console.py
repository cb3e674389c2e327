"""The console. Whatever ends the program with an exit code other than 0 says why in one line, and leaves no thread."""

import asyncio
import signal
import sys
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import Any, cast

import click
import uvloop
from telegram.error import InvalidToken

from bot.app import App, found_agency, running
from bot.backup import back_up
from bot.demo.wound import run_wound
from bot.ground.refusals import NoDataKey
from bot.ground.viewer import LANGUAGES, Role
from bot.invitations.acts import CONSOLE_SECONDS, make_administrator_code
from bot.invitations.rules import NewLink
from bot.proving import proven, public_keys
from bot.reports.integrity.acts import end_of_notes, first_fault, open_to_all
from bot.reports.integrity.checkpoints import Checkpoint, read_checkpoint, unlike
from bot.reports.rules import Fault
from bot.settings import BadSetting, Settings, read_settings
from bot.speech.integrity import all_well, fault_line
from bot.speech.words import Words
from bot.store.database import in_transaction, is_sqlite, open_database, sqlite_path
from bot.store.failures import Conflict, NotOurs, Unavailable
from bot.store.migrating import SchemaTooNew, SchemaTooOld, demand_current, migrate
from bot.store.one_process.hold import Taken
from bot.store.one_process.lock import process_lock
from bot.store.sqlite.private import open_to_others
from bot.store.transaction import Tx
from bot.store.vault import WrongKey
from bot.wire.clock import SystemClock
from bot.wire.coming_in.shapes import is_bot
from bot.wire.coming_in.viewing import Defaults
from bot.wire.going_out.client import Client, NoAnswer, NotSent
from bot.wire.health import Exit
from bot.wire.logs import set_up_logging
from bot.wire.reading import answer_of

NOT_OURS = (
    "The database cannot be used as it is: {lost}. Nothing that came since was answered, and Telegram keeps it for the "
    "next start. Put the right file in its place (README: Backups), then `liandong check`, then start."
)


@click.group(help="The Telegram bot with which social workers lead volunteers.")
def console() -> None:
    """The commands below hang on it; alone it does nothing but help."""


def tell(line: str) -> None:
    print(line, file=sys.stderr)


def carried_out(work: Coroutine[Any, Any, Exit]) -> None:
    """Runs a command to its end and leaves with its code."""
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            code = runner.run(work)
    except Taken as taken:
        tell(f"Another process uses this database{f' ({taken.holder})' if taken.holder else ''}: it must end first.")
        code = Exit.LOCKED
    except SchemaTooNew as newer:
        tell(f"The database has the schema {newer} of a newer liandong: update the program, nothing was touched.")
        code = Exit.SCHEMA
    except SchemaTooOld:
        tell("The database has not this program's schema yet: `liandong migrate` or `liandong run` brings it there.")
        code = Exit.SCHEMA
    except InvalidToken:
        tell("Telegram does not know this LIANDONG_BOT_TOKEN: copy it again from @BotFather.")
        code = Exit.TOKEN
    except BadSetting as wrong:
        tell(str(wrong))
        code = Exit.SETTINGS
    except WrongKey:
        tell("LIANDONG_DATA_KEY must be the key this database was first started with: without it nothing is touched.")
        code = Exit.SETTINGS
    except NotOurs as lost:
        tell(NOT_OURS.format(lost=lost))
        code = Exit.NOT_OURS
    except (Conflict, Unavailable, OSError) as failure:
        tell(f"It cannot go on now: {failure}")
        code = Exit.FAULT
    except (asyncio.CancelledError, KeyboardInterrupt):
        code = Exit.OK  # told to end before it had begun
    sys.exit(code)


def settings(*needed: str) -> Settings:
    """Checked; a wrong value, or none of a needed one, ends the program here."""
    try:
        read = read_settings(*needed)
    except BadSetting as wrong:
        tell(str(wrong))
        sys.exit(Exit.SETTINGS)
    set_up_logging(read.log_level)
    return read


@console.command()
@click.option("--wound", is_flag=True, hidden=True)
def run(wound: bool) -> None:
    """Runs the bot until SIGTERM or Ctrl-C."""
    read = settings("bot_token")
    carried_out(run_wound(read) if wound else run_until_told(read))


async def run_until_told(read: Settings) -> Exit:
    at_signals(cast("asyncio.Task[Exit]", asyncio.current_task()).cancel)  # while it waits for Telegram to be there
    async with running(read) as app:
        tell(f"@{app.router.bot.username} is running.")
        return await until_told(app)


async def until_told(app: App) -> Exit:
    """Until a signal, or until the app must end by itself."""
    at_signals(partial(app.end, Exit.OK))
    return await app.wait()


def at_signals(end: Callable[[], Any]) -> None:
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, end)


@console.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Port of the page; else 8080, or one that is free.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Any but this machine's wants a password.")
@click.option("--language", type=click.Choice(LANGUAGES), help="As before, at first LIANDONG_LANGUAGE.")
@click.option("--reset", is_flag=True, help="Begin anew.")
@click.option("--people", type=click.IntRange(0, 10_000), help="So many more people, with two years of records.")
def demo(port: int | None, host: str, language: str | None, reset: bool, people: int | None) -> None:
    """Shows the bot in the browser, without Telegram.

    The real bot against a simulated Telegram, with a small agency in it. For other machines (--host) the page wants a
    password: LIANDONG_DEMO_PASSWORD, else it is asked for. Never on the command line, which everybody here can read.
    """
    # The simulator and aiohttp's server take a third of a second to import, which `run` need not pay.
    from bot.demo import stage  # noqa: PLC0415  # a third of a second that `run` need not pay

    read = settings()
    password = read.demo_password.value if read.demo_password else None
    if host not in stage.LOCAL and not password:
        password = click.prompt("Password of the page", hide_input=True)
    said = language or (read.language if "language" in read.chosen else None)
    carried_out(stage.perform(stage.Wish(said, read.language, host, port, reset, people, password)))


@console.command("migrate")
def migrate_command() -> None:
    """Brings the database to the current schema."""
    carried_out(climb(settings().database_url))


async def climb(url: str) -> Exit:
    async with process_lock(url):
        changed = await migrate(url)
    tell("The database has the current schema." if changed else "The database had the current schema already.")
    return Exit.OK


@console.command()
@click.option(
    "--role", required=True, type=click.Choice([Role.ADMINISTRATOR.value]),
    help="Every other role is given in the chat, with /invite.",
)  # fmt: skip
def invite(role: str) -> None:
    """Makes a link that makes an administrator.

    It works once and for 15 minutes; so does the code, sent to the bot.
    """
    carried_out(print_invitation(settings("bot_token")))


async def print_invitation(read: Settings) -> Exit:
    await demand_current(read.database_url)
    name = await username(read)
    database = await open_database(read.database_url, beside=True)
    try:
        link = await in_transaction(
            database, partial(first_invitation, defaults=Defaults(read.language, read.time_zone))
        )
    finally:
        await database.close()
    print(f"https://t.me/{name}?start={link.payload}")
    print(f"Code: {link.payload}  (once, within {CONSOLE_SECONDS // 60} minutes)")
    return Exit.OK


async def first_invitation(tx: Tx, *, defaults: Defaults) -> NewLink:
    now = SystemClock().now()
    await found_agency(tx, defaults, now)
    return await make_administrator_code(tx, now)


async def username(read: Settings) -> str:
    """The bot's, for the link. Raises InvalidToken, OSError."""
    client = Client(read.api_url, read.token)
    try:
        status, body = await client.post("getMe", b"{}")
    except (NotSent, NoAnswer) as failure:
        raise OSError(f"Telegram cannot be reached: {failure}") from failure
    finally:
        await client.close()
    answer = answer_of(status, body)
    if answer is not None and answer.code in {401, 404}:
        raise InvalidToken
    if answer is None or not answer.ok:
        raise OSError(f"Telegram answers {status}")
    if not is_bot(answer.result):
        raise OSError(f"Telegram answers {status}, and no name")
    return str(answer.result["username"])


@console.command()
@click.option(
    "--checkpoint", "noted", help="A line '1234 0a1b…' that an administrator was sent: the chain is held against it."
)
def check(noted: str | None) -> None:
    """Checks the books and names the first fault."""
    checkpoint = read_checkpoint(noted) if noted is not None else None
    if noted is not None and checkpoint is None:
        raise click.BadParameter("A checkpoint is a number and 64 digits of 0-9a-f, as in the message.")
    carried_out(look_for_faults(settings().database_url, checkpoint))


async def look_for_faults(url: str, checkpoint: Checkpoint | None = None) -> Exit:
    await demand_current(url)
    database = await open_database(url, beside=True)
    try:
        fault, end, unsealed = await database.see(partial(looked_through, checkpoint=checkpoint))
    finally:
        await database.close()
    if fault is None and is_sqlite(url):
        fault = open_to_all(open_to_others(sqlite_path(url)))
    words = Words("en", "UTC")
    print(all_well(words, end, unsealed) if fault is None else fault_line(words, fault))
    return Exit.OK if fault is None else Exit.FAULT


async def looked_through(tx: Tx, *, checkpoint: Checkpoint | None) -> tuple[Fault | None, str, int]:
    """A chain that is whole may still be another one: then it does not go through the checkpoint."""
    fault = await first_fault(tx) or (await unlike(tx, checkpoint) if checkpoint else None)
    return fault, *await end_of_notes(tx)


@console.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replaces FILE where there is one.")
def backup_command(file: Path, force: bool) -> None:
    """Copies the database into FILE, beside the running bot."""
    carried_out(back_up_until_told(settings().database_url, file, force=force))


async def back_up_until_told(url: str, file: Path, *, force: bool) -> Exit:
    at_signals(cast("asyncio.Task[Exit]", asyncio.current_task()).cancel)
    return await back_up(url, file, force=force)


@console.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--key", "keys", required=True, multiple=True, help="A public key of who issued it, as the bot shows it.")
def verify(file: Path, keys: tuple[str, ...]) -> None:
    """Says whether FILE was signed with KEY, and what was signed.

    It needs no database, no setting and no network. Whether the paper was withdrawn or its hours were corrected since,
    only the bot can say.
    """
    try:
        said = proven(file, keys)
    except OSError as failure:
        tell(f"It cannot be read: {failure}")
        sys.exit(Exit.FAULT)
    print(said or "Not genuine: it was not signed with this key, or was changed since.")
    sys.exit(Exit.OK if said else Exit.FAULT)


@console.command("keys")
@click.option("--rotate", is_flag=True, help="From now on a new pair signs. Papers signed before stay good.")
def keys_command(rotate: bool) -> None:
    """Prints the public keys of this agency's papers, the one in use first."""
    carried_out(print_keys(settings(), rotate=rotate))


async def print_keys(read: Settings, *, rotate: bool) -> Exit:
    try:
        found = await public_keys(read, rotate=rotate)
    except NoDataKey:
        tell("Without LIANDONG_DATA_KEY no key can be kept: nothing was changed, and papers stay unsigned.")
        return Exit.SETTINGS
    for key in found:
        print(f"{key.public}  {key.name}{'' if key.retired_at is None else '  (retired)'}")
    if not found:
        tell("No paper was signed here yet: the first one makes the key.")
    return Exit.OK
