"""/mine: one button a sign-up, because a title is too long for two."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.sign_ups import own_sign_ups as listing
from bot.sign_ups.groups.rules import OwnGroup
from bot.sign_ups.rules import SignUpState
from bot.sign_ups.shown import Own, OwnPage
from bot.speech.pages import in_a_row, turns
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack
from handlers.links.sign_ups import GroupPlaces, Mine, OpenSignUp
from handlers.sign_ups import outcomes as views
from handlers.sign_ups.lines import others_key
from handlers.sign_ups.outcomes import confirmed
from handlers.talk.journeys import Journey

MARKS = {SignUpState.CONFIRMED: "✅", SignUpState.WAITLISTED: "⏳", SignUpState.OFFERED: "🎉"}

journey = Journey()


@journey.command("mine")
async def open_mine(context: Context) -> None:
    context.send(mine(context.words, await listing.mine(context)))


@journey.on(Mine)
async def turn_mine(context: Context, past: bool, page_id: int) -> Screen:
    return mine(context.words, await listing.mine(context, past=past, page=page_id))


@journey.on(OpenSignUp)
async def open_one(context: Context, sign_up: int) -> Screen:
    found = await listing.one_of_mine(context, sign_up_id=sign_up)
    if found.sign_up.state is SignUpState.CONFIRMED:
        return confirmed(context.words, found)
    if found.sign_up.live:
        return views.signed_up(context.words, found)
    return views.ended(context.words, found)


def mine(words: Words, page: OwnPage) -> Screen:
    if not page.lines and not page.groups:
        return Screen(nothing(words, page), ((others_key(words), other_tab(words, page)),))
    title = words.say("<b>What I took part in</b>") if page.past else words.say("<b>What I signed up for</b>")
    groups = (group_line(words, group) for group in page.groups)
    text = stack(title, *groups, *(own_line(words, own) for own in page.lines))
    opening = () if page.past else opening_keys(words, page)
    return Screen(text, (*opening, *page_keys(words, page), (other_tab(words, page),)))


def opening_keys(words: Words, page: OwnPage) -> Rows:
    groups = [
        Key(
            (f"🏢 {words.at(group.zone).label_moment(group.starts_at)} · {group.team[:20]} · {group.title[:40]}"),
            GroupPlaces(group.shift_id, group.team_id),
        )
        for group in page.groups
    ]
    labels = own_labels(words, page.lines)
    own = [Key(label, OpenSignUp(one.id)) for label, one in zip(labels, page.lines, strict=True)]
    return tuple((key,) for key in (*groups, *own))


def group_line(words: Words, group: OwnGroup) -> Markup:
    when = words.at(group.zone).when(group.starts_at, group.ends_at)
    what = Markup("🏢 {} — {}").format(group.title, when)
    what += words.say_n(" · {team}: {n} place", " · {team}: {n} places", group.places, team=group.team)
    missing = group.places - group.named
    return what + words.say_n(" · {n} name missing", " · {n} names missing", missing) if missing else what


def nothing(words: Words, page: OwnPage) -> Markup:
    if page.past:
        return words.say("Nothing yet: your first activity will stand here.")
    return words.say("You haven't signed up for anything that's coming.")


def own_line(words: Words, own: Own) -> Markup:
    when = words.at(own.zone).when(own.starts_at, own.ends_at)
    mark = (
        {"no_show": "✖️", "excused": "💬"}.get(own.attendance or "", "🏁")
        if own.attendance
        else MARKS.get(own.state, "·")
    )
    what = stack(Markup("{} {} — {}").format(mark, own.title, when))
    if own.name is not None:
        what += words.say(" ({name})", name=own.name)
    if own.state is SignUpState.WAITLISTED:
        what += words.say(" · waiting, {n} before", n=words.number(own.line))
    if own.attendance is not None:
        what += Markup(" · {}").format(
            {
                "no_show": words.label("didn't come"),
                "excused": words.label("told us ahead"),
                "late": words.label("late"),
                "left_early": words.label("left early"),
            }.get(own.attendance, words.label("was there"))
        )
    return what


def page_keys(words: Words, page: OwnPage) -> Rows:
    return in_a_row(*turns(page.page, page.more, lambda to: Mine(page.past, to), page.pages))


def other_tab(words: Words, page: OwnPage) -> Key:
    label = words.label("Coming ones") if page.past else words.label("Past ones")
    return Key(label, Mine(not page.past, 0))


def own_labels(words: Words, lines: Sequence[Own]) -> list[str]:
    """With the time where two would read alike."""
    days = [own_label(words, own) for own in lines]
    return [
        own_label(words, own, timed=True) if days.count(day) > 1 else day for day, own in zip(days, lines, strict=True)
    ]


def own_label(words: Words, own: Own, *, timed: bool = False) -> str:
    """Whom it is for comes first: a phone cuts the end, and the title stands above."""
    there = words.at(own.zone)
    day = there.label_moment(own.starts_at) if timed else there.label_day(own.starts_at)
    return f"{MARKS.get(own.state, '·')} {day} · " + (f"{own.name[:20]} · " if own.name else "") + own.title[:40]
