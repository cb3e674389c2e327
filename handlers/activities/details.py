"""Everything said about an activity, the way to it, its file for a calendar, and the words to paste elsewhere."""

from markupsafe import Markup

from bot.activities.rules import Activity
from bot.sign_ups.looks import ShiftCard
from bot.speech.screens import Key, Place, Rows, Screen
from bot.speech.words import Words
from handlers.activities.cards import shut_line, started_line
from handlers.activities.fields import detail_lines
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
from handlers.links.activities import AddToCalendar, CopyText, HowToGetThere, ShowShift
from handlers.links.leading import Manage


def details(words: Words, card: ShiftCard) -> Screen:
    """Line by line; what was not said is left out."""
    shift, activity = card.shift, card.shift.activity
    text = stack(
        state_line(words, activity) or started_line(words, card) or shut_line(words, card),
        title_line(words, activity.title),
        when_line(words, shift),
        meet_line(words, shift, exact=card.exact),
        words.say("Place: {place}", place=activity.place) if card.exact else None,
        places_line(words, shift),
        *detail_lines(words, shift),
        lead_line(words, activity),
        words.say("Contact on the day: {contact}", contact=contact(activity)) if card.exact else None,
        weather_line(words, card.weather, card.weather_hours),
    )
    return Screen(text, detail_keys(words, card))


def contact(activity: Activity) -> str:
    return activity.contact or activity.lead_name


def detail_keys(words: Words, card: ShiftCard) -> Rows:
    shift = card.shift.id
    rows: Rows = (
        (
            Key(words.label("How to get there"), HowToGetThere(shift)),
            Key(words.label("Add to calendar"), AddToCalendar(shift)),
        ),
        (Key(words.label("Copy text"), CopyText(shift)), Key(words.label("Back"), ShowShift(shift))),
    )
    return (*rows, (Key(words.label("Manage"), Manage(shift)),)) if card.may_manage else rows


def way_there(words: Words, card: ShiftCard) -> Screen | Place:
    """On the map where the lead gave the point, else in words that can be copied."""
    activity = card.shift.activity
    if not card.exact:
        return Screen(words.say("You'll get the exact place when you're in."))
    if activity.latitude and activity.longitude:
        return Place(activity.place, activity.meet_place, float(activity.latitude), float(activity.longitude))
    text = stack(
        Markup("📍 <b>{}</b>").format(activity.place),
        meet_line(words, card.shift),
        words.say("Getting there: {transport}", transport=activity.transport) if activity.transport else None,
        words.say("Contact on the day: {contact}", contact=contact(activity)),
    )
    return Screen(text, ((Key(words.label("Copy the address"), copy=activity.place[:256]),),))


def shared_text(words: Words, card: ShiftCard, bot_name: str) -> Screen:
    """Plain words and a link; a tap on them copies. Exact places that are for confirmed people stay out."""
    shift, activity = card.shift, card.shift.activity
    plain = stack(
        Markup("🌱 {}").format(activity.title),
        when_line(words, shift),
        meet_line(words, shift, exact=not activity.confirmed_only),
        places_line(words, shift),
        risk_line(words, activity),
        lead_line(words, activity),
        words.say("Sign up: {link}", link=share_link(bot_name, shift.id)),
    )
    return Screen(stack(words.say("Tap the text to copy it:"), Markup("<pre>{}</pre>").format(plain)))


def share_link(bot_name: str, shift_id: int) -> str:
    return f"https://t.me/{bot_name}?start=a_{shift_id}"


def file_toast(words: Words) -> str:
    return words.label("The file is on its way.")
