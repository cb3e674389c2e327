"""One message for all whom somebody reads for: a group's names, a captain's members without Telegram."""

from markupsafe import Markup

from bot.ground import notices
from bot.ground.refusals import StaleCard
from bot.sign_ups.in_care import acts
from bot.sign_ups.in_care.shown import InCare
from bot.speech.pages import in_rows
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from bot.wire.rendering import Telling
from handlers.activities.lines import bring_line, meet_line, stack
from handlers.activities.weather import weather_line
from handlers.links.sign_ups import AllComing, CantMakeIt, GroupPlaces, NamesInCare
from handlers.sign_ups.lines import (
    card_key,
    day_from,
    meet_lead_line,
    moment_from,
    place_keys,
    was_line,
    when_and_where,
    which_line,
)
from handlers.sign_ups.outcomes import CHANGED
from handlers.talk.journeys import Journey

journey = Journey()
NAMES = 30
"""So many are named; all of them stand behind *Change names*."""
MOST = 80
"""So many have a button there."""


@journey.notice(notices.ReminderMany)
async def show_reminder(to: Telling, shift: int, revision: int) -> Screen | None:
    return to.say(reminder, await acts.reminded(to.tx, shift, revision, reader_id=to.person_id, now=to.now))


@journey.notice(notices.MeetingMany)
async def show_meeting(to: Telling, shift: int, revision: int) -> Screen | None:
    return to.say(meeting, await acts.reminded(to.tx, shift, revision, reader_id=to.person_id, now=to.now))


@journey.notice(notices.MovedMany)
async def show_moved(to: Telling, shift: int, revision: int, began: int, ended: int) -> Screen | None:
    found = await acts.asked_again(to.tx, shift, revision, reader_id=to.person_id, now=to.now)
    return moved(to.words, found, (began, ended)) if found else None


@journey.notice(notices.AfterAllMany)
async def show_after_all(to: Telling, shift: int, revision: int) -> Screen | None:
    return to.say(after_all, await acts.asked_again(to.tx, shift, revision, reader_id=to.person_id, now=to.now))


@journey.notice(notices.SignedUpMany)
async def show_signed_up(to: Telling, shift: int, by: int) -> Screen | None:
    found = await acts.signed_up_by(to.tx, shift, by, reader_id=to.person_id, now=to.now)
    return signed_up(to.words, *found) if found else None


@journey.on(AllComing)
async def all_coming(context: Context, shift: int, revision: int) -> Screen:
    try:
        done = await acts.all_coming(context, shift_id=shift, revision=revision)
    except StaleCard:
        context.alert(context.words.label(CHANGED))
        return reminder(context.words, await acts.in_care(context, shift_id=shift))
    return coming(context.words, done)


@journey.on(NamesInCare)
async def show_names(context: Context, shift: int) -> Screen:
    return names(context.words, await acts.in_care(context, shift_id=shift))


def reminder(words: Words, found: InCare) -> Screen:
    """The day before, and days ahead: once for all of them, with one answer."""
    shift = found.shift
    day = day_from(words, shift, shift.starts_at, found.now)
    text = stack(
        words.say("👋 {day}: {title}", day=day, title=Markup("<b>{}</b>").format(shift.title)),
        who_lines(words, found),
        when_and_where(words, shift),
        bring_line(words, shift.activity),
        weather_line(words, found.weather, found.weather_hours),
        words.say("Please ask them, and answer for all."),
    )
    yes = Key(words.label("All coming"), AllComing(shift.id, shift.revision))
    return Screen(text, ((yes, change_key(words, found)),))


def meeting(words: Words, found: InCare) -> Screen:
    """Soon before: only where, when and whom."""
    shift = found.shift
    text = stack(
        words.say(
            "⏰ {title}: {time}!",
            title=Markup("<b>{}</b>").format(shift.title),
            time=moment_from(words, shift, shift.starts_at, found.now),
        ),
        who_lines(words, found),
        meet_lead_line(words, shift),
        words.say("Contact on the day: {contact}", contact=shift.activity.contact) if shift.activity.contact else None,
    )
    return Screen(text, ((change_key(words, found), *place_keys(words, shift)[:1]),))


