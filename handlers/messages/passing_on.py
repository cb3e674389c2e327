"""Elderly people excuse themselves by voice message: whatever is no command goes to a human being, if they want."""

from bot.ground.drafts import GREETINGS
from bot.ground.refusals import Refusal
from bot.messages import passing_on
from bot.people import drafting
from bot.speech.screens import Screen
from bot.wire import routing
from bot.wire.context import Context
from handlers.joining import settings
from handlers.links.messages import AnswerWord, PassOn
from handlers.messages import passing_on_screens as views
from handlers.refusals.refusals import refuse
from handlers.talk import menu
from handlers.talk.form_screens import GO_ON
from handlers.talk.journeys import Journey
from handlers.talk.offering import beside, message_id, offer, said

journey = Journey()

ANSWER = "answer"


@journey.other
async def anything(context: Context) -> Screen | None:
    """A command that does not exist is answered with those that do; a contact is kept, not shown around."""
    message = said(context)
    if message and message.contact:
        return await settings.shared_phone(context)
    if message and (message.text or "").startswith("/"):
        return await menu.help_text(context)
    offered = await offer(context)
    left = await drafting.left(context, GO_ON)
    return views.shall_i(context.words, offered, left) if offered else views.nobody_there(context.words, left)


@journey.unread
async def unread(context: Context, refusal: Refusal) -> None:
    """The question stays open; but an excuse that was typed into it must not be lost."""
    context.send(await beside(context, refuse(context.words, refusal)))


@journey.on(PassOn, beside=True)
async def settle(context: Context, said: int, yes_id: bool) -> Screen:
    yes = yes_id
    lead = await passing_on.settle(context, said, pass_on=yes)
    return views.passed(context.words, lead) if yes else views.kept(context.words)


@journey.on(AnswerWord)
async def ask_answer(context: Context, said: int) -> None:
    name = await passing_on.word_to_answer(context, said)
    await drafting.start(context, ANSWER, "words", {"said": said})
    context.send(views.ask_answer(context.words, name))


@journey.typed(ANSWER, takes=routing.anything, answers=GREETINGS)
async def answer(context: Context) -> None:
    draft = await drafting.find(context, ANSWER)
    name = await passing_on.answer(
        context,
        int(draft.fields["said"]),
        chat_id=context.chat_id,
        message_id=message_id(context),
    )
    await drafting.finish(context, ANSWER)
    context.send(views.answer_sent(context.words, name))
