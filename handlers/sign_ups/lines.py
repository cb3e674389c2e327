"""What several messages about a sign-up share. Times are the station's, in the reader's way of writing them."""

from markupsafe import Markup

from bot.activities.rules import Shift
from bot.ground.times import days_between
from bot.speech.screens import Key
from bot.speech.words import Words, zone
from handlers.activities.lines import meeting_clock
from handlers.links.activities import AddToCalendar, HowToGetThere, ListActivities, ShowShift
from handlers.links.sign_ups import CantMakeIt, DeclineOffer, TakePlace


def day_from(words: Words, shift: Shift, at: int, now: int) -> str:
    """The day of `at` as seen from now: today, tomorrow, or with its weekday."""
    days = days_between(zone(shift.zone), now, at)
    if days in {0, 1}:
        return words.label("today") if days == 0 else words.label("tomorrow")
    return words.at(shift.zone).day(at)


def moment_from(words: Words, shift: Shift, at: int, now: int) -> str:
    """today 6:00 pm."""
    there = words.at(shift.zone)
    said = words.label("{time} {day}", day=day_from(words, shift, at, now), time=there.time(at))
    return said.replace("） ", "）")


def brief_line(words: Words, shift: Shift) -> Markup:
    """Care home visit, 5 Dec, meet 8:45."""
    return words.say(
        "{title}, {day}, meet {time}.",
        title=shift.title,
        day=words.at(shift.zone).day(shift.starts_at),
        time=meeting_clock(words, shift),
    )


def which_line(words: Words, shift: Shift) -> Markup:
    """<b>Care home visit</b>, Sat 5 Dec, 9:00–11:30 am."""
    when = words.at(shift.zone).when(shift.starts_at, shift.ends_at)
    return Markup("<b>{}</b> · {}").format(shift.title, when)


def who_line(words: Words, name: str | None) -> Markup | None:
    """Under the first line of a notice about somebody the reader looks after: the conclusion comes first."""
    return None if name is None else words.say("👤 For {name}", name=name)


def meet_lead_line(words: Words, shift: Shift) -> Markup:
    """Meet Ms Chan at 8:45, Exit B."""
    return words.say(
        "Meet {who} at {time}, {place}",
        who=shift.activity.lead_name,
        time=meeting_clock(words, shift),
        place=shift.activity.meet_place,
    )


def out_key(words: Words, sign_up: int) -> Key:
    return Key(words.label("Can't make it"), CantMakeIt(sign_up))


def place_keys(words: Words, shift: Shift) -> tuple[Key, ...]:
    return (
        Key(words.label("How to get there"), HowToGetThere(shift.id)),
        Key(words.label("Add to calendar"), AddToCalendar(shift.id)),
    )


def offer_keys(words: Words, sign_up: int) -> tuple[Key, ...]:
    return (
        Key(words.label("I'll come"), TakePlace(sign_up)),
        Key(words.label("Not this time"), DeclineOffer(sign_up)),
    )


def others_key(words: Words) -> Key:
    return Key(words.label("See other activities"), ListActivities(0, "", -1))


def card_key(words: Words, shift: Shift) -> Key:
    return Key(words.label("See the activity"), ShowShift(shift.id))
