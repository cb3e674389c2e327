"""/mine: one button a sign-up, because a title is too long for two."""

from markupsafe import Markup

from bot.sign_ups.groups.rules import OwnGroup
from bot.sign_ups.looks import Own, OwnPage, SignedUp
from bot.sign_ups.rules import Reason, SignUpState
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words, later
from handlers.activities.lines import stack
from handlers.links.sign_ups import GroupPlaces, Mine, OpenSignUp, StillComing
from handlers.sign_ups.lines import card_key, meet_lead_line, others_key, out_key, place_keys, which_line

MARKS = {SignUpState.CONFIRMED: "✅", SignUpState.WAITLISTED: "⏳", SignUpState.OFFERED: "🎉"}
CANCELLED = later("This sign-up was cancelled.")
WHY_GONE: dict[Reason | None, str] = {
    Reason.EXPIRED: later("No answer came in time, so the place went to the next person."),
    Reason.TOO_LATE: later("It has begun, so nobody waits for a place any more."),
    Reason.CANCELLED: later("This activity is cancelled."),
    Reason.DECLINED: later("You said that you can't take this place."),
}


def mine(words: Words, page: OwnPage) -> Screen:
    if not page.lines and not page.groups:
        return Screen(nothing(words, page), ((others_key(words), other_tab(words, page)),))
    title = words.say("<b>What I took part in</b>") if page.past else words.say("<b>What I signed up for</b>")
    groups = (group_line(words, group) for group in page.groups)
    text = stack(title, *groups, *(own_line(words, own) for own in page.lines))
    opening = () if page.past else opening_keys(words, page)
    return Screen(text, (*opening, *page_keys(words, page), (other_tab(words, page),)))


def opening_keys(words: Words, page: OwnPage) -> Rows:
    groups = [Key(group_label(words, group), GroupPlaces(group.shift_id, group.team_id)) for group in page.groups]
    own = [Key(own_label(words, own), OpenSignUp(own.id)) for own in page.lines]
    return tuple((key,) for key in (*groups, *own))


def group_line(words: Words, group: OwnGroup) -> Markup:
    when = words.at(group.zone).when(group.starts_at, group.ends_at)
    what = Markup("🏢 {} — {}").format(group.title, when)
    what += words.say_n(" · {team}: {n} place", " · {team}: {n} places", group.places, team=group.team)
    missing = group.places - group.named
    return what + words.say_n(" · {n} name missing", " · {n} names missing", missing) if missing else what


def group_label(words: Words, group: OwnGroup) -> str:
    """The team first: a phone cuts the end, and the title stands above."""
    return f"🏢 {words.at(group.zone).short_day(group.starts_at)} · {group.team[:20]} · {group.title[:40]}"


def nothing(words: Words, page: OwnPage) -> Markup:
    if page.past:
        return words.say("Nothing yet: your first activity will stand here.")
    return words.say("You haven't signed up for anything that's coming.")


def own_line(words: Words, own: Own) -> Markup:
    when = words.at(own.zone).when(own.starts_at, own.ends_at)
    mark = attendance_mark(own) if own.attendance else MARKS.get(own.state, "·")
    what = stack(Markup("{} {} — {}").format(mark, own.title, when))
    if own.name is not None:
        what += words.say(" ({name})", name=own.name)
    if own.state is SignUpState.WAITLISTED:
        what += words.say(" · waiting, {n} before", n=words.number(own.line))
    if own.attendance is not None:
        what += Markup(" · {}").format(attendance_name(words, own.attendance))
    return what


def attendance_mark(own: Own) -> str:
    return {"no_show": "✖️", "excused": "💬"}.get(own.attendance or "", "🏁")


def attendance_name(words: Words, attendance: str) -> str:
    return {
        "no_show": words.label("didn't come"),
        "excused": words.label("told us ahead"),
        "late": words.label("late"),
        "left_early": words.label("left early"),
    }.get(attendance, words.label("was there"))


def own_label(words: Words, own: Own) -> str:
    """Whom it is for comes first: a phone cuts the end, and the title stands above."""
    day = words.at(own.zone).short_day(own.starts_at)
    return f"{MARKS.get(own.state, '·')} {day} · " + (f"{own.name[:20]} · " if own.name else "") + own.title[:40]


def page_keys(words: Words, page: OwnPage) -> Rows:
    keys = []
    if page.page:
        keys.append(Key("‹", Mine(page.past, page.page - 1)))
    if page.more:
        keys.append(Key("›", Mine(page.past, page.page + 1)))
    return (tuple(keys),) if keys else ()


def other_tab(words: Words, page: OwnPage) -> Key:
    label = words.label("Coming ones") if page.past else words.label("Past ones")
    return Key(label, Mine(not page.past, 0))


def confirmed(words: Words, own: SignedUp) -> Screen:
    """One of the list, with everything that can be done about it."""
    shift, sign_up = own.shift, own.sign_up
    first = words.say("✅ You're in.") if own.name is None else words.say("✅ {name} is in.", name=own.name)
    said_yes = sign_up.said_yes(shift.revision)
    text = stack(first, which_line(words, shift), meet_lead_line(words, shift), late_line(words, own))
    coming = Key(words.label("I'll be there"), StillComing(sign_up.id, shift.revision))
    keys = (out_key(words, sign_up.id),) if said_yes else (coming, out_key(words, sign_up.id))
    return Screen(text, (keys, place_keys(words, shift)))


def late_line(words: Words, own: SignedUp) -> Markup | None:
    minutes = own.sign_up.late_minutes
    return words.say("🕘 You said: about {time} late", time=words.hours(minutes)) if minutes else None


def gone(words: Words, own: SignedUp) -> Screen:
    """It ended meanwhile, and by whose act; the card shows whether one can sign up again."""
    keys = (card_key(words, own.shift), others_key(words))
    return Screen(stack(why_gone(words, own), which_line(words, own.shift)), (keys,))


def why_gone(words: Words, own: SignedUp) -> Markup:
    if own.shift.activity.cancelled:
        return words.say(WHY_GONE[Reason.CANCELLED])
    if own.by is not None:
        return by_another(words, own, own.by)
    own_word = own.sign_up.withdrawn_by == own.sign_up.person_id
    if own_word and own.name is not None:
        return words.say("{name} is off the list.", name=own.name)
    if own_word and own.sign_up.reason is not Reason.DECLINED:
        confirmed = own.sign_up.confirmed_at is not None
        return words.say("You cancelled.") if confirmed else words.say("You've left the waiting list.")
    return words.say(WHY_GONE.get(own.sign_up.reason, CANCELLED))


def by_another(words: Words, own: SignedUp, by: str) -> Markup:
    if own.name is None:
        return words.say("{by} cancelled your sign-up.", by=by)
    return words.say("{by} cancelled this sign-up.", by=by)
