"""What several messages about a sign-up share. Times are the station's, in the reader's way of writing them."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.activities.rules import Shift
from bot.ground.times import days_between
from bot.sign_ups.clashes.rules import Overlap
from bot.sign_ups.rules import Counts, Gone, Reason, SignUpState
from bot.sign_ups.shown import Candidate, SignUpLook
from bot.speech.screens import Key
from bot.speech.sentences import filled
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
    return filled("<b>{title}</b> · {when}", {"title": shift.title, "when": when})


def was_line(words: Words, shift: Shift, was: tuple[int, int]) -> Markup | None:
    """When it was to be until now; None where the time has not changed, or nobody knows."""
    began, ended = was
    if not began or was == (shift.starts_at, shift.ends_at):
        return None
    return words.say("(until now: {when})", when=words.at(shift.zone).when(began, ended))


def other_line(words: Words, look: SignUpLook, other: Overlap | None) -> Markup | None:
    """What else the person is down for at that hour: one of both has to go."""
    if other is None:
        return None
    about = {"activity": other.activity, "when": words.at(look.shift.zone).when(other.starts_at, other.ends_at)}
    if look.name is not None:
        return words.say("⚠️ {name} is down for “{activity}” then as well ({when}).", name=look.name, **about)
    return words.say("⚠️ You are down for “{activity}” then as well ({when}).", **about)


def by_whom_line(words: Words, look: SignUpLook) -> Markup:
    """Who signed the reader up, or somebody they look after; or put them on the waiting list."""
    sure = look.sign_up.state is SignUpState.CONFIRMED
    if look.name is not None:
        sign = "✅" if sure else "⏳"
        return words.say("{sign} {by} has signed {name} up.", sign=sign, by=look.by, name=look.name)
    if sure:
        return words.say("✅ {by} signed you up.", by=look.by)
    return words.say("⏳ {by} put you on the waiting list.", by=look.by)


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


def when_and_where(words: Words, shift: Shift) -> Markup:
    """Sat 9:00–11:30 am, meet 8:45, Exit B: on one line, where the day was said before."""
    there = words.at(shift.zone)
    return words.say(
        "{weekday} {span}, meet {time}, {place}",
        weekday=there.weekday(shift.starts_at),
        span=there.span(shift.starts_at, shift.ends_at),
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


NAMES = 30
"""So many are named in one message."""


def few(words: Words, names: Sequence[str]) -> Markup:
    return words.list(list(names[:NAMES])) + (" …" if len(names) > NAMES else "")


def candidate_label(people: Sequence[Candidate], one: Candidate) -> str:
    """The name with the team; where two look the same, behind the volunteer number, else behind which of them it is."""
    same = [other.id for other in people if (other.name, other.team) == (one.name, one.team)]
    team = f" · {one.team[:20]}" if one.team else ""
    apart = "" if len(same) == 1 else f"{one.number or same.index(one.id) + 1}. "
    return f"{apart}{one.name[:40]}{team}"


def card_key(words: Words, shift: Shift) -> Key:
    return Key(words.label("See the activity"), ShowShift(shift.id))


def reason_word(words: Words, reason: Reason | None) -> str:
    """Why somebody gave a place up, to those who lead."""
    said = {
        Reason.ILL: words.label("ill"),
        Reason.WORK: words.label("work or school"),
        Reason.FAMILY: words.label("family"),
        Reason.OTHER: words.label("something else at that time"),
        Reason.STAFF: words.label("cancelled for them"),
    }
    return said[reason] if reason in said else words.label("not said")


def gone_line(words: Words, gone: Sequence[Gone]) -> Markup | None:
    """Who had a place and gave it up, each with why."""
    if not gone:
        return None
    each = [words.label("{name} ({reason})", name=one.name, reason=reason_word(words, one.reason)) for one in gone[:30]]
    return words.say("➖ Withdrew ({n}): {names}", n=words.number(len(gone)), names=words.list(each))


def minimum_line(words: Words, shift: Shift, counts: Counts) -> Markup | None:
    """Where fewer come than are needed."""
    missing = (shift.minimum or 0) - counts.coming
    if missing <= 0:
        return None
    return words.say(
        "⚠️ The minimum is not met: {coming} of {minimum}",
        coming=words.number(counts.coming),
        minimum=words.number(shift.minimum or 0),
    )
