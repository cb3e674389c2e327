"""*Pass it on* beside something else: what a person typed into a question of ours may have been meant for somebody."""

from telegram import Message

from bot.ground.frozen import replace
from bot.messages import passing_on
from bot.messages.passing_on_rules import Offered
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.messages import lines as views


def said(context: Context) -> Message | None:
    return context.incoming.effective_message if context.incoming else None


def message_id(context: Context) -> int:
    message = said(context)
    return message.message_id if message else 0


async def offer(context: Context) -> Offered | None:
    """To pass on what was just said; None where there is nobody to pass it to."""
    return await passing_on.offer(context, chat_id=context.chat_id, message_id=message_id(context))


async def beside(context: Context, screen: Screen) -> Screen:
    """The same screen with one more way to go."""
    offered = await offer(context)
    return replace(screen, keys=(*screen.keys, (views.pass_it_on(context.words, offered),))) if offered else screen
