"""Notices about activities. The first line is the conclusion: what is new, what is off, what changed."""

from markupsafe import Markup

from bot.activities.rules import Shift
from bot.ground.times import days_between
from bot.leading.news_rules import Call, Gathered, News
from bot.sign_ups.looks import SignUpLook
from bot.sign_ups.rules import SignUpState
from bot.speech.screens import Key, Screen
from bot.speech.words import Words, later, zone
from handlers.activities.cards import activity_card, choose_shift
from handlers.activities.lines import cancel_reason, meet_line, stack, title_line, when_line
from handlers.activities.lists import grouped, offer_label
from handlers.links.activities import ListActivities, ShowShift
from handlers.links.leading import AskCancel, GoAhead, GotIt, Manage, Postpone
from handlers.links.sign_ups import CantMakeIt, StillComing
from handlers.sign_ups.lines import who_line

PARTS_TODAY = (later("This morning"), later("This afternoon"), later("This evening"))
PARTS_TOMORROW = (later("Tomorrow morning"), later("Tomorrow afternoon"), later("Tomorrow evening"))


def call(words: Words, call: Call) -> Screen:
    """The card; for several shifts the choice between them."""
    if call.card is not None:
        return activity_card(words, call.card)
    return choose_shift(words, list(call.shifts))


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


def about(words: Words, news: News) -> list[Markup]:
    return [title_line(words, news.activity.title), *(when_line(words, shift) for shift in news.shifts)]
