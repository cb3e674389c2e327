"""The week, to whoever leads a team. A captain's has no button for verifying: captains verify nothing."""

from markupsafe import Markup

from bot.reports.month_reports import Digest, OpenSession, TeamWeek
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from handlers.hours.rounded import total
from handlers.links.leading import Participants, SendAgain
from handlers.links.roll_call import OpenRollCall
from handlers.reports.periods import brief_days
from handlers.talk.menu_screens import do


def digest(words: Words, found: Digest) -> Screen:
    """A team that did nothing has no line of noughts."""
    week = brief_days(words, found.week.first_day, found.week.last_day)
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
    lines += waiting(words, found)
    return Screen(Markup("\n").join(lines), keys(words, found))


def team_line(words: Words, team: TeamWeek) -> Markup:
    return words.say(
        "{sessions}, {volunteers}, {attendances}, {hours}",
        sessions=words.say_n("{n} session", "{n} sessions", team.sessions),
        volunteers=words.say_n("{n} volunteer", "{n} volunteers", team.volunteers),
        attendances=words.say_n("{n} attendance", "{n} attendances", team.attendances),
        hours=total(words, team.minutes, team.rounding),
    )


def waiting(words: Words, found: Digest) -> list[Markup]:
    lines = [
        words.say("· {day} {title}: roll-call not done", day=day(words, one), title=one.title)
        for one in found.roll_calls
    ]
    lines += [
        words.say_n(
            "· {day} {title}: {n} more person needed",
            "· {day} {title}: {n} more people needed",
            one.missing,
            day=day(words, one),
            title=one.title,
        )
        for one in found.short
    ]
    if found.verifying:
        lines.append(words.say_n("· {n} record to confirm", "· {n} records to confirm", found.verifying))
    return [words.say("<b>Waiting for you</b>"), *lines] if lines else []


def day(words: Words, session: OpenSession) -> str:
    return words.at(session.zone).brief_day(session.starts_at)


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
    return tuple(tuple(made[at : at + 2]) for at in range(0, len(made), 2))
