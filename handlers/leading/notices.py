"""Notices about activities: announcements, changes, cancellations, calendar files, and words from staff."""

from datetime import UTC, datetime

from markupsafe import Markup

from bot.activities.rules import ActivityState, Shift
from bot.ground import notices
from bot.ground.times import days_between
from bot.leading import news as looks
from bot.leading.news_rules import Gathered, News
from bot.sign_ups.last_looks import is_live, look_at
from bot.sign_ups.looks import ShiftCard, SignUpLook
from bot.sign_ups.rules import SignUpState
from bot.speech.screens import File, Key, Screen
from bot.speech.words import Words, later, zone
from bot.wire.rendering import Telling
from handlers.activities.cards import activity_card
from handlers.activities.lines import (
    cancel_reason,
    contact,
    grouped,
    meet_line,
    offer_label,
    risk_line,
    stack,
    title_line,
    when_line,
)
from handlers.leading import lines as views
from handlers.links.activities import ListActivities, ShowShift
from handlers.links.leading import AskCancel, GoAhead, GotIt, Manage, Postpone
from handlers.links.sign_ups import CantMakeIt, StillComing
from handlers.sign_ups.lines import who_line
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.Recruiting)
async def recruiting(to: Telling, activity: int) -> Screen | None:
    found = await looks.call(to.tx, to.now, activity_id=activity, person_id=to.person_id)
    return to.say(views.call, found)


@journey.notice(notices.RecruitingMore)
async def recruiting_more(to: Telling, since: int) -> Screen | None:
    found = await looks.gathered(to.tx, to.now, since=since, person_id=to.person_id)
    return to.say(gathered, found)


@journey.notice(notices.Calendar)
async def show_calendar(to: Telling, shift: int) -> File | None:
    found = await looks.entry(to.tx, to.now, shift_id=shift, person_id=to.person_id)
    return to.say(calendar_file, found)


@journey.notice(notices.Moved)
async def show_moved(to: Telling, sign_up: int, revision: int) -> Screen | None:
    found = await look_at(to.tx, sign_up, reader_id=to.person_id, now=to.now, matters=is_live, revision=revision)
    return to.say(moved, found)


@journey.notice(notices.Held)
async def show_held(to: Telling, activity: int, revision: int) -> Screen | None:
    found = await looks.news(to.tx, to.now, activity_id=activity, state=ActivityState.ON_HOLD)
    return to.say(held, found)


@journey.notice(notices.GoesAhead)
async def show_goes_ahead(to: Telling, activity: int, revision: int) -> Screen | None:
    found = await looks.news(to.tx, to.now, activity_id=activity, state=ActivityState.PUBLISHED)
    return to.say(goes_ahead, found)


@journey.notice(notices.Cancelled)
async def show_cancelled(to: Telling, activity: int, revision: int) -> Screen | None:
    found = await looks.called_off(to.tx, to.now, activity_id=activity, person_id=to.person_id)
    return to.say(cancelled, found)


@journey.notice(notices.Decide)
async def show_decide(to: Telling, shift: int, decide_at: int) -> Screen | None:
    return to.say(decide, await looks.decision(to.tx, to.now, shift_id=shift, decide_at=decide_at))


@journey.notice(notices.HandedOver)
async def show_handed_over(to: Telling, activity: int, revision: int) -> Screen | None:
    found = await looks.led_now(to.tx, to.now, activity_id=activity, person_id=to.person_id)
    return to.say(handed_over, found)


@journey.notice(notices.HelperNamed)
async def show_helper_named(to: Telling, activity: int, revision: int) -> Screen | None:
    found = await looks.helps_now(to.tx, to.now, activity_id=activity, person_id=to.person_id)
    return to.say(helper_named, found)


