"""/broadcast: choose, type, look, send; see how far it has come, and stop it."""

from markupsafe import Markup

from bot.ground.drafts import GREETINGS, LONG_WAIT
from bot.leading import acts as leading
from bot.messages import audiences, broadcasting
from bot.messages.broadcast_rules import audience_of
from bot.messages.shown import Choice, ChoicePage, Letter, Preview, What
from bot.speech.pages import turns
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack
from handlers.links.leading import WriteToParticipants
from handlers.links.messages import ChooseAudience, DropWords, Rewrite, Send, ShowProgress, Stop, WriteTo
from handlers.messages import broadcast_card as view
from handlers.messages.broadcast_card import blocked_line, letter_text
from handlers.talk.journeys import Journey
from handlers.talk.questions import Question, ask

journey = Journey()
WORDS = Question[str]("broadcast", "audience")


@journey.command("broadcast")
async def open_choice(context: Context) -> None:
    await audiences.choices(context, what="t", page=0)
    context.send(choose_what(context.words))


@journey.on(ChooseAudience)
async def show_choose_audience(context: Context, what: What, page_id: int) -> Screen:
    return choose_audience(context.words, await audiences.choices(context, what=what, page=page_id))


@journey.on(WriteTo)
async def write_to(context: Context, audience: str) -> Screen:
    return await ask_words(context, audience_of(audience))


async def ask_words(context: Context, audience: str) -> Screen:
    return await ask(context, WORDS, await again(context, audience), audience)


@journey.on(WriteToParticipants)
async def write_to_participants(context: Context, shift_id: int) -> None:
    shift = await leading.led_shift(context, shift_id)
    context.send(await ask_words(context, audience_of(f"a{shift.activity_id}")))


@journey.anew(WORDS)
async def again(context: Context, audience: str) -> Screen:
    return ask_text(context.words, await broadcasting.name_of(context, audience=audience))


@journey.answer(WORDS, waits=LONG_WAIT, answers=GREETINGS)
async def typed(context: Context, words: str, audience: str) -> None:
    seen = await broadcasting.write(context, audience=audience, text=words)
    context.send(preview(context.words, seen))


@journey.on(DropWords)
async def drop_words(context: Context) -> Screen:
    await WORDS.finish(context)
    return Screen(context.words.say("Nothing was sent."))


@journey.on(Rewrite)
async def rewrite(context: Context, broadcast: int) -> Screen:
    return await ask_words(context, await broadcasting.audience_again(context, broadcast_id=broadcast))


@journey.on(Send)
async def send(context: Context, broadcast: int) -> Screen:
    return view.progress_card(context.words, await broadcasting.send(context, broadcast_id=broadcast))


@journey.on(ShowProgress)
async def show_progress(context: Context, broadcast: int) -> Screen:
    return view.progress_card(context.words, await broadcasting.progress(context, broadcast_id=broadcast))


@journey.on(Stop)
async def stop(context: Context, broadcast: int) -> Screen:
    return view.progress_card(context.words, await broadcasting.stop(context, broadcast_id=broadcast))


def choose_what(words: Words) -> Screen:
    keys = (
        (Key(words.label("A team"), ChooseAudience("t", 0)), Key(words.label("A station"), ChooseAudience("s", 0))),
        (Key(words.label("Who takes part in an activity"), ChooseAudience("a", 0)),),
    )
    return Screen(words.say("✉️ <b>Write to many.</b> To whom?"), keys)


def choose_audience(words: Words, page: ChoicePage) -> Screen:
    if not page.choices:
        return Screen(words.say("There is nobody to write to here."))
    listed = tuple((Key(choice_label(words, choice), WriteTo(choice.code)),) for choice in page.choices)
    turn = turns(page.page, page.more, lambda to: ChooseAudience(page.what, to), page.pages)
    return Screen(words.say("To whom?"), (*listed, tuple(turn)) if turn else listed)


def ask_text(words: Words, name: str) -> Screen:
    text = words.say("✉️ To <b>{name}</b>: type the message.", name=name)
    return Screen(text, ((Key(words.label("Discard"), DropWords()),),))


def preview(words: Words, seen: Preview) -> Screen:
    """As it will be read, and by how many."""
    people = (
        words.say("To more than {n} people of {name}", n=words.number(seen.people), name=seen.name)
        if seen.more
        else words.say_n("To {n} person of {name}", "To {n} people of {name}", seen.people, name=seen.name)
    )
    out = words.say_n("{n} without Telegram: please phone", "{n} without Telegram: please phone", seen.absent)
    text = stack(
        words.say("👀 <b>Have a look. All right?</b>"),
        Markup("{} · {}").format(people, out) if seen.absent else people,
        blocked_line(words, seen.blocked),
        Markup("\n{}").format(letter_text(words, Letter(seen.author, seen.name, seen.broadcast.text))),
    )
    keys: tuple[Key, ...] = (Key(words.label("Change"), Rewrite(seen.broadcast.id)),)
    if seen.people:
        keys = (Key(words.label("Send it"), Send(seen.broadcast.id)), *keys)
    return Screen(text, (keys,))


def choice_label(words: Words, choice: Choice) -> str:
    if choice.starts_at is None:
        return choice.name
    return f"{words.at(choice.zone).label_moment(choice.starts_at)} · {choice.name[:48]}"
