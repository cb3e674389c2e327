"""The week's digest to whoever answers for a station."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.ground import notices
from bot.reports.digests import digest_of
from bot.reports.shown import Digest, OpenSession, TeamWeek
from bot.speech.pages import in_rows
from bot.speech.screens import Key, Screen, Worded
from bot.speech.words import Words
from bot.wire.rendering import Later, Telling
from handlers.hours.rounded import total
from handlers.links.leading import Participants, SendAgain
from handlers.links.roll_call import OpenRollCall
from handlers.reports.cells import day
from handlers.reports.papers import unasked
from handlers.reports.week_pictures import brief_days, served, week_picture
from handlers.talk.journeys import Journey
from handlers.talk.menu_keys import do

journey = Journey()


@journey.notice(notices.Digest)
async def show_digest(to: Telling, monday: str, zone: str) -> Later | None:
    return to.later(with_picture, await digest_of(to.tx, to.now, to.person_id, zone))


def with_picture(words: Words, found: Digest) -> tuple[Worded, ...]:
    """Words first; nobody asked for the picture, and weeks without hours have none."""
    screen = digest(words, found)
    return (screen, unasked(words, week_picture(words, found))) if any(map(served, found.teams)) else (screen,)


def digest(words: Words, found: Digest) -> Screen:
    """A team that did nothing has no line of noughts."""
    week = brief_days(words, found.week)
    if len(found.teams) == 1:
        team = found.teams[0]
        lines = [
            words.say("<b>{team}</b> · last week, {week}", team=team.name, week=week),
            *([] if team.idle else [team_line(words, team)]),
        ]
    else:
        lines = [words.say("<b>Last week</b>, {week}", week=week)]
        lines += [
            words.say("· {team}: {figures}", team=team.name, figures=team_line(words, team))
            for team in found.teams
            if not team.idle
        ]
    lines += waiting_line(words, found)
    return Screen(Markup("\n").join(lines), keys(words, found))


def team_line(words: Words, team: TeamWeek) -> Markup:
    return words.say(
        "{sessions}, {volunteers}, {attendances}, {hours}",
        sessions=words.say_n("{n} session", "{n} sessions", team.sessions),
        volunteers=words.say_n("{n} volunteer", "{n} volunteers", team.volunteers),
        attendances=words.say_n("{n} attendance", "{n} attendances", team.attendances),
        hours=total(words, team.minutes, team.rounding),
    )


def waiting_line(words: Words, found: Digest) -> list[Markup]:
    lines = [
        words.say("· {day} {title}: roll-call not done", day=told_apart(words, one, found.roll_calls), title=one.title)
        for one in found.roll_calls
    ]
    lines += [
        words.say_n(
            "· {day} {title}: {n} more person needed",
            "· {day} {title}: {n} more people needed",
            one.missing,
            day=told_apart(words, one, found.short),
            title=one.title,
        )
        for one in found.short
    ]
    if found.verifying:
        lines.append(words.say_n("· {n} record to confirm", "· {n} records to confirm", found.verifying))
    return [words.say("<b>Waiting for you</b>"), *lines] if lines else []


def told_apart(words: Words, one: OpenSession, among: Sequence[OpenSession]) -> str:
    """Its day; with the time where that day has two of one title."""
    same = [other for other in among if (other.title, day(words, other)) == (one.title, day(words, one))]
    return day(words, one) if len(same) == 1 else f"{day(words, one)} {words.at(one.zone).time(one.starts_at)}"


def keys(words: Words, found: Digest) -> tuple[tuple[Key, ...], ...]:
    """At most four, each for the first thing of its kind."""
    made = []
    if found.roll_calls:
        made.append(Key(words.label("Do roll-call"), OpenRollCall(found.roll_calls[0].shift_id, 0)))
    if found.short:
        made.append(Key(words.label("Ask again"), SendAgain(found.short[0].shift_id)))
        made.append(Key(words.label("See list"), Participants(found.short[0].shift_id, 0)))
    if found.verifying:
        made.append(do(words, "verify"))
    return in_rows(made)