def gathered(words: Words, found: Gathered) -> Screen:
    """Several in one message; a single one is simply its card."""
    if found.card is not None:
        return activity_card(words, found.card)
    text = stack(
        words.say_n("🌱 <b>{n} new activity</b>", "🌱 <b>{n} new activities</b>", len(found.offers)),
        *(Markup("{}").format(line) for line in grouped(words, found.offers)),
    )
    listed = tuple((Key(offer_label(words, offer), ShowShift(offer.shift_id)),) for offer in found.offers[:8])
    return Screen(text, (*listed, (Key(words.label("All activities"), ListActivities(0, "", -1)),)))


def moved(words: Words, look: SignUpLook) -> Screen:
    """Time or place are others: whoever has a place keeps it, and is asked once more."""
    shift = look.shift
    waits = look.sign_up.state == SignUpState.WAITLISTED
    out = words.label("Leave the list") if waits else words.label("Can't make it")
    keys: tuple[Key, ...] = (Key(out, CantMakeIt(look.sign_up.id)),)
    if not waits:
        keys = (Key(words.label("I'll be there"), StillComing(look.sign_up.id, shift.revision)), *keys)
    text = stack(
        words.say("📅 <b>Time or place has changed.</b> Now:"),
        who_line(words, look.name),
        title_line(words, shift.title),
        when_line(words, shift),
        meet_line(words, shift),
        None if waits else words.say("You keep your place. Can you still come?"),
    )
    return Screen(text, (keys,))


def held(words: Words, news: News) -> Screen:
    """Nothing is settled; everybody waits for the word."""
    there, decide_at = words.at(news.activity.zone), news.activity.decide_at or news.now
    text = stack(
        words.say(
            "⏸ <b>{title} is on hold.</b> We'll decide by {time} and tell you.",
            title=news.activity.title,
            time=there.moment(decide_at),
        ),
        *(when_line(words, shift) for shift in news.shifts),
    )
    return Screen(text, ((Key(words.label("Got it"), GotIt(news.activity.id, "held")),),))


def goes_ahead(words: Words, news: News) -> Screen:
    text = stack(
        words.say("✅ <b>{title} takes place.</b> See you there!", title=news.activity.title),
        *(when_line(words, shift) for shift in news.shifts),
        meet_line(words, news.shifts[0]) if len(news.shifts) == 1 else None,
    )
    return Screen(text, ((Key(words.label("Got it"), GotIt(news.activity.id, "goes_ahead")),),))


def cancelled(words: Words, news: News) -> Screen:
    activity = news.activity
    sign = "⛈" if activity.cancel_reason == "weather" else "❌"
    first = words.say(
        "{sign} <b>{when}: “{title}” is cancelled</b> ({reason}).",
        sign=sign,
        when=words.list([day_part(words, shift, news.now) for shift in news.shifts]),
        title=activity.title,
        reason=cancel_reason(words, activity.cancel_reason, activity.cancel_text),
    )
    text = stack(first, what_now(words, news))
    return Screen(text, ((Key(words.label("Got it"), GotIt(activity.id, "cancelled")),),))


def decide(words: Words, news: News) -> Screen:
    """To the lead: half an hour is left of what was promised."""
    shift = news.shifts[0]
    there, decide_at = words.at(shift.zone), news.activity.decide_at or news.now
    text = stack(
        words.say("⏰ <b>Decide by {time}: does it take place?</b>", time=there.time(decide_at)),
        title_line(words, shift.title),
        when_line(words, shift),
    )
    keys = (
        Key(words.label("It takes place"), GoAhead(shift.id)),
        Key(words.label("Postpone"), Postpone(shift.id, 0)),
        Key(words.label("Cancel it"), AskCancel(news.activity.id)),
    )
    return Screen(text, (keys,))


def handed_over(words: Words, news: News) -> Screen:
    text = stack(words.say("🤝 <b>You lead this activity now.</b>"), *about(words, news))
    return Screen(text, ((Key(words.label("Manage"), Manage(news.shifts[0].id)),),))


