"""What a person sees after a press on a sign-up. The first line is the conclusion."""

from markupsafe import Markup

from bot.ground.times import DAY
from bot.sign_ups.looks import SignedUp, Withdrawn
from bot.sign_ups.rules import OWN_REASONS, Reason, SignUpState
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words, later
from handlers.activities.lines import bring_line, stack
from handlers.links.sign_ups import BeLate, CantMakeIt, OpenSignUp, SayReason, SignUpOther, StillComing, Withdraw
from handlers.sign_ups.lines import (
    brief_line,
    card_key,
    meet_lead_line,
    offer_keys,
    ordinal,
    others_key,
    out_key,
    place_keys,
    which_line,
)

LATE_BY = (15, 30, 60)
CHANGED = later("Time or place have changed. Please look again.")
GONE = later("That place has run out or gone to somebody else.")
STANDS = {
    SignUpState.CONFIRMED: later("You're in already."),
    SignUpState.WAITLISTED: later("You're on the waiting list already."),
    SignUpState.OFFERED: later("A place is free for you."),
    SignUpState.WITHDRAWN: later("You cancelled."),
}
"""What a repeated press is answered with, by what stands."""


def signed_up(words: Words, done: SignedUp) -> Screen:
    """In, or waiting, or with a place to take."""
    if done.name is not None:
        return someone_else(words, done)
    if done.sign_up.state is SignUpState.CONFIRMED:
        return youre_in(words, done)
    if done.sign_up.state is SignUpState.OFFERED or done.open_place:
        text = stack(words.say("🎉 A place has opened!"), brief_line(words, done.shift))
        return Screen(text, (offer_keys(words, done.sign_up.id),))
    return waiting(words, done)


def youre_in(words: Words, done: SignedUp) -> Screen:
    shift, there = done.shift, words.at(done.shift.zone)
    text = stack(
        words.say("✅ You're in. See you on {day}!", day=there.short_day(shift.starts_at)),
        which_line(words, shift),
        meet_lead_line(words, shift),
        bring_line(words, shift.activity),
        promise_line(words, done),
    )
    return Screen(text, ((out_key(words, done.sign_up.id), *others_too(words, done)), place_keys(words, shift)))


def others_too(words: Words, done: SignedUp) -> tuple[Key, ...]:
    """A captain who signed up first is not done yet: this card stands where the activity's was."""
    return (Key(words.label("Sign up someone else"), SignUpOther(done.shift.id, 0)),) if done.others else ()


def promise_line(words: Words, done: SignedUp) -> Markup:
    """The reminder is promised only where one will come."""
    if done.shift.starts_at - (done.sign_up.confirmed_at or 0) > DAY:
        return words.say("We'll remind you the day before. If you can't come, tell us early so someone else can.")
    return words.say("If you can't come, tell us early so someone else can.")


def waiting(words: Words, done: SignedUp) -> Screen:
    position = ordinal(words, done.position or 1)
    text = stack(
        words.say(
            "This one is full. You're {position} on the waiting list, and we'll tell you the moment a place opens.",
            position=position,
        ),
        which_line(words, done.shift),
    )
    leave = Key(words.label("Leave the list"), CantMakeIt(done.sign_up.id))
    keys: Rows = ((leave, others_key(words)),)
    return Screen(text, (*keys, others_too(words, done)) if done.others else keys)


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


def someone_else(words: Words, done: SignedUp) -> Screen:
    """Said to the captain or staff who did it."""
    if done.sign_up.state is SignUpState.CONFIRMED:
        first = words.say("✅ {name} is in.", name=done.name)
    else:
        first = words.say(
            "{name} is {position} on the waiting list.",
            name=done.name,
            position=ordinal(words, done.position or 1),
        )
    keys = (Key(words.label("Sign up someone else"), SignUpOther(done.shift.id, 0)), card_key(words, done.shift))
    return Screen(stack(first, which_line(words, done.shift)), (keys,))


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
    keys = (Key(words.label("Yes, cancel"), Withdraw(sign_up.id)), Key(stay_label(words, asked), stay))
    return Screen(stack(first, which_line(words, shift), late), (keys,))


def stay_label(words: Words, asked: Withdrawn) -> str:
    return words.label("No, I'll come") if asked.name is None else words.label("No, keep the place")


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


def reason_keys(words: Words, done: Withdrawn) -> Rows:
    labels = {
        Reason.ILL: words.label("I'm ill"),
        Reason.WORK: words.label("Work or school"),
        Reason.FAMILY: words.label("Family"),
    }
    return (tuple(Key(labels[reason], SayReason(done.sign_up.id, reason)) for reason in OWN_REASONS),)


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
