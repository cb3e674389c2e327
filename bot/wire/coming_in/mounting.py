"""Routes become python-telegram-bot's handlers. Presses come first and are looked up, not tried one by one.

No handler may have block=False: what it raised would be swallowed, and half its work committed.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from telegram import Message, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.ground.refusals import UNREADABLE, NotAName, Refusal
from bot.people import drafting
from bot.speech.buttons import AnyLink
from bot.speech.commands import visible
from bot.speech.phrases import Phrase, code_of, late_of, name_of, of_coming, phrase_of
from bot.speech.plain_words import way_out
from bot.speech.spoken_labels import home_of, is_on_a_card
from bot.store import drafts
from bot.wire.context import Context
from bot.wire.routing import (
    Command,
    FileSent,
    Form,
    Handle,
    Other,
    Press,
    Route,
    Said,
    Sent,
    Stale,
    StartLink,
    Unread,
)

R = TypeVar("R")
Resolve = Callable[[str], tuple[str, str] | None]
WIDE_SLASH = "／"  # what a Chinese keyboard types; Telegram marks no command behind it


def only_once(routes: Iterable[tuple[str, R]]) -> dict[str, R]:
    """Raises ValueError where two answer to the same: the second would win, and nobody would know."""
    found: dict[str, R] = {}
    for name, route in routes:
        if name in found:
            raise ValueError(f"two routes answer to {name}")
        found[name] = route
    return found


class Table:
    """Every route by what it answers to."""

    def __init__(self, routes: Sequence[Route], resolve: Resolve) -> None:
        self.commands = only_once((one.name, one.handle) for one in routes if isinstance(one, Command))
        self.presses = only_once((one.kind.verb, one) for one in routes if isinstance(one, Press))
        self.forms = only_once((one.name, one) for one in routes if isinstance(one, Form))
        self.links = sorted(
            (one for one in routes if isinstance(one, StartLink)), key=lambda one: len(one.prefix), reverse=True
        )
        self.other = next((one.handle for one in routes if isinstance(one, Other)), nothing)
        self.sent = next((one.handle for one in routes if isinstance(one, Sent)), nothing)
        self.stale = next((one.handle for one in routes if isinstance(one, Stale)), nothing)
        self.unread = next((one.handle for one in routes if isinstance(one, Unread)), refused)
        self.files = [one for one in routes if isinstance(one, FileSent)]
        self.said = [one for one in routes if isinstance(one, Said)]
        self.resolve = resolve

    async def press(self, update: Update, context: Context) -> None:
        data = update.callback_query.data if update.callback_query else None
        route = self.presses.get(data.split(":", 1)[0]) if isinstance(data, str) else None
        pressed = route.kind.unpack(data) if route and isinstance(data, str) else None
        if route is None or pressed is None:
            await self.stale(context)
        elif route.beside or not context.in_private or await self.is_own(context, route.kind):
            await route.handle(context, *pressed.values)
        else:
            act = route.handle
            await self.turn_to(context, lambda turned: act(turned, *pressed.values))

    async def command(self, update: Update, context: Context) -> None:
        name, context.rest = parted(update.effective_message)
        handle = self.commands.get(name)
        if name == "start":
            for link in self.links:
                if context.rest.startswith(link.prefix):
                    context.rest = context.rest[len(link.prefix) :]
                    handle = link.handle
                    break
        if handle is not None:
            await self.turn_to(context, handle)
        elif context.in_private:
            await self.other(context)

    async def is_own(self, context: Context, kind: AnyLink) -> bool:
        """Of the form that is open."""
        form = await self.form_of(context)
        return form is not None and kind in form.own

    async def turn_to(self, context: Context, handle: Handle) -> None:
        """A command, or a press on something else. What was being typed is set aside before.

        That stays so where the command is refused: it is not counted among what the refused handler wrote.
        """
        if context.viewer.registered and context.work.typing:
            await drafting.leave(context)
        before, context.tx.touched = context.tx.touched, set()
        await handle(context)
        context.tx.touched |= before

    async def talk(self, update: Update, context: Context) -> None:
        """In private: the form that is open, plain words that mean a command, whatever it may be."""
        message = update.effective_message
        context.rest = (message.text or "") if message else ""
        if message is None or message.contact:
            await self.other(context)
            return
        if context.rest.startswith(WIDE_SLASH) and parted(message)[0] in self.commands:
            await self.command(update, context)
            return
        form = await self.form_of(context)
        if form and is_no_answer(form, context.rest) and await self.in_passing(context):
            return
        meant = way_out(context.rest, form.answers) if form else self.meant(context.rest)
        command = self.commands.get(meant[0]) if meant else None
        if meant and command:
            context.rest = meant[1]
            await self.turn_to(context, command)
        elif form and is_no_answer(form, context.rest) and form.names:
            await self.unread(context, NotAName())
        elif form and form.takes(message):
            await self.answer(context, form)
        elif meant_alone := self.by_file(message):
            await meant_alone(context)
        elif not await (self.filed(context) if message.document else self.in_passing(context)):
            labelled = None if form else self.labelled(context)
            await (self.turn_to(context, labelled) if labelled else self.other(context))

    def by_file(self, message: Message) -> Handle | None:
        """What takes the file that was sent."""
        file = message.document
        return next((one.handle for one in self.files if one.takes(file)), None) if file else None

    def meant(self, text: str) -> tuple[str, str] | None:
        """What stands on a button is no command with something behind it: 自报时长 is not 自报 of 时长."""
        found = self.resolve(text) if text else None
        return None if found and found[1] and home_of(text) else found

    async def in_passing(self, context: Context) -> bool:
        """Whether somebody had an answer to it."""
        phrase = phrase_in(context.rest) if context.viewer.registered else None
        for one in self.said:
            if one.phrase is phrase:
                await one.handle(context)
                if context.work.answers or context.work.refusal:
                    return True
        return False

    async def filed(self, context: Context) -> bool:
        """Whether it is a file that somebody reads."""
        await self.sent(context)
        return bool(context.work.answers or context.work.refusal)

    def labelled(self, context: Context) -> Handle | None:
        """The command that shows the button whose words were typed, to whoever may see it."""
        home = None if phrase_of(context.rest) else home_of(context.rest)
        if home not in {row.name for row in visible(context.viewer)}:
            return None
        context.rest = ""
        return self.commands.get(home)

    async def answer(self, context: Context, form: Form) -> None:
        """What the form cannot read may be an excuse, or a question to a human being."""
        try:
            await form.handle(context)
        except UNREADABLE as refusal:
            if context.tx.touched or not context.viewer.registered:
                raise
            context.work.answers.clear()
            await self.unread(context, refusal)

    async def form_of(self, context: Context) -> Form | None:
        """The form that waits for what is typed now."""
        if not context.viewer.id or not context.work.typing:
            return None
        draft = await drafts.current(context.tx, context.viewer.id)
        form = self.forms.get(draft.form) if draft else None
        if form is None or draft is None or draft.aside or context.now >= draft.updated_at + form.waits:
            return None
        return form


def is_no_answer(form: Form, text: str) -> bool:
    """Whatever is asked: the code of a roll-call; where names are, what somebody says of their own coming."""
    return bool(code_of(text) or (form.names and of_coming(text)))


def phrase_in(text: str) -> Phrase | None:
    known = phrase_of(text) or code_of(text) or late_of(text) or (Phrase.ANSWER if is_on_a_card(text) else None)
    return known or (None if home_of(text) else name_of(text))


def mount(routes: Sequence[Route], resolve: Resolve) -> list[BaseHandler[Any, Any, Any]]:
    """The handlers, in the order in which they are asked."""
    table = Table(routes, resolve)
    fresh = filters.UpdateType.MESSAGE
    names = {*table.commands, "start"} if table.links else set(table.commands)
    known: list[BaseHandler[Any, Any, Any]] = [CommandHandler(sorted(names), table.command, fresh)] if names else []
    return [
        CallbackQueryHandler(table.press),
        *known,
        MessageHandler(fresh & filters.COMMAND & filters.ChatType.PRIVATE, table.command),
        MessageHandler(fresh & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL, table.talk),
    ]


def parted(message: Message | None) -> tuple[str, str]:
    """``/summary@bot last month`` is ("summary", "last month")."""
    text = (message.text or "") if message else ""
    first, _, rest = text.partition("\n") if "\n" in text.split(" ", 1)[0] else text.partition(" ")
    return first[1:].split("@", 1)[0].lower(), rest.strip()


async def refused(context: Context, refusal: Refusal) -> None:
    """Where a bot was mounted without a route for what it cannot read."""
    context.refuse(refusal)


async def nothing(context: Context) -> None:
    """Where a bot was mounted without such a route."""
