"""Elderly people excuse themselves by voice message: whatever is no command goes to a human being, if they want."""

from telegram import Message

from bot.use_cases import drafting, passing_on
from bot.views import passing_on as views
from bot.views.presses.passing_on import AnswerWord, PassOn
from bot.wire.context import Context
from bot.wire.routing import Form, Other, Route, on_press
from handlers import menu, settings

ANSWER = "answer"


def said(context: Context) -> Message | None:
    return context.incoming.effective_message if context.incoming else None


def message_id(context: Context) -> int:
    message = said(context)
    return message.message_id if message else 0


async def anything(context: Context) -> None:
    """A command that does not exist is answered with those that do; a contact is kept, not shown around."""
    message = said(context)
    if message and message.contact:
        await settings.shared_phone(context)
        return
    if message and (message.text or "").startswith("/"):
        await menu.help_text(context)
        return
    offered = await passing_on.offer(
        context.tx, context.viewer, context.now, chat_id=context.chat_id, message_id=message_id(context)
    )
    context.show(views.shall_i(context.words, offered) if offered else views.nobody_there(context.words))


async def settle(context: Context, press: PassOn) -> None:
    yes = bool(press.yes)
    lead = await passing_on.settle(context.tx, context.viewer, context.now, press.said, pass_on=yes)
    context.show(views.passed(context.words, lead) if yes else views.kept(context.words))


async def ask_answer(context: Context, press: AnswerWord) -> None:
    name = await passing_on.word_to_answer(context.tx, context.viewer, press.said)
    await drafting.start(context.tx, context.viewer, context.now, ANSWER, "words", {"said": press.said})
    context.send(views.ask_answer(context.words, name))


async def answer(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, ANSWER)
    name = await passing_on.answer(
        context.tx,
        context.viewer,
        context.now,
        int(draft.fields["said"]),
        chat_id=context.chat_id,
        message_id=message_id(context),
    )
    await drafting.finish(context.tx, context.viewer, ANSWER)
    context.send(views.answer_sent(context.words, name))


ROUTES: list[Route] = [
    Other(anything),
    on_press(PassOn, settle),
    on_press(AnswerWord, ask_answer),
    Form(ANSWER, answer),
]
