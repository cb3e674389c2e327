"""The lines about an activity that several messages share, each without the line break. Times are the station's."""

from markupsafe import Markup

from bot.activities.rules import LONG, Activity, ActivityState, Shift
from bot.sign_ups.rules import SignUpState
from bot.sign_ups.shown import Offered
from bot.speech.words import Words
from handlers.talk.kind_words import risk_note

NOON = 12
BARE = {"en": slice(None, -3), "zh_Hans": slice(None), "zh_Hant": slice(2, None)}
"""A time without its half of the day."""


def title_line(words: Words, title: str) -> Markup:
    return Markup("🌱 <b>{}</b>").format(title)


def when_line(words: Words, shift: Shift) -> Markup:
    """Sat 5 Dec, 9:00–11:30 am."""
    return Markup("{}").format(words.at(shift.zone).when(shift.starts_at, shift.ends_at))


def long_line(words: Words, starts_at: int, ends_at: int) -> Markup | None:
    """To the lead: more likely a slip than a day's work."""
    return words.say("⚠️ That is over 12 hours. Is it right?") if ends_at - starts_at > LONG else None


def meeting_clock(words: Words, shift: Shift) -> str:
    """8:45: of a morning only, for 7:45 alone is no evening; another day than the start's is named."""
    there = words.at(shift.zone)
    meet, start = there.local(shift.meet_at), there.local(shift.starts_at)
    said = there.time(shift.meet_at)
    if meet.date() != start.date():
        return f"{there.day(shift.meet_at)} {said}".replace("） ", "）")
    return said[BARE[words.language]] if max(meet.hour, start.hour) < NOON else said


def meet_line(words: Words, shift: Shift, *, exact: bool = True) -> Markup:
    """Meet 8:45, Exit B. Without ``exact`` the point stays untold: it goes to confirmed people only."""
    clock = meeting_clock(words, shift)
    if not exact:
        return words.say("Meet {time}; you'll get the place when you're in", time=clock)
    return words.say("Meet {time}, {place}", time=clock, place=shift.activity.meet_place)


def places_line(words: Words, shift: Shift, *, waits: bool = False) -> Markup:
    """`waits`: somebody is in the line, so whoever comes now stands behind them, whatever is free."""
    places = words.number(shift.capacity)
    if shift.free <= 0 or waits:
        return words.say("Places: {places}, all taken. You can join the waiting list", places=places)
    return words.say("Places: {places}, {n} left", places=places, n=words.number(shift.free))


def risk_line(words: Words, activity: Activity) -> Markup:
    return words.say("Note: {risk}", risk=risk_note(words, activity.kind, activity.risk))


def lead_line(words: Words, activity: Activity) -> Markup:
    return words.say("Lead: {name}", name=activity.lead_name)


def bring_line(words: Words, activity: Activity) -> Markup | None:
    """Bring water; wear your vest."""
    if activity.bring and activity.clothing:
        return words.say("Bring {bring}; wear {clothing}", bring=activity.bring, clothing=activity.clothing)
    if activity.bring:
        return words.say("Bring {bring}", bring=activity.bring)
    return words.say("Wear {clothing}", clothing=activity.clothing) if activity.clothing else None


def cancel_reason(words: Words, reason: str | None, text: str | None) -> str:
    """Why, in few words: what the lead typed goes before the code."""
    if text:
        return text
    return {
        "weather": words.label("weather warning"),
        "venue": words.label("the venue cannot be used"),
        "beneficiaries": words.label("the people we serve cannot take part"),
        "too_few": words.label("too few people"),
    }.get(reason or "", words.label("other reason"))


def state_line(words: Words, activity: Activity) -> Markup | None:
    """What keeps people from signing up, if anything does."""
    if activity.state == ActivityState.CANCELLED:
        reason = cancel_reason(words, activity.cancel_reason, activity.cancel_text)
        return words.say("❌ <b>This activity is cancelled</b> ({reason})", reason=reason)
    if activity.state == ActivityState.CLOSED:
        return words.say("🔒 Sign-ups are closed")
    if activity.state == ActivityState.ON_HOLD and activity.decide_at:
        there = words.at(activity.zone)
        return words.say(
            "⏸ On hold: we'll decide by {time}",
            time=there.moment(activity.decide_at),
        )
    return words.say("⏸ On hold") if activity.state == ActivityState.ON_HOLD else None


def stack(*lines: Markup | str | None) -> Markup:
    """Under each other; what is None is left out."""
    return Markup("\n").join(line for line in lines if line is not None)


def contact(activity: Activity) -> str:
    return activity.contact or activity.lead_name


def grouped(words: Words, offers: tuple[Offered, ...]) -> list[str]:
    """Numbered lines: buttons are too narrow for a whole title."""
    return [
        f"{offer_mark(offer)} {offer.title} — {words.at(offer.zone).when(offer.starts_at, offer.ends_at)}"
        for offer in offers
    ]


def offer_mark(offer: Offered) -> str:
    if offer.mine == SignUpState.CONFIRMED:
        return "✅"
    if offer.mine is not None:
        return "⏳"
    return "⏸" if offer.state == ActivityState.ON_HOLD else "🌱"


def offer_label(words: Words, offer: Offered) -> str:
    """A phone cuts its end: the title, which stands above."""
    left = words.label("full") if offer.free <= 0 else words.label("{n} left", n=words.number(offer.free))
    there = words.at(offer.zone)
    when = f"{there.label_moment(offer.starts_at)}"
    return f"{when} · {left} · {offer.title[:40]}"
