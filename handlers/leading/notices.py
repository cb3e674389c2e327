"""Notices about activities: announcements, changes and cancellations."""

from markupsafe import Markup

from bot.activities.rules import ActivityState, Shift
from bot.ground import notices
from bot.ground.times import days_between
from bot.leading import last_looks as looks
from bot.leading import succession
from bot.leading.shown import Gathered, News, Whose
from bot.sign_ups.clashes.looking import elsewhere
from bot.sign_ups.clashes.rules import Overlap
from bot.sign_ups.last_looks import is_live, is_on, look_at
from bot.sign_ups.rules import SignUpState
from bot.sign_ups.shown import SignUpLook
from bot.speech.screens import Key, Screen
from bot.speech.words import Words, later, zone
from bot.wire.rendering import Telling
from handlers.activities.cards import activity_card
from handlers.activities.lines import (
    cancel_reason,
    grouped,
    meet_line,
    offer_label,
    stack,
    title_line,
    when_line,
)
from handlers.leading import lines as views
from handlers.links.activities import ListActivities, ShowShift
from handlers.links.leading import AskCancel, GoAhead, GotIt, HandOver, Manage, Postpone
from handlers.links.sign_ups import CantMakeIt, StillComing
from handlers.sign_ups.lines import other_line, was_line, who_line
from handlers.talk.journeys import Journey

journey = Journey()
NAMES = 30
"""So many are named in one message."""


@journey.notice(notices.Recruiting)
async def recruiting(to: Telling, activity: int) -> Screen | None:
    return to.say(views.call, await looks.call(to.tx, to.now, activity_id=activity, person_id=to.person_id))


@journey.notice(notices.RecruitingMore)
async def recruiting_more(to: Telling, since: int) -> Screen | None:
    return to.say(gathered, await looks.gathered(to.tx, to.now, since=since, person_id=to.person_id))


@journey.notice(notices.Moved)
async def show_moved(to: Telling, sign_up: int, revision: int, began: int, ended: int) -> Screen | None:
    found = await look_at(to.tx, sign_up, reader_id=to.person_id, now=to.now, matters=is_live, revision=revision)
    return moved(to.words, found, (began, ended), await elsewhere(to.tx, found)) if found else None


@journey.notice(notices.AfterAll)
async def show_after_all(to: Telling, sign_up: int, revision: int) -> Screen | None:
    found = await look_at(to.tx, sign_up, reader_id=to.person_id, now=to.now, matters=is_on, revision=revision)
    return after_all(to.words, found, await elsewhere(to.tx, found)) if found else None


@journey.notice(notices.Held)
async def show_held(to: Telling, activity: int, revision: int) -> Screen | None:
    return to.say(held, await news_for(to, activity, ActivityState.ON_HOLD))


@journey.notice(notices.GoesAhead)
async def show_goes_ahead(to: Telling, activity: int, revision: int) -> Screen | None:
    return to.say(goes_ahead, await news_for(to, activity, ActivityState.PUBLISHED))


async def news_for(to: Telling, activity: int, state: ActivityState) -> News | None:
    return await looks.news_for(to.tx, to.now, activity_id=activity, person_id=to.person_id, state=state)


@journey.notice(notices.Cancelled)
async def show_cancelled(to: Telling, activity: int, revision: int) -> Screen | None:
    return to.say(cancelled, await looks.called_off(to.tx, to.now, activity_id=activity, person_id=to.person_id))


@journey.notice(notices.Decide)
async def show_decide(to: Telling, shift: int, decide_at: int) -> Screen | None:
    found = await looks.decision(to.tx, to.now, shift_id=shift, decide_at=decide_at, person_id=to.person_id)
    return to.say(decide, found)


@journey.notice(notices.HandedOver)
async def show_handed_over(to: Telling, activity: int, revision: int) -> Screen | None:
    return to.say(handed_over, await looks.led_now(to.tx, to.now, activity_id=activity, person_id=to.person_id))


@journey.notice(notices.StillLeading)
async def show_still_leading(to: Telling, activity: int, since: int) -> Screen | None:
    found = await succession.still_leading(to.tx, to.now, activity_id=activity, person_id=to.person_id)
    return to.say(still_leading, found)


@journey.notice(notices.HelperNamed)
async def show_helper_named(to: Telling, activity: int, revision: int) -> Screen | None:
    return to.say(helper_named, await looks.helps_now(to.tx, to.now, activity_id=activity, person_id=to.person_id))


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


def moved(words: Words, look: SignUpLook, was: tuple[int, int], other: Overlap | None) -> Screen:
    """Time or place are others: whoever has a place keeps it, and is asked once more."""
    first = words.say("📅 <b>Time or place has changed.</b> Now:")
    return asked_again(words, look, first, was_line(words, look.shift, was), other)


