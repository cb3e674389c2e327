"""Calling off, *Got it*, and the list of who has not pressed."""

from typing import Literal

from markupsafe import Markup

from bot.activities import acts
from bot.activities.rules import CancelReason
from bot.leading import cancelling
from bot.leading.rules import GotItList, OffToday, Planned, Told, Unseen
from bot.speech.buttons import Button
from bot.speech.phrases import Phrase
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import cancel_reason, stack, title_line
from handlers.call_list import lines as call_list
from handlers.leading.lead_card import led_label
from handlers.leading.lines import whom_lines
from handlers.links.leading import (
    AskCancel,
    AskCancelToday,
    AskTakeUp,
    CancelFor,
    CancelInWords,
    CancelSure,
    CancelToday,
    GotIt,
    NotSeen,
    ShowPhones,
    Today,
)
from handlers.talk.journeys import Journey
from handlers.talk.questions import Question, ask
from handlers.talk.ways import ask_sure, back_to, ticked

journey = Journey()
REASON = Question[int](cancelling.FORM, "activity")


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
        context.words.say("<b>Cancel it? Why?</b> You'll be asked once more before anybody is told."),
        title_line(context.words, activity.title),
    )
    return Screen(text, rows)


@journey.on(CancelFor)
async def show_ask_sure(context: Context, activity_id: int, reason: CancelReason) -> Screen:
    """The reason `other` is asked for in words; any other one is asked about once, with how many people hear of it."""
    if reason == CancelReason.OTHER:
        activity = await acts.led_activity(context, activity_id)
        text = stack(
            context.words.say("Type the reason. It is sent to everybody signed up."),
            title_line(context.words, activity.title),
        )
        shown = Screen(text, ((back_to(context.words, AskCancel(activity.id)),),))
        return await ask(context, REASON, shown, activity.id)
    planned = await cancelling.planned(context, activity_id=activity_id)
    return sure(context.words, planned, cancel_reason(context.words, reason, None), CancelSure(activity_id, reason))


@journey.on(CancelSure)
async def cancel(context: Context, activity: int, reason: CancelReason) -> Screen:
    return got_it_list(context.words, await cancelling.cancel(context, activity_id=activity, reason=reason))


@journey.answer(REASON, stays=True)
async def typed(context: Context, reason: str, activity_id: int) -> None:
    _, said, revision = await cancelling.keep_words(context, activity_id=activity_id, text=reason)
    planned = await cancelling.planned(context, activity_id=activity_id)
    context.send(sure(context.words, planned, said, CancelInWords(activity_id, revision)))


@journey.on(CancelInWords)
async def cancel_in_words(context: Context, activity: int, revision: int) -> Screen:
    done = await cancelling.cancel_in_words(context, activity_id=activity, revision=revision)
    return got_it_list(context.words, done)


@journey.on(GotIt)
async def got_it(context: Context, activity: int, what: Literal["cancelled", "held", "goes_ahead"]) -> None:
    await cancelling.got_it(context, activity_id=activity, what=what)
    context.toast(context.words.label("Thank you!"))
    context.press_told(Key(ticked(context.words.label("Got it"), True), GotIt(activity, what)))


@journey.said(Phrase.NOD)
async def nod(context: Context) -> Screen | None:
    return Screen(context.words.say("✅ Noted, thank you!")) if await cancelling.nodded(context) else None


@journey.on(NotSeen)
async def not_seen(context: Context, activity: int, what: Told) -> Screen:
    return got_it_list(context.words, await cancelling.got_it_list(context, activity_id=activity, what=what))


@journey.on(ShowPhones)
async def show_phones(context: Context, activity: int, what: Told) -> Screen:
    return got_it_list(context.words, await cancelling.with_phones(context, activity_id=activity, what=what))


@journey.on(AskCancelToday)
async def show_ask_today(context: Context, whole_id: bool) -> Screen:
    whole = whole_id
    return ask_today(context.words, await cancelling.planned_today(context, whole=whole), whole)


@journey.on(CancelToday)
async def cancel_today(context: Context, whole: bool) -> Screen:
    done = await cancelling.cancel_today(context, whole=whole)
    rows = tuple((Key(led_label(context.words, one), NotSeen(one.activity_id, "cancelled")),) for one in done)
    text = context.words.say_n("⛈ {n} activity cancelled.", "⛈ {n} activities cancelled.", len(done))
    return Screen(stack(text, context.words.say("Everybody signed up is told. Who has seen it:")), rows)


def sure(words: Words, planned: Planned, reason: str, yes: Button) -> Screen:
    """The one question: with the reason as everybody will read it, and how many people that is."""
    activity = planned.activity
    text = stack(
        words.say("<b>Cancel it for this reason?</b>"),
        title_line(words, activity.title),
        words.say("“{reason}”", reason=reason),
        *whom_lines(words, planned.concerned),
    )
    return ask_sure(text, Key(words.label("Cancel it"), yes), Key(words.label("No"), AskCancel(activity.id)))


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
    calls: tuple[Key, ...] = (call_list.key(words, found.activity_id),)
    if found.what == "cancelled":
        calls = (Key(words.label("Hold it after all"), AskTakeUp(found.activity_id)), *calls)
    return Screen(text, (looks, calls))


def ask_today(words: Words, off: OffToday, whole: bool) -> Screen:
    """What would be called off; one more press does it."""
    led = off.led
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
    lines = [Markup("· {}").format(led_label(words, one)) for one in led]
    return Screen(stack(first, *lines, *whom_lines(words, off.concerned)), (keys,))


def unseen_line(words: Words, one: Unseen, phones: bool) -> Markup:
    name = Markup("· {}").format(one.name)
    if one.blocked:
        name = words.say("· {name}: could not be reached (has blocked the bot), please phone", name=one.name)
    elif one.manager and not one.telegram:
        name = words.say("· {name} (through {manager})", name=one.name, manager=one.manager)
    elif not one.telegram:
        name = words.say("· {name}: could not be reached (no Telegram), please phone", name=one.name)
    if not phones:
        return name
    return words.say("{name}: {number}", name=name, number=one.phone or words.say("no number"))
