"""Adding somebody without Telegram to a team: name, then age group."""

from markupsafe import Markup

from bot.people.consent import AgeBand
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.teams.rules import Team
from handlers.links.members import ManagedAge
from handlers.links.teams import TeamMembers
from handlers.talk.roles import band_name

AGES = (AgeBand.MIDDLE, AgeBand.SENIOR, AgeBand.TEEN, AgeBand.UNDER_14)
LINE = Markup("\n")


def ask_name(words: Words, team: Team) -> Screen:
    text = words.say("<b>Who joins {team} without Telegram?</b> Please type the name.", team=team.name)
    care = words.say("You sign them up and take their roll; their hours count like everybody's.")
    return Screen(LINE.join([text, care]), ((Key(words.label("Back"), TeamMembers(team.id, 0)),),))


def ask_age(words: Words, team: Team, name: str, *, taken: bool) -> Screen:
    """``taken``: the team has a member of that name, which is said once."""
    lines = [words.say("How old is <b>{name}</b>?", name=name)]
    if taken:
        warning = words.say("⚠️ {team} has a member of that name. Go on only if this is somebody else.", team=team.name)
        lines.insert(0, warning)
    keys = [Key(band_name(words, band), ManagedAge(band)) for band in AGES]
    back = Key(words.label("Back"), TeamMembers(team.id, 0))
    return Screen(LINE.join(lines), (tuple(keys[:2]), tuple(keys[2:]), (back,)))


def added(words: Words, team: Team, name: str) -> str:
    return words.label("{name} is in {team} now.", name=name, team=team.name)