def after_all(words: Words, look: SignUpLook, other: Overlap | None) -> Screen:
    """It was cancelled by mistake; who had a place has it again."""
    first = words.say("✅ <b>This takes place after all.</b> It was cancelled by mistake.")
    return asked_again(words, look, first, None, other)


def asked_again(words: Words, look: SignUpLook, first: Markup, was: Markup | None, other: Overlap | None) -> Screen:
    """As it is now, with an answer form; who waits, or is in the middle of it, has nothing to answer.

    `other`: what else they are down for then.
    """
    shift, there = look.shift, look.shift.starts_at <= look.now
    waits = look.sign_up.state == SignUpState.WAITLISTED
    out = words.label("Leave the list") if waits else words.label("Can't make it")
    keys: tuple[Key, ...] = () if there else (Key(out, CantMakeIt(look.sign_up.id)),)
    if not waits and not there:
        keys = (Key(words.label("I'll be there"), StillComing(look.sign_up.id, shift.revision)), *keys)
    text = stack(
        first,
        who_line(words, look.name),
        title_line(words, shift.title),
        when_line(words, shift),
        was,
        meet_line(words, shift),
        other_line(words, look, other),
        None if waits or there else words.say("You keep your place. Can you still come?"),
    )
    return Screen(text, (keys,) if keys else ())


def held(words: Words, news: News) -> Screen:
    """Nothing is settled; everybody waits for the word."""
    there, decide_at = words.at(news.activity.zone), news.activity.decide_at or news.now
    text = stack(
        words.say(
            "⏸ <b>{title} is on hold.</b> We'll decide by {time} and tell you.",
            title=news.activity.title,
            time=there.moment(decide_at),
        ),
        whose_line(words, news.whose),
        *(when_line(words, shift) for shift in news.shifts),
    )
    return Screen(text, ((Key(words.label("Got it"), GotIt(news.activity.id, "held")),),))


def goes_ahead(words: Words, news: News) -> Screen:
    text = stack(
        words.say("✅ <b>{title} takes place.</b> See you there!", title=news.activity.title)
        if news.whose.own
        else words.say("✅ <b>{title} takes place.</b>", title=news.activity.title),
        whose_line(words, news.whose),
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
    text = stack(first, whose_line(words, news.whose), what_now(words, news))
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


def still_leading(words: Words, news: News) -> Screen:
    """To who leads it only because somebody's role ended."""
    text = stack(
        words.say("🤝 <b>You still lead this for now. Keep it, or hand it over?</b>"),
        *about(words, news),
    )
    shift = news.shifts[0].id
    return Screen(text, ((Key(words.label("Hand over"), HandOver(shift)), Key(words.label("Manage"), Manage(shift))),))


def helper_named(words: Words, news: News) -> Screen:
    text = stack(
        words.say("🤝 <b>{name} asks you to help lead this activity.</b>", name=news.activity.lead_name),
        *about(words, news),
    )
    return Screen(text, ((Key(words.label("Manage"), Manage(news.shifts[0].id)),),))


PARTS_TODAY = (later("This morning"), later("This afternoon"), later("This evening"))


PARTS_TOMORROW = (later("Tomorrow morning"), later("Tomorrow afternoon"), later("Tomorrow evening"))


def what_now(words: Words, news: News) -> Markup:
    """Nobody who is there already is told to stay at home; who hears of it for others is not told to stay either."""
    lead = news.activity.lead_name
    if not news.whose.own:
        return what_they_do(words, news)
    if news.there:
        return words.say("{lead} will tell you on the spot what to do now. Your time until now counts.", lead=lead)
    if news.begun:
        return words.say(
            "On your way? Then please turn back. There already? {lead} will tell you what to do now.", lead=lead
        )
    return words.say("Please don't set out. We'll tell you the new date.")


def what_they_do(words: Words, news: News) -> Markup:
    """To who only acts for others: a captain may be on duty elsewhere."""
    lead = news.activity.lead_name
    if news.there:
        return words.say("{lead} will tell them on the spot what to do now. Their time until now counts.", lead=lead)
    if news.begun:
        return words.say(
            "On their way? Then please tell them to turn back. There already? {lead} will tell them what to do now.",
            lead=lead,
        )
    return words.say("Please tell them not to set out. We'll tell you the new date.")


def whose_line(words: Words, whose: Whose) -> Markup | None:
    """Where it is about others: who they are, and whether the reader is meant as well."""
    if not whose.others:
        return None
    groups = [
        words.say_n("{team} ({n} place)", "{team} ({n} places)", places, team=team) for team, places in whose.groups
    ]
    people = [Markup("{}").format(name) for name in whose.names[:NAMES]]
    names = words.list([*people, *groups]) + (" …" if len(whose.names) > NAMES else "")
    if whose.own:
        return words.say("👥 For you and for {names}. Please tell them too.", names=names)
    return words.say("👥 For {names}. Please tell them.", names=names)


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
