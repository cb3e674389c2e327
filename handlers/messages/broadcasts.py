"""/broadcast: choose, type, look, send; see how far it has come, and stop it."""

from bot.ground.drafts import GREETINGS, LONG_WAIT
from bot.leading import acts as leading
from bot.messages import audiences, broadcasting
from bot.messages.looks import What
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.links.leading import WriteToParticipants
from handlers.links.messages import ChooseAudience, DropWords, Rewrite, Send, ShowProgress, Stop, WriteTo
from handlers.messages import broadcast_screens as view
from handlers.talk.journeys import Journey

journey = Journey()


@journey.command("broadcast")
async def open_choice(context: Context) -> None:
    await audiences.choices(context, what="t", page=0)
    context.send(view.choose_what(context.words))


@journey.on(ChooseAudience)
async def choose_audience(context: Context, what: What, page_id: int) -> Screen:
    page = await audiences.choices(context, what=what, page=page_id)
    return view.choose_audience(context.words, page)


@journey.on(WriteTo)
async def write_to(context: Context, audience: str) -> Screen:
    name = await broadcasting.begin(context, code=audience)
    return view.ask_text(context.words, name)


@journey.on(WriteToParticipants)
async def write_to_participants(context: Context, shift_id: int) -> None:
    shift = await leading.led_shift(context, shift_id)
    name = await broadcasting.begin(context, code=f"a{shift.activity_id}")
    context.send(view.ask_text(context.words, name))


@journey.again(broadcasting.FORM)
async def again(context: Context) -> Screen:
    return view.ask_text(context.words, await broadcasting.asked(context))


@journey.typed(broadcasting.FORM, waits=LONG_WAIT, answers=GREETINGS)
async def typed(context: Context) -> None:
    seen = await broadcasting.write(context, text=context.rest)
    context.send(view.preview(context.words, seen))


@journey.on(DropWords)
async def drop_words(context: Context) -> Screen:
    await broadcasting.drop_words(context)
    return view.dropped(context.words)


@journey.on(Rewrite)
async def rewrite(context: Context, broadcast: int) -> Screen:
    name = await broadcasting.rewrite(context, broadcast_id=broadcast)
    return view.ask_text(context.words, name)


@journey.on(Send)
async def send(context: Context, broadcast: int) -> Screen:
    sent = await broadcasting.send(context, broadcast_id=broadcast)
    return view.progress_card(context.words, sent)


@journey.on(ShowProgress)
async def show_progress(context: Context, broadcast: int) -> Screen:
    found = await broadcasting.progress(context, broadcast_id=broadcast)
    return view.progress_card(context.words, found)


@journey.on(Stop)
async def stop(context: Context, broadcast: int) -> Screen:
    found = await broadcasting.stop(context, broadcast_id=broadcast)
    return view.progress_card(context.words, found)