def moved(words: Words, found: InCare, was: tuple[int, int]) -> Screen:
    first = words.say("📅 <b>Time or place has changed.</b> Now:")
    return asked_again(words, found, first, was_line(words, found.shift, was))


def after_all(words: Words, found: InCare) -> Screen:
    first = words.say("✅ <b>This takes place after all.</b> It was cancelled by mistake.")
    return asked_again(words, found, first)


def signed_up(words: Words, found: InCare, by: str) -> Screen:
    """Somebody else did it, for several at once."""
    text = stack(
        words.say("✅ {by} has signed people of yours up.", by=by),
        who_lines(words, found),
        which_line(words, found.shift),
        meet_line(words, found.shift),
    )
    yes = Key(words.label("All coming"), AllComing(found.shift.id, found.shift.revision))
    return Screen(text, ((yes, change_key(words, found)),))


def asked_again(words: Words, found: InCare, first: Markup, was: Markup | None = None) -> Screen:
    """As it is now, once for all of them; in the middle of it there is nothing to answer."""
    shift, there = found.shift, found.shift.starts_at <= found.now
    text = stack(
        first,
        who_lines(words, found),
        which_line(words, shift),
        was,
        meet_line(words, shift),
        words.say("⚠️ Down for something else then: {names}", names=words.list(list(found.busy)))
        if found.busy
        else None,
        None if there else words.say("They keep their places. Please ask them, and answer for all."),
    )
    yes = Key(words.label("All coming"), AllComing(shift.id, shift.revision))
    return Screen(text, () if there else ((yes, change_key(words, found)),))


def coming(words: Words, done: InCare) -> Screen:
    day = words.at(done.shift.zone).day(done.shift.starts_at)
    come = len(done.listed) - len(done.busy)
    text = stack(
        words.say_n("👍 Noted: {n} is coming on {day}.", "👍 Noted: {n} are coming on {day}.", come, day=day),
        words.say("⚠️ Not noted, down for something else then: {names}", names=words.list(list(done.busy)))
        if done.busy
        else None,
        which_line(words, done.shift),
        meet_lead_line(words, done.shift),
    )
    return Screen(text, ((change_key(words, done), *place_keys(words, done.shift)[:1]),))


def names(words: Words, found: InCare) -> Screen:
    """Who cannot come is tapped; a group adds others on its own card."""
    text = stack(
        words.say("👥 <b>Who can't come?</b> Tap the name."),
        which_line(words, found.shift),
    )
    keys = [
        Key(f"{turn}. {one.name[:40]}", CantMakeIt(one.sign_up.id)) for turn, one in enumerate(found.listed[:MOST], 1)
    ]
    last: tuple[Key, ...] = (card_key(words, found.shift),)
    if found.group is not None:
        group = GroupPlaces(found.shift.id, found.group.team_id)
        last = (Key(words.label("Places for a group"), group), *last)
    return Screen(text, (*in_rows(keys, 2 if all(len(key.label) <= 14 for key in keys) else 1), last))


def who_lines(words: Words, found: InCare) -> Markup:
    """12 of Bright Ltd: …"""
    said = [f"✅ {one.name}" if one.sign_up.said_yes(found.shift.revision) else one.name for one in found.listed]
    named = words.list(said[:NAMES]) + (" …" if len(said) > NAMES else "")
    n = len(found.listed)
    if found.group is not None:
        return words.say_n(
            "👥 {n} of {team}: {names}", "👥 {n} of {team}: {names}", n, team=found.group.team, names=named
        )
    return words.say_n("👥 For {n} person: {names}", "👥 For {n} people: {names}", n, names=named)


def change_key(words: Words, found: InCare) -> Key:
    return Key(words.label("Change names"), NamesInCare(found.shift.id))
