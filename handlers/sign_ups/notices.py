"""Notices about sign-ups, each after a last look: does it still matter?"""

from markupsafe import Markup

from bot.ground import notices
from bot.ground.frozen import replace
from bot.ground.times import days_between
from bot.sign_ups import last_looks as looks
from bot.sign_ups.rules import SignUpState
from bot.sign_ups.shown import LeadLook, SignUpLook
from bot.speech.screens import InPlace, Key, Screen
from bot.speech.words import Words, zone
from bot.wire.rendering import Telling
from handlers.activities.lines import bring_line, meet_line, stack, title_line, when_line
from handlers.activities.weather import weather_line
from handlers.links.leading import OneParticipant, Participants
from handlers.links.sign_ups import BeLate, StillComing
from handlers.sign_ups.free_places import offer_expired, offered, open_place, promoted
from handlers.sign_ups.lines import (
    by_whom_line,
    card_key,
    day_from,
    meet_lead_line,
    minimum_line,
    moment_from,
    others_key,
    out_key,
    place_keys,
    reason_word,
    when_and_where,
    which_line,
    who_line,
)
from handlers.talk.journeys import Journey

journey = Journey()


async def last_look(
    to: Telling, sign_up: int, matters: looks.Matters, revision: int | None = None
) -> SignUpLook | None:
    return await looks.look_at(to.tx, sign_up, reader_id=to.person_id, now=to.now, matters=matters, revision=revision)


@journey.notice(notices.Promoted)
async def show_promoted(to: Telling, sign_up: int) -> Screen | None:
    return to.say(promoted, await last_look(to, sign_up, looks.is_confirmed))


@journey.notice(notices.Offer)
async def show_offered(to: Telling, sign_up: int) -> Screen | None:
    return to.say(offered, await last_look(to, sign_up, looks.is_offered))


@journey.notice(notices.OpenPlace)
async def show_open_place(to: Telling, sign_up: int) -> Screen | None:
    return to.say(open_place, await last_look(to, sign_up, looks.is_open))


@journey.notice(notices.OfferExpired)
async def show_offer_expired(to: Telling, sign_up: int) -> Screen | None:
    return to.say(offer_expired, await last_look(to, sign_up, looks.is_expired))


@journey.notice(notices.SignedUpFor)
async def show_signed_up_for(to: Telling, sign_up: int) -> Screen | None:
    return to.say(signed_up_for, await last_look(to, sign_up, looks.is_live))


@journey.notice(notices.WithdrawnBy)
async def show_withdrawn_by(to: Telling, sign_up: int) -> Screen | None:
    return to.say(withdrawn_by, await last_look(to, sign_up, looks.is_withdrawn))


@journey.notice(notices.Reminder)
async def show_reminder(to: Telling, sign_up: int, revision: int) -> Screen | None:
    return to.say(reminder, await last_look(to, sign_up, looks.is_reminded, revision=revision))


@journey.notice(notices.ReminderShort)
async def show_reminder_short(to: Telling, sign_up: int, revision: int) -> Screen | None:
    return to.say(reminder_short, await last_look(to, sign_up, looks.is_reminded, revision=revision))


@journey.notice(notices.Meeting)
async def show_meeting(to: Telling, sign_up: int, revision: int) -> Screen | None:
    return to.say(meeting, await last_look(to, sign_up, looks.is_reminded, revision=revision))


async def for_lead(to: Telling, sign_up: int, state: SignUpState) -> LeadLook | None:
    return await looks.for_lead(to.tx, sign_up, reader_id=to.person_id, now=to.now, state=state)


@journey.notice(notices.WithdrewLate)
async def show_withdrew_late(to: Telling, sign_up: int) -> Screen | None:
    return to.say(
        withdrew_late,
        await for_lead(to, sign_up, SignUpState.WITHDRAWN),
    )


@journey.notice(notices.WithdrewFresh)
async def show_withdrew_again(to: Telling, sign_up: int) -> InPlace | None:
    """In the message that the lead has: with the reason that came afterwards."""
    found = await for_lead(to, sign_up, SignUpState.WITHDRAWN)
    message = await looks.told_lead(to.tx, sign_up, person_id=to.person_id)
    return InPlace(withdrew_late(to.words, found), message) if found and message else None


