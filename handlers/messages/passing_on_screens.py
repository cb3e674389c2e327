"""Whatever people say that no command means: offered to a human being, and how it reaches that one."""

from markupsafe import Markup

from bot.messages.passing_on_rules import Answer, Message, NextSignUp, Offered
from bot.speech.screens import Copied, Key, Rows, Screen
from bot.speech.words import Words, later
from handlers.links.messages import AnswerWord, PassOn
from handlers.talk.form_screens import go_on
from handlers.talk.menu_screens import do

STATES = {
    "confirmed": later("signed up"),
    "waitlisted": later("on the waiting list"),
    "offered": later("a place is free"),
}


def shall_i(words: Words, offered: Offered, left: str | None = None) -> Screen:
    """``left``: the form that the person turned away from, and may have wanted to answer."""
    text = words.say("Shall I pass this to {name}?", name=offered.lead)
    keys = ((pass_it_on(words, offered), Key(words.label("No"), PassOn(offered.id, False))),)
    return Screen(text, keys + form_left(words, left))


def pass_it_on(words: Words, offered: Offered) -> Key:
    return Key(words.label("Pass it on"), PassOn(offered.id, True))


def form_left(words: Words, left: str | None) -> Rows:
    return ((go_on(words, left),),) if left else ()


def nobody_there(words: Words, left: str | None = None) -> Screen:
    text = words.say("I don't know yet whom to pass this to. Here is what I can do myself:")
    return Screen(text, ((do(words, "activities"), do(words, "menu")), *form_left(words, left)))


def passed(words: Words, lead: str) -> Screen:
    return Screen(words.say("✅ Passed on to {name}.", name=lead))


def kept(words: Words) -> Screen:
    return Screen(words.say("All right, it stays between us."), ((do(words, "menu"),),))


def to_the_lead(words: Words, message: Message) -> tuple[Screen, Copied]:
    """Who it is from and what they do next; then the message itself, copied."""
    said = message.passed
    who = words.say("💬 <b>{name}</b> asks me to pass this on.", name=message.name)
    if message.team:
        who = words.say("💬 <b>{name}</b> ({team}) asks me to pass this on.", name=message.name, team=message.team)
    lines = [who, *(next_line(words, one) for one in message.sign_ups)]
    if not message.sign_ups:
        lines.append(words.say("No sign-up ahead."))
    answer = Key(words.label("Answer"), AnswerWord(said.id))
    return Screen(Markup("\n").join(lines), ((answer,),)), Copied(said.chat_id, said.message_id)


def next_line(words: Words, one: NextSignUp) -> Markup:
    when = words.at(one.zone).when(one.starts_at, one.ends_at)
    return words.say("· {when}: {title} ({state})", when=when, title=one.title, state=words.say(STATES[one.state]))


def ask_answer(words: Words, name: str) -> Screen:
    return Screen(words.say("What shall I tell {name}? Type it, or send a voice message.", name=name))


def answer_sent(words: Words, name: str) -> Screen:
    return Screen(words.say("✅ Sent to {name}.", name=name))


def to_the_person(words: Words, answer: Answer) -> tuple[Screen, Copied]:
    text = words.say("💬 <b>{name} answers:</b>", name=answer.lead)
    return Screen(text), Copied(answer.chat_id, answer.message_id)
