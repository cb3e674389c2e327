"""Calling off, *Got it*, and the list of who has not pressed."""

from typing import Literal

from bot.activities import acts
from bot.activities.rules import CancelReason
from bot.leading import cancelling
from bot.leading.rules import Told
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_press
from handlers.leading import cancelling_screens as view
from handlers.links.leading import (
    AskCancel,
    AskCancelToday,
    CancelFor,
    CancelInWords,
    CancelToday,
    GotIt,
    NotSeen,
    ShowPhones,
)


async def ask_reason(context: Context, activity_id: int) -> None:
    activity = await acts.led_activity(context.tx, context.viewer, activity_id)
    await cancelling.think_again(context.tx, context.viewer)
    context.show(view.ask_reason(context.words, activity))


async def cancel(context: Context, activity_id: int, reason: CancelReason) -> None:
    """The reason `other` is asked for in words; any other one calls it off."""
    if reason == CancelReason.OTHER:
        activity = await cancelling.ask_words(context.tx, context.viewer, context.now, activity_id=activity_id)
        context.show(view.ask_words(context.words, activity))
        return
    done = await cancelling.cancel(context.tx, context.viewer, context.now, activity_id=activity_id, reason=reason)
    context.show(view.got_it_list(context.words, done))


async def typed(context: Context) -> None:
    activity, said, revision = await cancelling.keep_words(context.tx, context.viewer, context.now, text=context.rest)
    context.send(view.confirm_words(context.words, activity, said, revision))


async def cancel_in_words(context: Context, activity: int, revision: int) -> None:
    done = await cancelling.cancel_in_words(
        context.tx, context.viewer, context.now, activity_id=activity, revision=revision
    )
    context.show(view.got_it_list(context.words, done))


async def got_it(context: Context, activity: int, what: Literal["cancelled", "held", "goes_ahead"]) -> None:
    await cancelling.got_it(context.tx, context.viewer, context.now, activity_id=activity, what=what)
    context.toast(view.seen_toast(context.words))


async def not_seen(context: Context, activity: int, what: Told) -> None:
    found = await cancelling.got_it_list(context.tx, context.viewer, activity_id=activity, what=what)
    context.show(view.got_it_list(context.words, found))


async def show_phones(context: Context, activity: int, what: Told) -> None:
    found = await cancelling.with_phones(context.tx, context.viewer, context.now, activity_id=activity, what=what)
    context.show(view.got_it_list(context.words, found))


async def ask_today(context: Context, whole_id: bool) -> None:
    whole = whole_id
    found = await cancelling.outdoor_today(context.tx, context.viewer, context.now, whole=whole)
    context.show(view.ask_today(context.words, found, whole))


async def cancel_today(context: Context, whole: bool) -> None:
    done = await cancelling.cancel_today(context.tx, context.viewer, context.now, whole=whole)
    context.show(view.cancelled_today(context.words, done))


ROUTES: list[Route] = [
    on_press(AskCancel, ask_reason),
    on_press(CancelFor, cancel),
    on_press(CancelInWords, cancel_in_words),
    on_press(GotIt, got_it),
    on_press(NotSeen, not_seen),
    on_press(ShowPhones, show_phones),
    on_press(AskCancelToday, ask_today),
    on_press(CancelToday, cancel_today),
    Form(cancelling.FORM, typed),
]
