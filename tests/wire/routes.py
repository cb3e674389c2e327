"""A tiny bot: it counts, refuses, fails and sends on command. What it writes are occurrences, which happen once."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from bot.domain.refusals import NotFound
from bot.storage.outbox import queue_notice
from bot.storage.transaction import Tx
from bot.views.buttons import Button
from bot.views.screens import Key, Screen
from bot.views.words import Words
from bot.wire.context import Context
from bot.wire.rendering import LateNotice, Notice
from bot.wire.routing import Command, Other, Route, Stale, StartLink, on_command, on_press


@dataclass(frozen=True, slots=True)
class Add(Button, verb="t+"):
    n: int


def card(total: int) -> Screen:
    return Screen(Markup("<b>{}</b> so far").format(total), ((Key("One more", Add(1)), Key("Two more", Add(2))),))


async def write_one(context: Context) -> int:
    """One effect, keyed by the order of effects: a lost or doubled update would show."""
    total = int(await context.tx.value("count_occurrences"))
    await context.tx.change("claim_occurrence", key=f"{context.viewer.telegram_id}:{total + 1}", now=context.now)
    return total + 1


async def count(context: Context) -> None:
    context.send(card(await write_one(context)))


async def add(context: Context, press: Add) -> None:
    total = 0
    for _ in range(press.n):
        total = await write_one(context)
    context.toast(f"now {total}")
    context.show(card(total))


async def fail(context: Context) -> None:
    await write_one(context)
    raise ZeroDivisionError


async def refuse(context: Context) -> None:
    raise NotFound


async def refuse_late(context: Context) -> None:
    await write_one(context)
    raise NotFound


async def echo(context: Context) -> None:
    context.send(Screen(Markup("You said {}").format(context.rest)))


async def shout(context: Context) -> None:
    """A message of as many characters as asked for."""
    context.send(Screen(Markup("{}").format("x" * int(context.rest)), ((Key("One more", Add(1)),),)))


async def broken_html(context: Context) -> None:
    context.send(Screen(Markup("<b>bold &amp; <i>open</b>")))


async def stale(context: Context) -> None:
    context.alert("too old")


async def linked(context: Context) -> None:
    context.send(Screen(Markup("linked {}").format(context.rest)))


async def remind_me(context: Context) -> None:
    await queue_notice(
        context.tx,
        kind="hello",
        key=f"hello:{context.rest}",
        person_id=context.viewer.id,
        subject="shift:1",
        facts={"what": context.rest},
        now=context.now,
    )


async def look(tx: Tx, notice: Notice, now: int) -> str | None:
    """Nothing to say any more once somebody has written that it is over."""
    return None if notice.facts["what"] == "over" else str(notice.facts["what"])


def show(words: Words, what: str) -> Screen:
    return Screen(Markup("{}: {} ({})").format("Reminder", what, words.language))


NOTICES: dict[str, LateNotice[Any]] = {"hello": LateNotice(look, show)}
ROUTES: tuple[Route, ...] = (
    on_command("count", count),
    on_command("fail", fail),
    on_command("refuse", refuse),
    on_command("refuse_late", refuse_late),
    on_command("shout", shout),
    on_command("broken", broken_html),
    on_command("remind", remind_me),
    Command("start", echo),
    on_press(Add, add),
    StartLink("a_", linked),
    Stale(stale),
    Other(echo),
)
