"""Signing up and off, answers to reminders and offers, and /mine. A stale press gets a fresh card, never an error."""

from bot.ground.refusals import OfferGone, StaleCard
from bot.guardians import wishes
from bot.people.consent import CONSENT_MISSING
from bot.sign_ups import answering, looking, offers, withdrawing
from bot.sign_ups import mine as listing
from bot.sign_ups.acts import sign_up
from bot.sign_ups.looks import SignedUp
from bot.sign_ups.rules import SignUpState
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.activities.cards import activity_card
from handlers.links.sign_ups import (
    BeLate,
    CantMakeIt,
    DeclineOffer,
    Mine,
    OpenSignUp,
    OwnReason,
    SayReason,
    SignMeUp,
    StillComing,
    TakePlace,
    Withdraw,
)
from handlers.sign_ups import mine as mine_view
from handlers.sign_ups import screens as views
from handlers.talk.journeys import Journey

journey = Journey()


@journey.on(SignMeUp)
async def sign_me_up(context: Context, shift: int, revision: int) -> Screen | None:
    try:
        done = await sign_up(context, shift_id=shift, revision=revision)
    except StaleCard:
        return await fresh_card(context, shift)
    except CONSENT_MISSING as refusal:
        await wishes.keep(context, shift_id=shift)
        context.refuse(refusal)
        return None
    if done.again:
        context.toast(context.words.label(views.STANDS[done.sign_up.state]))
    return views.signed_up(context.words, done)


async def fresh_card(context: Context, shift_id: int) -> Screen:
    """Time or place have changed since the card that was pressed."""
    card = await looking.shift_card(context, shift_id=shift_id)
    context.alert(context.words.label(views.CHANGED))
    return activity_card(context.words, card)


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
    return views.too_slow(context.words, done) if slow else views.signed_up(context.words, done)


@journey.on(DeclineOffer)
async def decline(context: Context, sign_up: int) -> Screen | None:
    try:
        done = await withdrawing.decline(context, sign_up_id=sign_up)
    except OfferGone:
        await fresh_sign_up(context, sign_up, views.GONE)
        return None
    return views.declined(context.words, done)


@journey.on(CantMakeIt)
async def ask_withdraw(context: Context, sign_up: int) -> Screen:
    asked = await withdrawing.about(context, sign_up_id=sign_up)
    if asked.again:
        return await open_one(context, sign_up)
    return views.ask_withdraw(context.words, asked)


@journey.on(Withdraw)
async def withdraw(context: Context, sign_up: int) -> Screen:
    done = await withdrawing.withdraw(context, sign_up_id=sign_up)
    if done.again:
        return await open_one(context, sign_up)
    return views.withdrawn(context.words, done)


@journey.on(SayReason)
async def say_reason(context: Context, sign_up: int, reason: OwnReason) -> Screen:
    done = await withdrawing.say_reason(context, sign_up_id=sign_up, reason=reason)
    return views.reason_said(context.words, done)


@journey.on(StillComing)
async def still_coming(context: Context, sign_up: int, revision: int) -> Screen | None:
    try:
        done = await answering.say_coming(context, sign_up_id=sign_up, revision=revision)
    except StaleCard:
        await fresh_sign_up(context, sign_up, views.CHANGED)
        return None
    return views.said_yes(context.words, done)


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
    return views.running_late(context.words, done)


async def fresh_sign_up(context: Context, sign_up_id: int, why: str) -> None:
    """In place of the card whose button came too late."""
    context.show(await open_one(context, sign_up_id))
    context.alert(context.words.label(why))


@journey.command("mine")
async def open_mine(context: Context) -> None:
    context.send(mine_view.mine(context.words, await listing.mine(context)))


@journey.on(Mine)
async def turn_mine(context: Context, past: bool, page_id: int) -> Screen:
    page = await listing.mine(context, past=past, page=page_id)
    return mine_view.mine(context.words, page)


@journey.on(OpenSignUp)
async def open_one(context: Context, sign_up: int) -> Screen:
    found = await listing.one_of_mine(context, sign_up_id=sign_up)
    return as_it_stands(context, found)


def as_it_stands(context: Context, found: SignedUp) -> Screen:
    if found.sign_up.state is SignUpState.CONFIRMED:
        return mine_view.confirmed(context.words, found)
    if found.sign_up.live:
        return views.signed_up(context.words, found)
    return mine_view.gone(context.words, found)
