"""What a person sees after a press on a sign-up. The first line is the conclusion."""

from markupsafe import Markup

from bot.ground.times import DAY
from bot.sign_ups.rules import Reason, SignUpState
from bot.sign_ups.shown import SignedUp, Withdrawn
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words, later
from handlers.activities.lines import bring_line, stack
from handlers.links.sign_ups import CantMakeIt, OpenSignUp, SignUpOther, StillComing, Withdraw
from handlers.sign_ups.lines import (
    brief_line,
    card_key,
    meet_lead_line,
    offer_keys,
    others_key,
    out_key,
    place_keys,
    which_line,
)
from handlers.talk.ways import ask_sure

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
    if done.sign_up.state is SignUpState.CONFIRMED:
        return youre_in(words, done)
    if done.sign_up.state is SignUpState.OFFERED or done.open_place:
        text = stack(words.say("🎉 A place has opened!"), brief_line(words, done.shift))
        return Screen(text, (offer_keys(words, done.sign_up.id),))
    return waiting(words, done)


def youre_in(words: Words, done: SignedUp) -> Screen:
    shift, there = done.shift, words.at(done.shift.zone)
    text = stack(
        words.say("✅ You're in. See you on {day}!", day=there.day(shift.starts_at)),
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


ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def ordinal(words: Words, n: int) -> str:
    """2nd in English; Chinese writes the number alone."""
    if words.language != "en":
        return words.number(n)
    ending = "th" if n % 100 in {11, 12, 13} else ORDINALS.get(n % 10, "th")
    return f"{words.number(n)}{ending}"


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
    stay = Key(words.label("No, I'll come"), StillComing(sign_up.id, shift.revision))
    if asked.name is not None:  # nobody says yes for somebody else by leaving things as they are
        stay = Key(words.label("No, keep the place"), OpenSignUp(sign_up.id))
    yes = Key(words.label("Yes, cancel"), Withdraw(sign_up.id))
    return ask_sure(stack(first, which_line(words, shift), late), yes, stay)


CANCELLED = later("This sign-up was cancelled.")


WHY_GONE: dict[Reason | None, str] = {
    Reason.EXPIRED: later("No answer came in time, so the place went to the next person."),
    Reason.TOO_LATE: later("It has begun, so nobody waits for a place any more."),
    Reason.CANCELLED: later("This activity is cancelled."),
    Reason.DECLINED: later("You said that you can't take this place."),
}


def why_gone(words: Words, own: SignedUp) -> Markup:
    if own.shift.activity.cancelled:
        return words.say(WHY_GONE[Reason.CANCELLED])
    if own.by is not None:
        if own.name is None:
            return words.say("{by} cancelled your sign-up.", by=own.by)
        return words.say("{by} cancelled this sign-up.", by=own.by)
    own_word = own.sign_up.withdrawn_by == own.sign_up.person_id
    if own_word and own.name is not None:
        return words.say("{name} is off the list.", name=own.name)
    if own_word and own.sign_up.reason is not Reason.DECLINED:
        confirmed = own.sign_up.confirmed_at is not None
        return words.say("You cancelled.") if confirmed else words.say("You've left the waiting list.")
    return words.say(WHY_GONE.get(own.sign_up.reason, CANCELLED))


def confirmed(words: Words, own: SignedUp) -> Screen:
    """One of the list, with everything that can be done about it."""
    shift, sign_up = own.shift, own.sign_up
    first = words.say("✅ You're in.") if own.name is None else words.say("✅ {name} is in.", name=own.name)
    said_yes = sign_up.said_yes(shift.revision)
    text = stack(first, which_line(words, shift), meet_lead_line(words, shift), late_line(words, own))
    coming = Key(words.label("I'll be there"), StillComing(sign_up.id, shift.revision))
    keys = (out_key(words, sign_up.id),) if said_yes else (coming, out_key(words, sign_up.id))
    return Screen(text, (keys, place_keys(words, shift)))


def late_line(words: Words, own: SignedUp) -> Markup | None:
    minutes = own.sign_up.late_minutes
    return words.say("🕘 You said: about {time} late", time=words.hours(minutes)) if minutes else None


def ended(words: Words, own: SignedUp) -> Screen:
    """It ended meanwhile, and by whose act; the card shows whether one can sign up again."""
    keys = (card_key(words, own.shift), others_key(words))
    return Screen(stack(why_gone(words, own), which_line(words, own.shift)), (keys,))
