"""Notices about a sign-up that come by themselves. Each is read by the person, or by who looks after them."""

from markupsafe import Markup

from bot.ground.times import days_between
from bot.sign_ups.looks import LeadLook, SignUpLook
from bot.sign_ups.rules import SignUpState
from bot.speech.screens import Key, Screen
from bot.speech.words import Words, zone
from handlers.activities.lines import bring_line, meet_line, stack, title_line, when_line
from handlers.activities.weather import weather_line
from handlers.links.leading import Participants
from handlers.links.sign_ups import BeLate, StillComing
from handlers.sign_ups.lines import (
    brief_line,
    card_key,
    coming_key,
    day_from,
    meet_lead_line,
    moment_from,
    offer_keys,
    others_key,
    out_key,
    place_keys,
    when_and_where,
    which_line,
    who_line,
)


def promoted(words: Words, look: SignUpLook) -> Screen:
    great = StillComing(look.sign_up.id, look.shift.revision)
    text = stack(
        words.say("🎉 A place opened and it's yours."),
        who_line(words, look.name),
        brief_line(words, look.shift),
    )
    return Screen(text, ((Key(words.label("Great"), great), out_key(words, look.sign_up.id)),))


def offered(words: Words, look: SignUpLook) -> Screen:
    """To one person: with the time until which it is theirs to take."""
    until = moment_from(words, look.shift, look.sign_up.offer_ends_at or look.shift.starts_at, look.now)
    text = stack(
        words.say("🎉 A place has opened! {what}", what=brief_line(words, look.shift)),
        who_line(words, look.name),
        words.say("Please answer by {time}, or it goes to the next person.", time=until),
    )
    return Screen(text, (offer_keys(words, look.sign_up.id),))


def open_place(words: Words, look: SignUpLook) -> Screen:
    """To everybody who waits."""
    text = stack(
        words.say("🎉 A place has opened! {what}", what=brief_line(words, look.shift)),
        who_line(words, look.name),
        words.say("It begins soon: the first to press has it."),
    )
    return Screen(text, (offer_keys(words, look.sign_up.id),))


def offer_expired(words: Words, look: SignUpLook) -> Screen:
    text = stack(
        words.say("We didn't hear from you, so the place went to the next person. Maybe next time!"),
        who_line(words, look.name),
        which_line(words, look.shift),
    )
    return Screen(text, ((others_key(words), card_key(words, look.shift)),))


def signed_up_for(words: Words, look: SignUpLook) -> Screen:
    """Somebody else did it: who, and what to do if it doesn't suit."""
    sure = look.sign_up.state is SignUpState.CONFIRMED
    if sure:
        first = words.say("✅ {by} signed you up.", by=look.by)
    else:
        first = words.say("⏳ {by} put you on the waiting list.", by=look.by)
    exact = sure or not look.shift.activity.confirmed_only
    text = stack(
        first,
        title_line(words, look.shift.title),
        when_line(words, look.shift),
        meet_line(words, look.shift, exact=exact),
    )
    stay = StillComing(look.sign_up.id, look.shift.revision)
    keys: tuple[Key, ...] = (out_key(words, look.sign_up.id),)
    if sure:
        keys = (Key(words.label("I'll be there"), stay), *keys)
    return Screen(text, (keys,))


def withdrawn_by(words: Words, look: SignUpLook) -> Screen:
    first = words.say("{by} cancelled your sign-up.", by=look.by)
    if look.name is not None:
        first = words.say("{by} cancelled this sign-up.", by=look.by)
    text = stack(
        first,
        who_line(words, look.name),
        which_line(words, look.shift),
    )
    return Screen(text, ((others_key(words), card_key(words, look.shift)),))


def reminder(words: Words, look: SignUpLook) -> Screen:
    """The day before, and days ahead."""
    shift = look.shift
    text = stack(
        words.say(
            "👋 See you {day}: {title}",
            day=day_on(words, look),
            title=Markup("<b>{}</b>").format(shift.title),
        ),
        who_line(words, look.name),
        when_and_where(words, shift),
        bring_line(words, shift.activity),
        weather_line(words, look.weather, look.weather_hours),
    )
    keys = (coming_key(words, look), out_key(words, look.sign_up.id))
    if look.sign_up.said_yes(shift.revision):
        keys = (out_key(words, look.sign_up.id), place_keys(words, shift)[0])
    return Screen(text, (keys,))


def day_on(words: Words, look: SignUpLook) -> str:
    """tomorrow, or: on Sat 5 Dec."""
    day = day_from(words, look.shift, look.shift.starts_at, look.now)
    near = {words.label("today"), words.label("tomorrow")}
    return day if day in near else words.label("on {day}", day=day)


def meeting(words: Words, look: SignUpLook) -> Screen:
    """Soon before: only where, when and whom."""
    shift = look.shift
    text = stack(
        soon_line(words, look),
        who_line(words, look.name),
        meet_lead_line(words, shift),
        words.say("Contact on the day: {contact}", contact=shift.activity.contact) if shift.activity.contact else None,
    )
    late = Key(words.label("I'll be late"), BeLate(look.sign_up.id, shift.revision, 0))
    return Screen(text, ((late, out_key(words, look.sign_up.id)), place_keys(words, shift)[:1]))


def soon_line(words: Words, look: SignUpLook) -> Markup:
    """The day, where quiet hours have brought it forward to the evening before."""
    shift = look.shift
    title = Markup("<b>{}</b>").format(shift.title)
    if days_between(zone(shift.zone), look.now, shift.starts_at) == 0:
        return words.say("⏰ {title}: soon!", title=title)
    return words.say("⏰ {title}: {time}!", title=title, time=moment_from(words, shift, shift.starts_at, look.now))


def withdrew_late(words: Words, look: LeadLook) -> Screen:
    """To the lead: who, why, how often before, and what it means."""
    text = stack(
        words.say("⚠️ <b>{name} can't come</b>", name=look.name),
        which_line(words, look.shift),
        reason_line(words, look),
        words.say(
            "In half a year: {held} sign-ups, {missed} missed",
            held=words.number(look.held),
            missed=words.number(look.missed),
        ),
        words.say(
            "Coming: {coming} of {capacity} · waiting: {waiting}",
            coming=words.number(look.counts.coming),
            capacity=words.number(look.shift.capacity),
            waiting=words.number(look.counts.waitlisted + look.counts.offered),
        ),
    )
    return Screen(text, ((participants_key(words, look),),))


def reason_line(words: Words, look: LeadLook) -> Markup:
    reasons = {
        "ill": words.label("ill"),
        "work": words.label("work or school"),
        "family": words.label("family"),
        "staff": words.label("cancelled for them"),
    }
    reason = reasons.get(look.sign_up.reason or "", words.label("not said"))
    return words.say("Reason: {reason}", reason=reason)


def running_late_told(words: Words, look: LeadLook) -> Screen:
    minutes = look.sign_up.late_minutes
    if minutes:
        first = words.say("🕘 {name} will be about {time} late.", name=look.name, time=words.hours(minutes))
    else:
        first = words.say("🕘 {name} will be late.", name=look.name)
    return Screen(stack(first, which_line(words, look.shift)), ((participants_key(words, look),),))


def participants_key(words: Words, look: LeadLook) -> Key:
    return Key(words.label("See list"), Participants(look.shift.id, 0))
