"""Calling off, *Got it*, and the list of who has not pressed."""

from typing import Literal

from markupsafe import Markup

from bot.activities import acts
from bot.activities.rules import Activity, CancelReason, Led
from bot.leading import cancelling
from bot.leading.rules import GotItList, Told, Unseen
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack, title_line
from handlers.call_list import lines as call_list
from handlers.leading.lead_card import led_label
from handlers.links.leading import (
    AskCancel,
    AskCancelToday,
    CancelFor,
    CancelInWords,
    CancelToday,
    GotIt,
    NotSeen,
    ShowPhones,
    Today,
)
from handlers.talk.journeys import Journey

journey = Journey()


@journey.on(AskCancel)
async def show_ask_reason(context: Context, activity_id: int) -> Screen:
    activity = await acts.led_activity(context, activity_id)
    await cancelling.think_again(context)
    reasons = {
        CancelReason.WEATHER: context.words.label("Weather"),
        CancelReason.VENUE: context.words.label("Venue"),
        CancelReason.BENEFICIARIES: context.words.label("The people we serve"),
        CancelReason.TOO_FEW: context.words.label("Too few people"),
        CancelReason.OTHER: context.words.label("Another reason…"),
    }
    rows = tuple((Key(label, CancelFor(activity.id, reason)),) for reason, label in reasons.items())
    text = stack(
        context.words.say("<b>Cancel it? Why?</b> The reason cancels it at once, and everybody signed up is told."),
        title_line(context.words, activity.title),
    )
    return Screen(text, rows)


@journey.on(CancelFor)
async def cancel(context: Context, activity_id: int, reason: CancelReason) -> Screen:
    """The reason `other` is asked for in words; any other one calls it off."""
    if reason == CancelReason.OTHER:
        activity = await cancelling.ask_words(context, activity_id=activity_id)
        text = stack(
            context.words.say("Type the reason. It is sent to everybody signed up."),
            title_line(context.words, activity.title),
        )
        return Screen(text, ((Key(context.words.label("Back"), AskCancel(activity.id)),),))
    done = await cancelling.cancel(context, activity_id=activity_id, reason=reason)
    return got_it_list(context.words, done)


@journey.typed(cancelling.FORM)
async def typed(context: Context) -> None:
    activity, said, revision = await cancelling.keep_words(context, text=context.rest)
    context.send(confirm_words(context.words, activity, said, revision))


@journey.on(CancelInWords)
async def cancel_in_words(context: Context, activity: int, revision: int) -> Screen:
    done = await cancelling.cancel_in_words(context, activity_id=activity, revision=revision)
    return got_it_list(context.words, done)


@journey.on(GotIt)
async def got_it(context: Context, activity: int, what: Literal["cancelled", "held", "goes_ahead"]) -> None:
    await cancelling.got_it(context, activity_id=activity, what=what)
    context.toast(context.words.label("Thank you!"))


@journey.on(NotSeen)
async def not_seen(context: Context, activity: int, what: Told) -> Screen:
    found = await cancelling.got_it_list(context, activity_id=activity, what=what)
    return got_it_list(context.words, found)


@journey.on(ShowPhones)
async def show_phones(context: Context, activity: int, what: Told) -> Screen:
    found = await cancelling.with_phones(context, activity_id=activity, what=what)
    return got_it_list(context.words, found)


@journey.on(AskCancelToday)
async def show_ask_today(context: Context, whole_id: bool) -> Screen:
    whole = whole_id
    found = await cancelling.outdoor_today(context, whole=whole)
    return ask_today(context.words, found, whole)


@journey.on(CancelToday)
async def cancel_today(context: Context, whole: bool) -> Screen:
    done = await cancelling.cancel_today(context, whole=whole)
    rows = tuple((Key(led_label(context.words, one), NotSeen(one.activity_id, "cancelled")),) for one in done)
    text = context.words.say_n("⛈ {n} activity cancelled.", "⛈ {n} activities cancelled.", len(done))
    return Screen(stack(text, context.words.say("Everybody signed up is told. Who has seen it:")), rows)


def confirm_words(words: Words, activity: Activity, said: str, revision: int) -> Screen:
    """Once more, with the reason as everybody will read it."""
    text = stack(
        words.say("<b>Cancel it for this reason?</b>"),
        title_line(words, activity.title),
        words.say("“{reason}”", reason=said),
    )
    cancel = Key(words.label("Cancel it"), CancelInWords(activity.id, revision))
    return Screen(text, ((cancel, Key(words.label("No"), AskCancel(activity.id))),))


def got_it_list(words: Words, found: GotItList) -> Screen:
    """Who has not pressed; names first, numbers only where they were asked for."""
    heading = words.say("❌ <b>Cancelled:</b> {title}", title=found.title)
    if found.what != "cancelled":
        heading = Markup("⏸ <b>{}</b>").format(found.title)
    text = stack(
        heading,
        words.say(
            "{seen} of {told} have pressed <i>Got it</i>.", seen=words.number(found.seen), told=words.number(found.told)
        ),
        words.say("Not yet:") if found.unseen else words.say("Everybody knows."),
        *(unseen_line(words, one, found.phones) for one in found.unseen),
    )
    refresh = Key(words.label("Refresh"), NotSeen(found.activity_id, found.what))
    phones = Key(words.label("Show phone numbers"), ShowPhones(found.activity_id, found.what))
    looks = (refresh, phones) if found.unseen and not found.phones else (refresh,)
    return Screen(text, (looks, (call_list.key(words, found.activity_id),)))


def ask_today(words: Words, led: list[Led], whole: bool) -> Screen:
    """What would be called off; one more press does it."""
    if not led:
        return Screen(words.say("No outdoor activity is left today."), ((Key(words.label("Today"), Today()),),))
    first = words.say_n(
        "⛈ <b>Cancel {n} outdoor activity of today because of the weather?</b>",
        "⛈ <b>Cancel {n} outdoor activities of today because of the weather?</b>",
        len(led),
    )
    keys = (
        Key(words.label("Yes, cancel all"), CancelToday(whole)),
        Key(words.label("No"), Today()),
    )
    return Screen(stack(first, *(Markup("· {}").format(led_label(words, one)) for one in led)), (keys,))


def unseen_line(words: Words, one: Unseen, phones: bool) -> Markup:
    name = Markup("· {}").format(one.name)
    if one.manager and not one.telegram:
        name = words.say("· {name} (through {manager})", name=one.name, manager=one.manager)
    elif not one.telegram:
        name = words.say("· {name} (not on Telegram)", name=one.name)
    if not phones:
        return name
    return words.say("{name}: {number}", name=name, number=one.phone or words.say("no number"))
