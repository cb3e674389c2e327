"""Words on their way to a lead and back. The message itself is copied by Telegram and never read here."""

from markupsafe import Markup

from bot.ground import notices
from bot.leading import last_looks as looks
from bot.messages import passing_on
from bot.messages.passing_on_rules import Answer, Message, NextSignUp
from bot.messages.shown import Progress
from bot.speech.screens import Copied, Key, Screen
from bot.speech.words import Words, later
from bot.wire.rendering import Telling
from handlers.links.messages import AnswerWord, CancelOfWord
from handlers.messages import broadcast_card as broadcast_views
from handlers.messages.broadcast_card import progress_card
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.PassedOn)
async def show_to_the_lead(to: Telling, said: int) -> tuple[Screen, Copied] | None:
    return to.say(to_the_lead, await passing_on.message(await to.desk(), said))


@journey.notice(notices.PassedAnswer)
async def show_to_the_person(to: Telling, lead: int, chat: int, message: int) -> tuple[Screen, Copied] | None:
    return to.say(to_the_person, await passing_on.answer_of(to.tx, lead, chat, message))


@journey.notice(notices.Broadcast)
async def letter(to: Telling, broadcast: int) -> Screen | None:
    return to.say(broadcast_views.letter, await looks.letter(to.tx, to.now, broadcast_id=broadcast))


@journey.notice(notices.BroadcastDone)
async def broadcast_done(to: Telling, broadcast: int) -> Screen | None:
    return to.say(finished, await looks.finished(to.tx, to.now, broadcast_id=broadcast, person_id=to.person_id))


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
    many = len(message.to_cancel) > 1
    cancels = tuple((cancel_key(words, message.name, one, many=many),) for one in message.to_cancel)
    return Screen(Markup("\n").join(lines), ((answer,), *cancels)), Copied(said.chat_id, said.message_id)


def cancel_key(words: Words, name: str, one: NextSignUp, *, many: bool) -> Key:
    """For who cannot come and says so in their own words."""
    if not many:
        return Key(words.label("Cancel {name}'s sign-up", name=name[:20]), CancelOfWord(one.id))
    day = words.at(one.zone).label_moment(one.starts_at)
    return Key(words.label("Cancel {day}: {title}", day=day, title=one.title[:40]), CancelOfWord(one.id))


def to_the_person(words: Words, answer: Answer) -> tuple[Screen, Copied]:
    text = words.say("💬 <b>{name} answers:</b>", name=answer.lead)
    return Screen(text), Copied(answer.chat_id, answer.message_id)


def finished(words: Words, progress: Progress) -> Screen:
    """To the author, once everything has left."""
    return progress_card(words, progress)


STATES = {
    "confirmed": later("signed up"),
    "waitlisted": later("on the waiting list"),
    "offered": later("a place is free"),
}


def next_line(words: Words, one: NextSignUp) -> Markup:
    when = words.at(one.zone).when(one.starts_at, one.ends_at)
    return words.say("· {when}: {title} ({state})", when=when, title=one.title, state=words.say(STATES[one.state]))
