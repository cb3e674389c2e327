"""Signing up and off, answers to reminders and offers, and /mine. A stale press gets a fresh card, never an error."""

from bot.ground.refusals import OfferGone, StaleCard
from bot.ground.times import HOUR
from bot.guardians import wishes
from bot.people.consent.rules import CONSENT_MISSING
from bot.sign_ups import answering, looking, offers, own_sign_ups, withdrawing
from bot.sign_ups.acts import sign_up
from bot.sign_ups.rules import OWN_REASONS, Reason, SignUpState
from bot.sign_ups.shown import Own, SignedUp, Withdrawn
from bot.speech.phrases import Phrase, late_minutes
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.cards import activity_card
from handlers.activities.lines import stack
from handlers.links.sign_ups import (
    BeLate,
    CantMakeIt,
    DeclineOffer,
    OwnReason,
    SayReason,
    SignMeUp,
    StillComing,
    TakePlace,
    Withdraw,
)
from handlers.sign_ups import outcomes as views
from handlers.sign_ups.lines import card_key, meet_lead_line, others_key, out_key, place_keys, which_line
from handlers.sign_ups.outcomes import ordinal
from handlers.sign_ups.own_sign_ups import open_one, own_labels
from handlers.talk.journeys import Journey
from handlers.talk.ways import ask_sure

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
    return views.ask_withdraw(context.words, asked)


@journey.on(Withdraw)
async def withdraw(context: Context, sign_up: int) -> Screen:
    done = await withdrawing.withdraw(context, sign_up_id=sign_up)
    if done.again:
        return await open_one(context, sign_up)
    return withdrawn(context.words, done)


@journey.on(SayReason)
async def say_reason(context: Context, sign_up: int, reason: OwnReason) -> Screen:
    return reason_said(context.words, await withdrawing.say_reason(context, sign_up_id=sign_up, reason=reason))


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


@journey.said(Phrase.CANCEL)
@journey.said(Phrase.CANT_COME)
async def cant_come(context: Context) -> Screen | None:
    coming = (await own_sign_ups.mine(context)).lines
    if len(coming) == 1:
        return await show_ask_withdraw(context, coming[0].id)
    return which_one(context.words, coming) if coming else None


@journey.said(Phrase.COMING)
async def coming(context: Context) -> Screen | None:
    """The nearest: a place that is offered is taken, one that is held is said yes to."""
    nearest = next((one for one in (await own_sign_ups.mine(context)).lines if one.name is None), None)
    if nearest is None or nearest.state is SignUpState.WAITLISTED:
        return None
    if nearest.state is SignUpState.OFFERED:
        return await take_place(context, nearest.id)
    found = await own_sign_ups.one_of_mine(context, sign_up_id=nearest.id)
    return await still_coming(context, nearest.id, found.shift.revision)


@journey.said(Phrase.LATE)
async def late(context: Context) -> Screen | None:
    """For what begins within the day: the lead hears it, and it stands on the roll-call."""
    for one in (await own_sign_ups.mine(context)).lines:
        if one.name is None and one.state is SignUpState.CONFIRMED and one.starts_at - context.now <= LATE_AHEAD:
            found = await own_sign_ups.one_of_mine(context, sign_up_id=one.id)
            return await be_late(context, one.id, found.shift.revision, late_minutes(context.rest) or 0)
    return None


LATE_AHEAD = 24 * HOUR


@journey.said(Phrase.NOD)
async def nod(context: Context) -> Screen | None:
    """Behind a reminder a nod may be the answer; it is not taken for one."""
    for one in (await own_sign_ups.mine(context)).lines:
        if one.name is None and one.state is SignUpState.CONFIRMED and one.starts_at - context.now <= ASKED_AHEAD:
            found = await own_sign_ups.one_of_mine(context, sign_up_id=one.id)
            if found.sign_up.answered_revision != found.shift.revision:
                return shall_i_note(context.words, found)
    return None


ASKED_AHEAD = 80 * HOUR
"""The three days of the reminders that ask for an answer, with what a night holds back."""


def which_one(words: Words, coming: tuple[Own, ...]) -> Screen:
    labels = own_labels(words, coming)
    keys = tuple((Key(label, CantMakeIt(one.id)),) for label, one in zip(labels, coming, strict=True))
    return Screen(words.say("Which one can't you make?"), keys)


def shall_i_note(words: Words, found: SignedUp) -> Screen:
    text = stack(words.say("👍 Shall I note that you're coming?"), which_line(words, found.shift))
    yes = Key(words.label("I'll be there"), StillComing(found.sign_up.id, found.shift.revision))
    return ask_sure(text, yes, out_key(words, found.sign_up.id))


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


def withdrawn(words: Words, done: Withdrawn) -> Screen:
    """Just now, by the reader. The reason is asked for here, and may be left out."""
    if done.name is not None:
        first = words.say("{name} is off the list.", name=done.name)
        held = done.sign_up.confirmed_at is not None
        why = words.say("What came up? You needn't say.") if held else None
        reasons = reason_keys(words, done) if held else ()
        return Screen(stack(first, which_line(words, done.shift), why), (*reasons, (card_key(words, done.shift),)))
    if done.sign_up.confirmed_at is None:
        first = words.say("You've left the waiting list.")
        return Screen(stack(first, which_line(words, done.shift)), ((others_key(words), card_key(words, done.shift)),))
    first = words.say("You cancelled. Thank you for telling us; someone else can come now.")
    text = stack(first, which_line(words, done.shift), words.say("What came up? You needn't say."))
    return Screen(text, reason_keys(words, done))


def reason_said(words: Words, done: Withdrawn) -> Screen:
    ill = done.sign_up.reason is Reason.ILL and done.name is None
    first = words.say("Get well soon! Your place goes to someone else.") if ill else words.say("Thank you, noted.")
    on = others_key(words) if done.name is None else card_key(words, done.shift)
    return Screen(stack(first, which_line(words, done.shift)), ((on,),))


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
        Reason.ILL: words.label("I'm ill") if done.name is None else words.label("Ill"),
        Reason.WORK: words.label("Work or school"),
        Reason.FAMILY: words.label("Family"),
    }
    return (tuple(Key(labels[reason], SayReason(done.sign_up.id, reason)) for reason in OWN_REASONS),)
