"""Signing up and off, answers to reminders and offers, and /mine. A stale press gets a fresh card, never an error."""

from bot.ground.refusals import OfferGone, StaleCard
from bot.guardians import wishes
from bot.people.consent import CONSENT_MISSING
from bot.sign_ups import answering, looking, offers, withdrawing
from bot.sign_ups.acts import sign_up
from bot.sign_ups.looks import SignedUp, Withdrawn
from bot.sign_ups.rules import OWN_REASONS, Reason, SignUpState
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.cards import activity_card
from handlers.activities.lines import stack
from handlers.links.sign_ups import (
    BeLate,
    CantMakeIt,
    DeclineOffer,
    OpenSignUp,
    OwnReason,
    SayReason,
    SignMeUp,
    StillComing,
    TakePlace,
    Withdraw,
)
from handlers.sign_ups import outcomes as views
from handlers.sign_ups.lines import card_key, meet_lead_line, others_key, out_key, place_keys, which_line
from handlers.sign_ups.mine import open_one
from handlers.sign_ups.outcomes import ordinal
from handlers.talk.journeys import Journey

journey = Journey()


@journey.on(SignMeUp)
async def sign_me_up(context: Context, shift: int, revision: int) -> Screen | None:
    try:
        done = await sign_up(context, shift_id=shift, revision=revision)
    except StaleCard:
        card = await looking.shift_card(context, shift_id=shift)
        context.alert(context.words.label(views.CHANGED))
        return activity_card(context.words, card)
    except CONSENT_MISSING as refusal:
        await wishes.keep(context, shift_id=shift)
        context.refuse(refusal)
        return None
    if done.again:
        context.toast(context.words.label(views.STANDS[done.sign_up.state]))
    return views.signed_up(context.words, done)


@journey.on(TakePlace)
async def take_place(context: Context, sign_up: int) -> Screen | None:
    try:
        done = await offers.accept(context, sign_up_id=sign_up)
    except OfferGone:
        await fresh_sign_up(context, sign_up, views.GONE)
        return None
    except CONSENT_MISSING as refusal:
        await wishes.keep_offer(context, sign_up_id=sign_up)
        context.refuse(refusal)
        return None
    slow = done.sign_up.state is SignUpState.WAITLISTED
    return too_slow(context.words, done) if slow else views.signed_up(context.words, done)


@journey.on(DeclineOffer)
async def decline(context: Context, sign_up: int) -> Screen | None:
    try:
        done = await withdrawing.decline(context, sign_up_id=sign_up)
    except OfferGone:
        await fresh_sign_up(context, sign_up, views.GONE)
        return None
    return declined(context.words, done)


@journey.on(CantMakeIt)
async def show_ask_withdraw(context: Context, sign_up: int) -> Screen:
    asked = await withdrawing.about(context, sign_up_id=sign_up)
    if asked.again:
        return await open_one(context, sign_up)
    return ask_withdraw(context.words, asked)


@journey.on(Withdraw)
async def withdraw(context: Context, sign_up: int) -> Screen:
    done = await withdrawing.withdraw(context, sign_up_id=sign_up)
    if done.again:
        return await open_one(context, sign_up)
    return withdrawn(context.words, done)


@journey.on(SayReason)
async def say_reason(context: Context, sign_up: int, reason: OwnReason) -> Screen:
    done = await withdrawing.say_reason(context, sign_up_id=sign_up, reason=reason)
    return reason_said(context.words, done)


@journey.on(StillComing)
async def still_coming(context: Context, sign_up: int, revision: int) -> Screen | None:
    try:
        done = await answering.say_coming(context, sign_up_id=sign_up, revision=revision)
    except StaleCard:
        await fresh_sign_up(context, sign_up, views.CHANGED)
        return None
    return said_yes(context.words, done)


@journey.on(BeLate)
async def be_late(context: Context, sign_up: int, revision: int, minutes: int) -> Screen | None:
    try:
        done = await answering.say_late(
            context,
            sign_up_id=sign_up,
            revision=revision,
            minutes=minutes,
        )
    except StaleCard:
        await fresh_sign_up(context, sign_up, views.CHANGED)
        return None
    return running_late(context.words, done)


async def fresh_sign_up(context: Context, sign_up_id: int, why: str) -> None:
    """In place of the card whose button came too late."""
    context.show(await open_one(context, sign_up_id))
    context.alert(context.words.label(why))


LATE_BY = (15, 30, 60)


