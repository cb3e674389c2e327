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
from bot.speech.screens import Screen
from bot.wire.context import Context
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
from handlers.talk.journeys import Journey
from handlers.talk.offering import beside

journey = Journey()
OWN = (Answer, PlaceAgain, Calendar, ChangePost, AskField, BackToLook, Publish, Inert)

Parts = TypeVarTuple("Parts")


def fresh(
    handle: Callable[[Context, *Parts], Awaitable[Screen | None]],
) -> Callable[[Context, *Parts], Awaitable[Screen | None]]:
    """A press on an older card of the draft changes nothing and shows the draft as it is."""

    async def run(context: Context, *parts: *Parts) -> Screen | None:
        try:
            return await handle(context, *parts)
        except StaleCard:
            context.toast(view.stale_toast(context.words))
            return show(context, await posting.current(context))

    return run


def show(context: Context, draft: PostDraft, page: int = 0) -> Screen:
    return view.draft_card(context.words, draft, page)


@journey.command("post")
async def open_post(context: Context) -> None:
    """Alone it asks how; with text it reads the text."""
    if context.rest:
        draft = await posting.begin_from(context, text=context.rest)
        context.send(view.draft_card(context.words, draft))
    else:
        recent = await posting.recent(context)
        left = await drafting.left(context, (posting.FORM,))
        context.send(view.begin(context.words, any_before=bool(recent), left=left))


@journey.on(NewPost)
async def new_post(context: Context) -> Screen:
    return show(context, await posting.begin(context))


@journey.on(SameAsLast)
async def same_as_last(context: Context) -> Screen:
    return view.choose_recent(context.words, await posting.recent(context))


@journey.on(PostLike)
@journey.on(Copy)
async def post_like(context: Context, shift: int) -> Screen:
    return show(context, await posting.begin_like(context, shift_id=shift))


@journey.on(Answer, within=fresh)
async def answer(context: Context, revision: int, value: str) -> Screen:
    return show(
        context,
        await posting.answer(context, text=value, revision=revision),
    )


@journey.again(posting.FORM)
async def again(context: Context) -> Screen:
    return show(context, await posting.current(context))


@journey.typed(posting.FORM, waits=LONG_WAIT, answers=CHOICES, own=OWN)
async def typed(context: Context) -> None:
    """What cannot be read may have been meant for somebody else."""
    draft = await posting.answer(context, text=context.rest)
    shown = view.draft_card(context.words, draft)
    wrong = draft.unread or isinstance(draft.problems.get(draft.asks or ""), UNREADABLE)
    context.send(await beside(context, shown) if wrong else shown)


@journey.on(PlaceAgain, within=fresh)
async def place_again(context: Context, revision: int, shift: int) -> Screen:
    return show(
        context,
        await posting.place_again(context, revision=revision, shift_id=shift),
    )


@journey.on(Calendar, within=fresh)
async def turn_calendar(context: Context, revision: int, page: int) -> Screen:
    draft = await posting.current(context, revision=revision)
    return show(context, draft, page)


@journey.on(ChangePost, within=fresh)
async def choose_field(context: Context, revision: int) -> Screen:
    draft = await posting.current(context, revision=revision)
    return view.choose_field(context.words, draft)


@journey.on(AskField, within=fresh)
async def ask_field(context: Context, revision: int, field: PostField) -> Screen:
    return show(
        context,
        await posting.ask(context, revision=revision, field=field),
    )


@journey.on(BackToLook, within=fresh)
async def back_to_look(context: Context, revision: int) -> Screen:
    return show(context, await posting.stop_asking(context, revision=revision))


@journey.on(Publish, within=fresh)
async def publish(context: Context, revision: int) -> Screen:
    made = await publishing.publish(context, revision=revision)
    progress = await broadcasting.progress(context, broadcast_id=made.broadcast_id)
    return view.published(context.words, made.shift.id, progress)


@journey.on(SendAgain)
async def send_again(context: Context, shift: int) -> None:
    made = await publishing.send_again(context, shift_id=shift)
    progress = await broadcasting.progress(context, broadcast_id=made.broadcast_id)
    context.send(view.published(context.words, made.shift.id, progress))


@journey.on(Discard)
async def discard(context: Context, revision: int) -> Screen:
    await posting.discard(context)
    return view.discarded(context.words)


@journey.on(Inert)
async def inert(context: Context) -> None:
    """Not a day: the press is answered, and nothing else."""
