"""The card of a shift: what the audience gets, and what every look at it shows. Its first line says what it is."""

from markupsafe import Markup

from bot.activities.rules import Shift
from bot.sign_ups.rules import SignUpState
from bot.sign_ups.shown import ShiftCard
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from handlers.activities.lines import (
    lead_line,
    meet_line,
    places_line,
    risk_line,
    stack,
    state_line,
    title_line,
    when_line,
)
from handlers.activities.weather import weather_line
from handlers.links.activities import Details, ListActivities, ShowActivity, ShowShift
from handlers.links.sign_ups import CantMakeIt, SignMeUp, SignUpOther
from handlers.sign_ups.lines import offer_keys


def activity_card(words: Words, card: ShiftCard) -> Screen:
    """As announced, with what has changed since: the viewer's own place, and why one cannot sign up."""
    shift = card.shift
    text = stack(
        mine_line(words, card),
        state_line(words, shift.activity) or started_line(words, card) or shut_line(words, card),
        title_line(words, shift.title),
        when_line(words, shift),
        meet_line(words, shift, exact=card.exact),
        places_line(words, shift, waits=card.waits),
        risk_line(words, shift.activity),
        lead_line(words, shift.activity),
        weather_line(words, card.weather, card.weather_hours) if shift.activity.outdoor else None,
    )
    return Screen(text, card_keys(words, card))


def mine_line(words: Words, card: ShiftCard) -> Markup | None:
    if card.mine is None or card.over:
        return None
    if card.mine.state == SignUpState.CONFIRMED:
        return words.say("✅ You're in.")
    if card.mine.state == SignUpState.OFFERED:
        return words.say("🎉 A place is free for you.")
    return words.say("⏳ You're on the waiting list.")


def started_line(words: Words, card: ShiftCard) -> Markup | None:
    if card.over:
        return words.say("🏁 This activity is over")
    return words.say("▶️ This activity has begun") if card.started else None


def shut_line(words: Words, card: ShiftCard) -> Markup | None:
    """Nothing that who is in has to know."""
    if not card.shut or card.mine is not None:
        return None
    return words.say("🔒 Sign-ups ended on {time}", time=words.at(card.shift.zone).moment(card.shift.deadline_at or 0))


def card_keys(words: Words, card: ShiftCard) -> Rows:
    """At most three, the good one left."""
    shift = card.shift
    details = Key(words.label("Details"), Details(shift.id))
    first: tuple[Key, ...] = (*own_key(words, card),)
    if card.open and card.may_sign_up_others:
        first += (Key(words.label("Sign up someone else"), SignUpOther(shift.id, 0)),)
    if not first:
        return ((Key(words.label("See other activities"), ListActivities(0, "", -1)), details),)
    last = (details, *other_shifts(words, shift))
    return (first, last) if len(first) + len(last) > 2 else ((*first, *last),)


def other_shifts(words: Words, shift: Shift) -> tuple[Key, ...]:
    if shift.activity.shifts == 1:
        return ()
    return (Key(words.label("Other sessions"), ShowActivity(shift.activity_id)),)


def own_key(words: Words, card: ShiftCard) -> tuple[Key, ...]:
    if card.mine is not None and not card.started and not card.shift.activity.cancelled:
        if card.mine.state == SignUpState.OFFERED:
            return offer_keys(words, card.mine.id)
        waits = card.mine.state == SignUpState.WAITLISTED
        out = words.label("Leave the list") if waits else words.label("Can't make it")
        return (Key(out, CantMakeIt(card.mine.id)),)
    if card.mine is None and card.open:
        return (Key(words.label("Sign me up"), SignMeUp(card.shift.id, card.shift.revision)),)
    return ()


def choose_shift(words: Words, shifts: list[Shift]) -> Screen:
    """Which of an activity's several shifts? Only here does the word for them show."""
    activity = shifts[0].activity
    text = stack(
        state_line(words, activity),
        title_line(words, activity.title),
        words.say("Which session?"),
    )
    return Screen(text, tuple((Key(shift_label(words, shift), ShowShift(shift.id)),) for shift in shifts))


def shift_label(words: Words, shift: Shift) -> str:
    """A phone may cut its end: the hour at which it is over."""
    there = words.at(shift.zone)
    left = words.label("full") if shift.free <= 0 else words.label("{n} left", n=words.number(shift.free))
    return f"{left} · {there.when(shift.starts_at, shift.ends_at)}"
