"""Elderly people excuse themselves by voice message: whatever is no command goes to a human being, if they want."""

from bot.ground.drafts import GREETINGS
from bot.ground.refusals import Refusal
from bot.joining import own_settings as joining_settings
from bot.messages import passing_on
from bot.messages.passing_on_rules import Offered
from bot.people import drafting
from bot.sign_ups import own_sign_ups, withdrawing
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.wire import routing
from bot.wire.context import Context
from handlers.joining import own_settings
from handlers.joining.own_settings import PHONE, saved
from handlers.links.messages import AnswerWord, CancelOfWord, PassOn
from handlers.messages.lines import pass_it_on
from handlers.refusals.refusals import refuse
from handlers.sign_ups import outcomes
from handlers.talk import menu
from handlers.talk.going_on import GO_ON, go_on
from handlers.talk.journeys import Journey
from handlers.talk.menu_keys import do
from handlers.talk.offering import beside, message_id, offer, said
from handlers.talk.questions import Question, ask

journey = Journey()

ANSWER = Question[int]("answer", "said")


@journey.other
async def anything(context: Context) -> Screen | None:
    """A command that does not exist is answered with those that do; a contact is kept, not shown around."""
    message = said(context)
    if message and message.contact:
        return await shared_phone(context)
    if message and (message.text or "").startswith("/"):
        return await menu.show_help_text(context)
    offered = await offer(context)
    left = await drafting.left(context, GO_ON)
    return shall_i(context.words, offered, left) if offered else nobody_there(context.words, left)


@journey.unread
async def unread(context: Context, refusal: Refusal) -> None:
    """The question stays open; but an excuse that was typed into it must not be lost."""
    context.send(await beside(context, refuse(context.words, refusal)))


@journey.on(PassOn, beside=True)
async def settle(context: Context, said: int, yes_id: bool) -> Screen:
    yes = yes_id
    lead = await passing_on.settle(context, said, pass_on=yes)
    return (
        passed(context.words, lead)
        if yes
        else Screen(context.words.say("All right, it stays between us."), ((do(context.words, "menu"),),))
    )


@journey.on(AnswerWord)
async def show_ask_answer(context: Context, said: int) -> None:
    name = await passing_on.word_to_answer(context, said)
    context.send(await ask(context, ANSWER, ask_answer(context.words, name), said))


@journey.on(CancelOfWord)
async def show_ask_cancel(context: Context, sign_up: int) -> None:
    """Beside the words, which stay to be answered."""
    asked = await withdrawing.about(context, sign_up_id=sign_up)
    if asked.again:
        context.send(outcomes.ended(context.words, await own_sign_ups.one_of_mine(context, sign_up_id=sign_up)))
    else:
        context.send(outcomes.ask_withdraw(context.words, asked))


@journey.answer(ANSWER, takes=routing.anything, answers=GREETINGS)
async def answer(context: Context, _words: str, said: int) -> None:
    """As it was sent: words, a voice message, a photo."""
    name = await passing_on.answer(context, said, chat_id=context.chat_id, message_id=message_id(context))
    context.send(answer_sent(context.words, name))


async def shared_phone(context: Context) -> Screen | None:
    """Anything but a contact leaves the question open."""
    message = context.incoming.effective_message if context.incoming else None
    contact = message.contact if message else None
    if message is None or contact is None:
        context.send(own_settings.ask_phone(context.words))
        return None
    forwarded = message.forward_origin is not None
    await joining_settings.share_phone(context, phone=contact.phone_number, owner=contact.user_id, forwarded=forwarded)
    context.send(Screen(context.words.say("✅ Your phone number is kept, encrypted."), drop_reply_keys=True))
    await drafting.finish(context, PHONE)
    return await saved(context)


def shall_i(words: Words, offered: Offered, left: str | None = None) -> Screen:
    """``left``: the form that the person turned away from, and may have wanted to answer."""
    text = words.say("Shall I pass this to {name}?", name=offered.lead)
    keys = ((pass_it_on(words, offered), Key(words.label("No"), PassOn(offered.id, False))),)
    return Screen(text, keys + form_left(words, left))


def nobody_there(words: Words, left: str | None = None) -> Screen:
    text = words.say("I don't know yet whom to pass this to. Here is what I can do myself:")
    return Screen(text, ((do(words, "activities"), do(words, "menu")), *form_left(words, left)))


def passed(words: Words, lead: str) -> Screen:
    return Screen(words.say("✅ Passed on to {name}.", name=lead))


def ask_answer(words: Words, name: str) -> Screen:
    return Screen(words.say("What shall I tell {name}? Type it, or send a voice message.", name=name))


def answer_sent(words: Words, name: str) -> Screen:
    return Screen(words.say("✅ Sent to {name}.", name=name))


def form_left(words: Words, left: str | None) -> Rows:
    return ((go_on(words, left),),) if left else ()