def helper_named(words: Words, news: News) -> Screen:
    text = stack(
        words.say("🤝 <b>{name} asks you to help lead this activity.</b>", name=news.activity.lead_name),
        *about(words, news),
    )
    return Screen(text, ((Key(words.label("Manage"), Manage(news.shifts[0].id)),),))


def calendar_file(words: Words, card: ShiftCard) -> File:
    """To be opened by the phone's calendar, which reminds an hour before."""
    return File(f"activity-{card.shift.id}.ics", calendar(words, card).encode(), words.say("Open it to add the date."))


PARTS_TODAY = (later("This morning"), later("This afternoon"), later("This evening"))


PARTS_TOMORROW = (later("Tomorrow morning"), later("Tomorrow afternoon"), later("Tomorrow evening"))


def what_now(words: Words, news: News) -> Markup:
    """Nobody who is there already is told to stay at home."""
    lead = news.activity.lead_name
    if news.there:
        return words.say("{lead} will tell you on the spot what to do now. Your time until now counts.", lead=lead)
    if news.begun:
        return words.say(
            "On your way? Then please turn back. There already? {lead} will tell you what to do now.", lead=lead
        )
    return words.say("Please don't set out. We'll tell you the new date.")


def day_part(words: Words, shift: Shift, now: int) -> str:
    """Tomorrow morning; further away the day and the time."""
    there = words.at(shift.zone)
    days = days_between(zone(shift.zone), now, shift.starts_at)
    if days not in {0, 1}:
        return there.moment(shift.starts_at)
    hour = there.local(shift.starts_at).hour
    parts = PARTS_TODAY if days == 0 else PARTS_TOMORROW
    return words.label(parts[0] if hour < 12 else parts[1] if hour < 18 else parts[2])


def about(words: Words, news: News) -> list[Markup]:
    return [title_line(words, news.activity.title), *(when_line(words, shift) for shift in news.shifts)]


def calendar(words: Words, card: ShiftCard) -> str:
    shift, activity = card.shift, card.shift.activity
    meet = plain(meet_line(words, shift, exact=card.exact))
    who = words.label("Contact on the day: {contact}", contact=contact(activity)) if card.exact else ""
    about = "\n".join(line for line in (meet, plain(risk_line(words, activity)), who) if line)
    place = activity.place if card.exact else ""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//liandong//activities//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:shift-{shift.id}@liandong",
        f"SEQUENCE:{shift.revision}",
        f"DTSTAMP:{instant(activity.created_at)}",
        f"DTSTART:{instant(shift.starts_at)}",
        f"DTEND:{instant(shift.ends_at)}",
        f"SUMMARY:{escaped(activity.title)}",
        f"LOCATION:{escaped(place)}",
        f"DESCRIPTION:{escaped(about)}",
        f"STATUS:{'CANCELLED' if activity.cancelled else 'CONFIRMED'}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{escaped(activity.title)}",
        "TRIGGER:-PT1H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{folded(line)}\r\n" for line in lines)


LONGEST = 75  # octets, RFC 5545 section 3.1


def instant(at: int) -> str:
    return f"{datetime.fromtimestamp(at, UTC):%Y%m%dT%H%M%SZ}"


def plain(line: object) -> str:
    """The words without their HTML escapes."""
    unescape = getattr(line, "unescape", None)
    return str(unescape()) if unescape else str(line)


def escaped(text: str) -> str:
    """TEXT of RFC 5545 section 3.3.11."""
    for char in ("\\", ";", ","):
        text = text.replace(char, f"\\{char}")
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """At most 75 octets a line; what follows begins with a blank. Never inside a character."""
    parts: list[bytes] = []
    part = b""
    for char in line:
        octets = char.encode()
        if len(part) + len(octets) > LONGEST - bool(parts):
            parts.append(part)
            part = b""
        part += octets
    return "\r\n ".join(one.decode() for one in [*parts, part])
