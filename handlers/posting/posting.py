"""/post. Everything typed while the draft is open answers what it asks; every answer shows the draft anew."""

from collections.abc import Awaitable, Callable
from typing import TypeVarTuple

from bot.ground.drafts import CHOICES, LONG_WAIT
from bot.ground.refusals import UNREADABLE, StaleCard
from bot.messages import broadcasting
from bot.people import drafting
from bot.posting import acts as posting
from bot.posting import publishing
from bot.posting.rules import PostDraft
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_command, on_press
from handlers.links.leading import Copy, SendAgain
from handlers.links.posting import (
    Answer,
    AskField,
    BackToLook,
    Calendar,
    ChangePost,
    Discard,
    Inert,
    NewPost,
    PlaceAgain,
    PostField,
    PostLike,
    Publish,
    SameAsLast,
)
from handlers.posting import screens as view
from handlers.talk.offering import beside

Parts = TypeVarTuple("Parts")


def show(context: Context, draft: PostDraft, page: int = 0) -> None:
    context.show(view.draft_card(context.words, draft, page))


async def open_post(context: Context) -> None:
    """Alone it asks how; with text it reads the text."""
    if context.rest:
        draft = await posting.begin_from(context, text=context.rest)
        context.send(view.draft_card(context.words, draft))
    else:
        recent = await posting.recent(context)
        left = await drafting.left(context, (posting.FORM,))
        context.send(view.begin(context.words, any_before=bool(recent), left=left))


async def new_post(context: Context) -> None:
    show(context, await posting.begin(context))


async def same_as_last(context: Context) -> None:
    context.show(view.choose_recent(context.words, await posting.recent(context)))


async def post_like(context: Context, shift: int) -> None:
    show(context, await posting.begin_like(context, shift_id=shift))


async def answer(context: Context, revision: int, value: str) -> None:
    show(
        context,
        await posting.answer(context, text=value, revision=revision),
    )


async def again(context: Context) -> None:
    show(context, await posting.current(context))


async def typed(context: Context) -> None:
    """What cannot be read may have been meant for somebody else."""
    draft = await posting.answer(context, text=context.rest)
    shown = view.draft_card(context.words, draft)
    wrong = draft.unread or isinstance(draft.problems.get(draft.asks or ""), UNREADABLE)
    context.send(await beside(context, shown) if wrong else shown)


async def place_again(context: Context, revision: int, shift: int) -> None:
    show(
        context,
        await posting.place_again(context, revision=revision, shift_id=shift),
    )


async def turn_calendar(context: Context, revision: int, page: int) -> None:
    draft = await posting.current(context, revision=revision)
    show(context, draft, page)


async def choose_field(context: Context, revision: int) -> None:
    draft = await posting.current(context, revision=revision)
    context.show(view.choose_field(context.words, draft))


async def ask_field(context: Context, revision: int, field: PostField) -> None:
    show(
        context,
        await posting.ask(context, revision=revision, field=field),
    )


async def back_to_look(context: Context, revision: int) -> None:
    show(context, await posting.stop_asking(context, revision=revision))


async def publish(context: Context, revision: int) -> None:
    made = await publishing.publish(context, revision=revision)
    progress = await broadcasting.progress(context, broadcast_id=made.broadcast_id)
    context.show(view.published(context.words, made.shift.id, progress))


async def send_again(context: Context, shift: int) -> None:
    made = await publishing.send_again(context, shift_id=shift)
    progress = await broadcasting.progress(context, broadcast_id=made.broadcast_id)
    context.send(view.published(context.words, made.shift.id, progress))


async def discard(context: Context, revision: int) -> None:
    await posting.discard(context)
    context.show(view.discarded(context.words))


async def inert(context: Context) -> None:
    """Not a day: the press is answered, and nothing else."""


def fresh(handle: Callable[[Context, *Parts], Awaitable[None]]) -> Callable[[Context, *Parts], Awaitable[None]]:
    """A press on an older card of the draft changes nothing and shows the draft as it is."""

    async def run(context: Context, *parts: *Parts) -> None:
        try:
            await handle(context, *parts)
        except StaleCard:
            context.toast(view.stale_toast(context.words))
            show(context, await posting.current(context))

    return run


OWN = (Answer, PlaceAgain, Calendar, ChangePost, AskField, BackToLook, Publish, Inert)
ROUTES: list[Route] = [
    on_command("post", open_post),
    on_press(NewPost, new_post),
    on_press(SameAsLast, same_as_last),
    on_press(PostLike, post_like),
    on_press(Copy, post_like),
    on_press(Answer, fresh(answer)),
    on_press(PlaceAgain, fresh(place_again)),
    on_press(Calendar, fresh(turn_calendar)),
    on_press(ChangePost, fresh(choose_field)),
    on_press(AskField, fresh(ask_field)),
    on_press(BackToLook, fresh(back_to_look)),
    on_press(Publish, fresh(publish)),
    on_press(SendAgain, send_again),
    on_press(Discard, discard),
    on_press(Inert, inert),
    Form(posting.FORM, typed, LONG_WAIT, answers=CHOICES, again=again, own=OWN),
]