@journey.notice(notices.PassedOver)
async def show_passed_over(to: Telling, sign_up: int) -> Screen | None:
    return to.say(
        passed_over,
        await for_lead(to, sign_up, SignUpState.WAITLISTED),
    )


@journey.notice(notices.RunningLate)
async def running_late(to: Telling, sign_up: int) -> Screen | None:
    return to.say(
        running_late_told,
        await for_lead(to, sign_up, SignUpState.CONFIRMED),
    )


def signed_up_for(words: Words, look: SignUpLook) -> Screen:
    """Somebody else did it: who, and what to do if it doesn't suit."""
    sure = look.sign_up.state is SignUpState.CONFIRMED
    exact = sure or not look.shift.activity.confirmed_only
    text = stack(
        by_whom_line(words, look),
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
    yes = Key(words.label("I'll be there"), StillComing(look.sign_up.id, look.shift.revision))
    return Screen(text, ((yes, out_key(words, look.sign_up.id)),))


def reminder_short(words: Words, look: SignUpLook) -> Screen:
    """To who has answered the one days ahead: the same, without the question."""
    out, how = out_key(words, look.sign_up.id), place_keys(words, look.shift)[0]
    return replace(reminder(words, look), keys=((out, how),))


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


def withdrew_late(words: Words, look: LeadLook) -> Screen:
    """To the lead: who, why, how often before, and what it means."""
    text = stack(
        words.say("⚠️ <b>{name} can't come</b>", name=look.name),
        which_line(words, look.shift),
        reason_line(words, look),
        words.say_n(
            "{n} sign-up, {missed} missed in half a year",
            "{n} sign-ups, {missed} missed in half a year",
            look.held,
            missed=words.number(look.missed),
        ),
        words.say(
            "Coming: {coming} of {capacity} · waiting: {waiting}",
            coming=words.number(look.counts.coming),
            capacity=words.number(look.shift.capacity),
            waiting=words.number(look.counts.waitlisted + look.counts.offered),
        ),
        minimum_line(words, look.shift, look.counts),
    )
    return Screen(text, ((participants_key(words, look),),))


def passed_over(words: Words, look: LeadLook) -> Screen:
    """To the lead: who would have been next, had a message reached them."""
    text = stack(
        words.say(
            "☎️ <b>A place is free, but {name} could not be reached.</b> Please phone. It went to the next in line, if "
            "anybody is; {name} keeps the place in line.",
            name=look.name,
        ),
        which_line(words, look.shift),
    )
    return Screen(text, ((Key(words.label("See {name}", name=look.name[:30]), OneParticipant(look.sign_up.id)),),))


def running_late_told(words: Words, look: LeadLook) -> Screen:
    minutes = look.sign_up.late_minutes
    if minutes:
        first = words.say("🕘 {name} will be about {time} late.", name=look.name, time=words.hours(minutes))
    else:
        first = words.say("🕘 {name} will be late.", name=look.name)
    return Screen(stack(first, which_line(words, look.shift)), ((participants_key(words, look),),))


def day_on(words: Words, look: SignUpLook) -> str:
    """tomorrow, or: on Sat 5 Dec."""
    day = day_from(words, look.shift, look.shift.starts_at, look.now)
    near = {words.label("today"), words.label("tomorrow")}
    return day if day in near else words.label("on {day}", day=day)


def soon_line(words: Words, look: SignUpLook) -> Markup:
    """The day, where quiet hours have brought it forward to the evening before."""
    shift = look.shift
    title = Markup("<b>{}</b>").format(shift.title)
    if days_between(zone(shift.zone), look.now, shift.starts_at) == 0:
        return words.say("⏰ {title}: soon!", title=title)
    return words.say("⏰ {title}: {time}!", title=title, time=moment_from(words, shift, shift.starts_at, look.now))


def reason_line(words: Words, look: LeadLook) -> Markup:
    return words.say("Reason: {reason}", reason=reason_word(words, look.sign_up.reason))


def participants_key(words: Words, look: LeadLook) -> Key:
    return Key(words.label("See list"), Participants(look.shift.id, 0))
