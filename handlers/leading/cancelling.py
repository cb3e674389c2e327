"""Calling off, *Got it*, and the list of who has not pressed."""

from bot.activities import acts
from bot.activities.rules import CancelReason
from bot.leading import cancelling
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


async def ask_reason(context: Context, press: AskCancel) -> None:
    activity = await acts.led_activity(context.tx, context.viewer, press.activity)
    await cancelling.think_again(context.tx, context.viewer)
    context.show(view.ask_reason(context.words, activity))


async def cancel(context: Context, press: CancelFor) -> None:
    """The reason `other` is asked for in words; any other one calls it off."""
    if press.reason == CancelReason.OTHER:
        activity = await cancelling.ask_words(context.tx, context.viewer, context.now, activity_id=press.activity)
        context.show(view.ask_words(context.words, activity))
        return
    done = await cancelling.cancel(
        context.tx, context.viewer, context.now, activity_id=press.activity, reason=press.reason
    )
    context.show(view.got_it_list(context.words, done))


async def typed(context: Context) -> None:
    activity, said, revision = await cancelling.keep_words(context.tx, context.viewer, context.now, text=context.rest)
    context.send(view.confirm_words(context.words, activity, said, revision))


async def cancel_in_words(context: Context, press: CancelInWords) -> None:
    done = await cancelling.cancel_in_words(
        context.tx, context.viewer, context.now, activity_id=press.activity, revision=press.revision
    )
    context.show(view.got_it_list(context.words, done))


async def got_it(context: Context, press: GotIt) -> None:
    await cancelling.got_it(context.tx, context.viewer, context.now, activity_id=press.activity, what=press.what)
    context.toast(view.seen_toast(context.words))


async def not_seen(context: Context, press: NotSeen) -> None:
    found = await cancelling.got_it_list(context.tx, context.viewer, activity_id=press.activity, what=press.what)
    context.show(view.got_it_list(context.words, found))


async def show_phones(context: Context, press: ShowPhones) -> None:
    found = await cancelling.with_phones(
        context.tx, context.viewer, context.now, activity_id=press.activity, what=press.what
    )
    context.show(view.got_it_list(context.words, found))


async def ask_today(context: Context, press: AskCancelToday) -> None:
    whole = press.whole
    found = await cancelling.outdoor_today(context.tx, context.viewer, context.now, whole=whole)
    context.show(view.ask_today(context.words, found, whole))


async def cancel_today(context: Context, press: CancelToday) -> None:
    done = await cancelling.cancel_today(context.tx, context.viewer, context.now, whole=press.whole)
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
