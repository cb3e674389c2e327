"""Calling off, *Got it*, and the list of who has not pressed."""

from typing import Literal

from bot.activities import acts
from bot.activities.rules import CancelReason
from bot.leading import cancelling
from bot.leading.rules import Told
from bot.speech.screens import Screen
from bot.wire.context import Context
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
from handlers.talk.journeys import Journey

journey = Journey()


@journey.on(AskCancel)
async def ask_reason(context: Context, activity_id: int) -> Screen:
    activity = await acts.led_activity(context, activity_id)
    await cancelling.think_again(context)
    return view.ask_reason(context.words, activity)


@journey.on(CancelFor)
async def cancel(context: Context, activity_id: int, reason: CancelReason) -> Screen:
    """The reason `other` is asked for in words; any other one calls it off."""
    if reason == CancelReason.OTHER:
        activity = await cancelling.ask_words(context, activity_id=activity_id)
        return view.ask_words(context.words, activity)
    done = await cancelling.cancel(context, activity_id=activity_id, reason=reason)
    return view.got_it_list(context.words, done)


@journey.typed(cancelling.FORM)
async def typed(context: Context) -> None:
    activity, said, revision = await cancelling.keep_words(context, text=context.rest)
    context.send(view.confirm_words(context.words, activity, said, revision))


@journey.on(CancelInWords)
async def cancel_in_words(context: Context, activity: int, revision: int) -> Screen:
    done = await cancelling.cancel_in_words(context, activity_id=activity, revision=revision)
    return view.got_it_list(context.words, done)


@journey.on(GotIt)
async def got_it(context: Context, activity: int, what: Literal["cancelled", "held", "goes_ahead"]) -> None:
    await cancelling.got_it(context, activity_id=activity, what=what)
    context.toast(view.seen_toast(context.words))


@journey.on(NotSeen)
async def not_seen(context: Context, activity: int, what: Told) -> Screen:
    found = await cancelling.got_it_list(context, activity_id=activity, what=what)
    return view.got_it_list(context.words, found)


@journey.on(ShowPhones)
async def show_phones(context: Context, activity: int, what: Told) -> Screen:
    found = await cancelling.with_phones(context, activity_id=activity, what=what)
    return view.got_it_list(context.words, found)


@journey.on(AskCancelToday)
async def ask_today(context: Context, whole_id: bool) -> Screen:
    whole = whole_id
    found = await cancelling.outdoor_today(context, whole=whole)
    return view.ask_today(context.words, found, whole)


@journey.on(CancelToday)
async def cancel_today(context: Context, whole: bool) -> Screen:
    done = await cancelling.cancel_today(context, whole=whole)
    return view.cancelled_today(context.words, done)