def too_slow(words: Words, done: SignedUp) -> Screen:
    """An open place went to somebody else of the line."""
    text = stack(
        words.say(
            "Somebody was a little faster. You're {position} on the waiting list, and we'll tell you about the next "
            "place.",
            position=ordinal(words, done.position or 1),
        ),
        which_line(words, done.shift),
    )
    leave = Key(words.label("Leave the list"), CantMakeIt(done.sign_up.id))
    return Screen(text, ((leave, others_key(words)),))


def ask_withdraw(words: Words, asked: Withdrawn) -> Screen:
    """Once, and never with a reproach."""
    shift, sign_up = asked.shift, asked.sign_up
    if sign_up.state is not SignUpState.CONFIRMED:
        text = stack(words.say("Leave the waiting list? Your place in it would be gone."), which_line(words, shift))
        leave = Key(words.label("Yes, leave"), Withdraw(sign_up.id))
        return Screen(text, ((leave, Key(words.label("No, I'll wait"), OpenSignUp(sign_up.id))),))
    if asked.name is None:
        first = words.say("Can't make it? Then someone else can have your place.")
    else:
        first = words.say("{name} can't come? Then someone else can have the place.", name=asked.name)
    late = words.say("It begins soon, so we'll tell {lead}.", lead=shift.activity.lead_name) if asked.late else None
    stay = StillComing(sign_up.id, shift.revision)
    keys = (
        Key(words.label("Yes, cancel"), Withdraw(sign_up.id)),
        Key((words.label("No, I'll come") if asked.name is None else words.label("No, keep the place")), stay),
    )
    return Screen(stack(first, which_line(words, shift), late), (keys,))


def withdrawn(words: Words, done: Withdrawn) -> Screen:
    """Just now, by the reader. The reason is asked for here, and may be left out."""
    if done.name is not None:
        text = stack(words.say("{name} is off the list.", name=done.name), which_line(words, done.shift))
        return Screen(text, ((card_key(words, done.shift),),))
    if done.sign_up.confirmed_at is None:
        first = words.say("You've left the waiting list.")
        return Screen(stack(first, which_line(words, done.shift)), ((others_key(words), card_key(words, done.shift)),))
    first = words.say("You cancelled. Thank you for telling us; someone else can come now.")
    text = stack(first, which_line(words, done.shift), words.say("What came up? You needn't say."))
    return Screen(text, reason_keys(words, done))


def reason_said(words: Words, done: Withdrawn) -> Screen:
    ill = done.sign_up.reason is Reason.ILL
    first = words.say("Get well soon! Your place goes to someone else.") if ill else words.say("Thank you, noted.")
    return Screen(stack(first, which_line(words, done.shift)), ((others_key(words),),))


def declined(words: Words, done: Withdrawn) -> Screen:
    first = words.say("That's fine. We'll ask the next person.")
    return Screen(stack(first, which_line(words, done.shift)), ((others_key(words), card_key(words, done.shift)),))


def said_yes(words: Words, done: SignedUp) -> Screen:
    shift = done.shift
    day = words.at(shift.zone).day(shift.starts_at)
    if done.name is None:
        first = words.say("👍 Great, see you on {day}!", day=day)
    else:
        first = words.say("👍 Noted: {name} is coming on {day}.", name=done.name, day=day)
    text = stack(first, which_line(words, shift), meet_lead_line(words, shift))
    return Screen(text, ((out_key(words, done.sign_up.id),), place_keys(words, shift)))


def running_late(words: Words, done: SignedUp) -> Screen:
    """The lead knows at once; how late may be said too."""
    shift, lead = done.shift, done.shift.activity.lead_name
    minutes = done.sign_up.late_minutes
    if minutes:
        first = words.say("🕘 {lead} knows you'll be about {time} late.", lead=lead, time=words.hours(minutes))
        return Screen(stack(first, meet_lead_line(words, shift)), (place_keys(words, shift)[:1],))
    text = stack(words.say("🕘 {lead} knows you'll be late. By about how much?", lead=lead), which_line(words, shift))
    keys = tuple(Key(words.hours(by), BeLate(done.sign_up.id, shift.revision, by)) for by in LATE_BY)
    return Screen(text, (keys,))


def reason_keys(words: Words, done: Withdrawn) -> Rows:
    labels = {
        Reason.ILL: words.label("I'm ill"),
        Reason.WORK: words.label("Work or school"),
        Reason.FAMILY: words.label("Family"),
    }
    return (tuple(Key(labels[reason], SayReason(done.sign_up.id, reason)) for reason in OWN_REASONS),)
