"""/post. Everything typed while the draft is open answers what it asks; every answer shows the draft anew."""

from markupsafe import Markup

from bot.messages import broadcasting
from bot.people import drafting
from bot.posting import acts as posting
from bot.posting import publishing
from bot.posting.rules import RecentShift
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack
from handlers.links.leading import Copy, SendAgain
from handlers.links.posting import (
    NewPost,
    PostLike,
    SameAsLast,
)
from handlers.posting.draft import draft_card, published, show
from handlers.talk.going_on import go_on
from handlers.talk.journeys import Journey

journey = Journey()


@journey.command("post")
async def open_post(context: Context) -> None:
    """Alone it asks how; with text it reads the text."""
    if context.rest:
        context.send(draft_card(context.words, await posting.begin_from(context, text=context.rest)))
    else:
        recent = await posting.recent(context)
        left = await drafting.left(context, (posting.FORM,))
        context.send(begin(context.words, any_before=bool(recent), left=left))


@journey.on(NewPost)
async def new_post(context: Context) -> Screen:
    return show(context, await posting.begin(context))


@journey.on(SameAsLast)
async def same_as_last(context: Context) -> Screen:
    return choose_recent(context.words, await posting.recent(context))


@journey.on(PostLike)
@journey.on(Copy)
async def post_like(context: Context, shift: int) -> Screen:
    return show(context, await posting.begin_like(context, shift_id=shift))


@journey.on(SendAgain)
async def send_again(context: Context, shift: int) -> None:
    made = await publishing.send_again(context, shift_id=shift)
    progress = await broadcasting.progress(context, broadcast_id=made.broadcast_id)
    context.send(published(context.words, made.shift.id, progress))


def begin(words: Words, any_before: bool, left: str | None = None) -> Screen:
    """The first tap: as last time, or from the beginning; ``left`` is the draft that somebody turned away from."""
    text = stack(
        words.say("📣 <b>New activity</b>"),
        words.say("Or send everything in one message, one line each:"),
        Markup("<pre>{}</pre>").format(
            words.label(
                "/post\n"
                "title: Visit to the home for the elderly\n"
                "kind: elderly\n"
                "team: First Team\n"
                "place: Community Centre, 2F\n"
                "start: Sat 9:00\n"
                "end: 11:30\n"
                "capacity: 8"
            )
        ),
    )
    new = Key(words.label("Start a new one"), NewPost())
    same = Key(words.label("Same as last time"), SameAsLast())
    on = ((go_on(words, left),),) if left else ()
    return Screen(text, (*on, (same, new) if any_before else (new,)))


def choose_recent(words: Words, recent: list[RecentShift]) -> Screen:
    """The second tap: which one."""
    if not recent:
        return Screen(
            words.say("You haven't posted anything yet."), ((Key(words.label("Start a new one"), NewPost()),),)
        )
    listed = tuple((Key(f"{one.title[:40]} · {one.place[:24]}", PostLike(one.shift_id)),) for one in recent)
    return Screen(words.say("Same as which one?"), listed)
