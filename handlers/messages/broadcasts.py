"""/broadcast: choose, type, look, send; see how far it has come, and stop it."""

from bot.ground.drafts import GREETINGS, LONG_WAIT
from bot.leading import acts as leading
from bot.messages import audiences, broadcasting
from bot.messages.looks import What
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_command, on_press
from handlers.links.leading import WriteToParticipants
from handlers.links.messages import ChooseAudience, DropWords, Rewrite, Send, ShowProgress, Stop, WriteTo
from handlers.messages import broadcast_screens as view


async def open_choice(context: Context) -> None:
    await audiences.choices(context.tx, context.viewer, context.now, what="t", page=0)
    context.send(view.choose_what(context.words))


async def choose_audience(context: Context, what: What, page_id: int) -> None:
    page = await audiences.choices(context.tx, context.viewer, context.now, what=what, page=page_id)
    context.show(view.choose_audience(context.words, page))


async def write_to(context: Context, audience: str) -> None:
    name = await broadcasting.begin(context.tx, context.viewer, context.now, code=audience)
    context.show(view.ask_text(context.words, name))


async def write_to_participants(context: Context, shift_id: int) -> None:
    shift = await leading.led_shift(context.tx, context.viewer, shift_id)
    name = await broadcasting.begin(context.tx, context.viewer, context.now, code=f"a{shift.activity_id}")
    context.send(view.ask_text(context.words, name))


async def again(context: Context) -> None:
    context.show(view.ask_text(context.words, await broadcasting.asked(context.tx, context.viewer)))


async def typed(context: Context) -> None:
    seen = await broadcasting.write(context.tx, context.viewer, context.now, text=context.rest)
    context.send(view.preview(context.words, seen))


async def drop_words(context: Context) -> None:
    await broadcasting.drop_words(context.tx, context.viewer)
    context.show(view.dropped(context.words))


async def rewrite(context: Context, broadcast: int) -> None:
    name = await broadcasting.rewrite(context.tx, context.viewer, context.now, broadcast_id=broadcast)
    context.show(view.ask_text(context.words, name))


async def send(context: Context, broadcast: int) -> None:
    sent = await broadcasting.send(context.tx, context.viewer, context.now, broadcast_id=broadcast)
    context.show(view.progress_card(context.words, sent))


async def show_progress(context: Context, broadcast: int) -> None:
    found = await broadcasting.progress(context.tx, context.viewer, context.now, broadcast_id=broadcast)
    context.show(view.progress_card(context.words, found))


async def stop(context: Context, broadcast: int) -> None:
    found = await broadcasting.stop(context.tx, context.viewer, context.now, broadcast_id=broadcast)
    context.show(view.progress_card(context.words, found))


ROUTES: list[Route] = [
    on_command("broadcast", open_choice),
    on_press(ChooseAudience, choose_audience),
    on_press(WriteTo, write_to),
    on_press(WriteToParticipants, write_to_participants),
    on_press(DropWords, drop_words),
    on_press(Rewrite, rewrite),
    on_press(Send, send),
    on_press(ShowProgress, show_progress),
    on_press(Stop, stop),
    Form(broadcasting.FORM, typed, LONG_WAIT, answers=GREETINGS, again=again),
]
