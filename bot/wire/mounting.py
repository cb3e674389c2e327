"""Routes become python-telegram-bot's handlers. Presses come first and are looked up, not tried one by one.

No handler may have block=False: what it raised would be swallowed, and half its work committed.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.storage import drafts
from bot.views.commands import WAYS_OUT
from bot.wire.context import Context
from bot.wire.routing import Command, Form, Handle, Other, Press, Route, Stale, StartLink

Resolve = Callable[[str], tuple[str, str] | None]
NO_ID = re.compile(r"\d{19}")  # more than a database can hold: forged


class Table:
    """Every route by what it answers to."""

    def __init__(self, routes: Sequence[Route], resolve: Resolve) -> None:
        self.commands = {one.name: one.handle for one in routes if isinstance(one, Command)}
        self.presses = {one.kind.verb: one for one in routes if isinstance(one, Press)}
        self.forms = {one.name: one for one in routes if isinstance(one, Form)}
        self.links = sorted(
            (one for one in routes if isinstance(one, StartLink)), key=lambda one: len(one.prefix), reverse=True
        )
        self.other = next((one.handle for one in routes if isinstance(one, Other)), nothing)
        self.stale = next((one.handle for one in routes if isinstance(one, Stale)), nothing)
        self.resolve = resolve

    async def press(self, update: Update, context: Context) -> None:
        data = str(update.callback_query.data or "") if update.callback_query else ""
        route = self.presses.get(data.split(":", 1)[0])
        pressed = route.kind.unpack(data) if route and not NO_ID.search(data) else None
        if route is None or pressed is None:
            await self.stale(context)
        else:
            await route.handle(context, pressed)

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
            await handle(context)
        elif context.in_private:
            await self.other(context)

    async def talk(self, update: Update, context: Context) -> None:
        """In private: a way out, the form that is open, plain words that mean a command, whatever it may be."""
        message = update.effective_message
        context.rest = (message.text or message.caption or "") if message else ""
        shared = self.other if message and message.contact else None
        handle = shared or self.way_out(context) or await self.form_of(context) or self.words_of(context)
        await (handle or self.other)(context)

    def way_out(self, context: Context) -> Handle | None:
        """Words like *my hours* lead there from within any form; the form stays as it is."""
        meant = self.resolve(context.rest) if context.rest else None
        return self.words_of(context) if meant and not meant[1] and meant[0] in WAYS_OUT else None

    async def form_of(self, context: Context) -> Handle | None:
        if not context.viewer.id:
            return None
        draft = await drafts.current(context.tx, context.viewer.id)
        form = self.forms.get(draft.form) if draft else None
        waits = form is not None and draft is not None and context.now < draft.updated_at + form.waits
        return form.handle if form and waits else None

    def words_of(self, context: Context) -> Handle | None:
        meant = self.resolve(context.rest) if context.rest else None
        handle = self.commands.get(meant[0]) if meant else None
        if meant and handle:
            context.rest = meant[1]
        return handle


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


async def nothing(context: Context) -> None:
    """Where a bot was mounted without such a route."""
