"""A tiny bot: it counts, refuses, fails and sends on command. What it writes are occurrences, which happen once."""

from typing import Literal

from markupsafe import Markup

from bot.ground.refusals import NotFound, Refusal
from bot.members import profile_rows as profiles
from bot.speech.buttons import Link
from bot.speech.parts import Page
from bot.speech.screens import Copied, Key, Screen
from bot.speech.words import Words
from bot.store import occurrences as stored_occurrences
from bot.telling import tell
from bot.wire.context import Context
from bot.wire.rendering import Spoken, Telling
from bot.wire.routing import Command, Other, Route, Stale, StartLink, on_command, on_press
from bot.wire.speech import Speech
from handlers.talk import troubles
from tests.helpers.happened import happened
from tests.wire import hello

Add = Link[Page]("t+", "n")


How = Literal["", "short", "long", "keys"]
Say = Link[How]("t!", "how")
"""How a press is refused: short, long, or with a way out."""


class Told(Refusal):
    """A refusal with words of any length, and keys where they are wanted."""

    words: str
    keys: int = 0


def refuse_in_words(_words: Words, refusal: Refusal) -> Screen:
    if not isinstance(refusal, Told):
        return Screen(Markup("refused: {}").format(refusal.code))
    keys = ((Key("One more", Add(1)),),) if refusal.keys else ()
    return Screen(Markup("<b>no</b> {}").format(refusal.words), keys)


SPEECH = Speech(refuse=refuse_in_words, failed=troubles.failed, too_fast=troubles.too_fast)


def card(total: int) -> Screen:
    keys = (Key("One more", Add(1)), Key("Two more", Add(2)))
    return Screen(Markup("<b>{}</b> so far").format(total), (keys, (Key("Refuse", Say("short")), Key("Hush", Say("")))))


async def write_one(context: Context) -> int:
    """One effect, keyed by the order of effects: a lost or doubled update would show."""
    total = await happened(context.tx)
    await context.tx.change(
        stored_occurrences.claim.statement, key=f"{context.viewer.telegram_id}:{total + 1}", now=context.now
    )
    return total + 1


async def count(context: Context) -> None:
    context.send(card(await write_one(context)))


async def add(context: Context, n: int) -> None:
    total = 0
    for _ in range(n):
        total = await write_one(context)
    context.toast(f"now {total}")
    context.show(card(total))


async def fail(context: Context) -> None:
    await write_one(context)
    raise ZeroDivisionError


async def refuse(context: Context) -> None:
    raise NotFound


async def say(_context: Context, how: How) -> None:
    """Nothing for an empty press: a press that its handler does not answer."""
    if how == "short":
        raise Told("a < b")
    if how == "long":
        raise Told("x" * 300)
    if how == "keys":
        raise Told("but", keys=1)


async def refuse_late(context: Context) -> None:
    await write_one(context)
    raise NotFound


async def echo(context: Context) -> None:
    context.send(Screen(Markup("You said {}").format(context.rest)))


async def shout(context: Context) -> None:
    """A message of as many characters as asked for."""
    context.send(Screen(Markup("{}").format("x" * int(context.rest)), ((Key("One more", Add(1)),),)))


async def broken_html(context: Context) -> None:
    context.send(Screen(Markup("<b>bold &lt;3 <i>open</b>")))


async def stale(context: Context) -> None:
    context.alert("too old")


async def linked(context: Context) -> None:
    context.send(Screen(Markup("linked {}").format(context.rest)))


async def who(context: Context) -> None:
    """What the bot knows of who asks."""
    viewer = context.viewer
    roles = [str(grant.role) for grant in viewer.grants] + [f"team {one.team_id}" for one in viewer.memberships]
    parts = (viewer.id > 0, viewer.person.name, viewer.language, viewer.zone, *roles)
    context.send(Screen(Markup("{}").format(" ".join(map(str, parts)))))


async def rename(context: Context) -> None:
    """Changes people: whoever comes later in the same batch must be looked up anew."""
    await profiles.set_name(context.tx, context.viewer.id, context.rest)


async def remind_me(context: Context) -> None:
    await tell(
        context.tx,
        hello.Hello(context.rest),
        context.viewer.id,
        key=f"hello:{context.rest}",
        subject="shift:1",
        now=context.now,
    )


async def reminder(to: Telling, what: str) -> Screen | None:
    """Nothing to say any more once somebody has written that it is over; nor of what nobody finds any more."""
    if what == "gone":
        raise NotFound
    return None if what == "over" else Screen(Markup("{}: {} ({})").format("Reminder", what, to.words.language))


async def said(to: Telling, message: str) -> tuple[Screen, Copied]:
    """Two messages: who says it, and what was said."""
    return Screen(Markup("somebody says")), Copied(to.chat_id, int(message))


NOTICES: dict[str, Spoken] = {
    hello.Hello.kind: reminder,
    hello.Urgent.kind: reminder,
    hello.Patient.kind: reminder,
    hello.Quiet.kind: reminder,
    hello.Copied.kind: said,
}
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
    on_press(Say, say),
    on_command("who", who),
    on_command("rename", rename),
    StartLink("a_", linked),
    Stale(stale),
    Other(echo),
)
