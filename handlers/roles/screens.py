"""Giving and withdrawing roles from a person's card, and how the person hears of it."""

from markupsafe import Markup

from bot.ground.viewer import Role, Viewer
from bot.members.cards import PersonCard, Withdrawn
from bot.people.permissions import GRANTABLE, may_grant_somewhere, may_withdraw
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.stations.rules import Station
from handlers.links.members import GiveRole, OpenPerson, SeeRoles, TakeRole
from handlers.talk.roles import role_name

LINE = Markup("\n")


def roles(words: Words, card: PersonCard, viewer: Viewer) -> Screen:
    """What the person is, with a key for each role the viewer may take back."""
    id = card.person.id
    lines = [words.say("<b>Roles of {name}</b>", name=card.person.name)]
    named = [(one, role_name(words, one.role, one.title)) for one in card.roles]
    lines += [words.say("· {role} for {station} and all below it", role=name, station=one.station)
              for one, name in named] or [words.say("None: a volunteer.")]  # fmt: skip
    taking = [
        (Key(words.label("Withdraw: {role}, {station}", role=name, station=one.station), TakeRole(id, one.id, False)),)
        for one, name in named
        if may_withdraw(viewer, one.role, one.path)
    ]  # fmt: skip
    giving = [Key(words.label("Give a role"), GiveRole(id, None))] if may_grant_somewhere(viewer) else []
    return Screen(LINE.join(lines), (*taking, (*giving, Key(words.label("Back"), OpenPerson(id)))))


def which_role(words: Words, card: PersonCard) -> Screen:
    id = card.person.id
    text = words.say("Which role shall <b>{name}</b> have?", name=card.person.name)
    keys = [(Key(role_name(words, role), GiveRole(id, role)),) for role in GRANTABLE]
    return Screen(text, (*keys, (Key(words.label("Back"), SeeRoles(id)),)))


def given(words: Words, name: str, role: Role, station: Station, title: str) -> str:
    return words.label(
        "{name} is now {role} for {station}.", name=name, role=role_name(words, role, title), station=station.name
    )


def sure_to_withdraw(words: Words, card: PersonCard, grant: int) -> Screen:
    id = card.person.id
    text = words.say("Withdraw this role from <b>{name}</b>? It ends at once.", name=card.person.name)
    no = Key(words.label("No, keep the role"), SeeRoles(id))
    yes = Key(words.label("Yes, withdraw"), TakeRole(id, grant, True))
    return Screen(text, ((no, yes),))


def withdrawn(words: Words, name: str, done: Withdrawn) -> Screen:
    """Names what somebody else has to take over."""
    lines = [
        words.say(
            "<b>{name}</b> is no longer {role} for {station}.",
            name=name,
            role=role_name(words, done.role, done.title),
            station=done.station,
        )
    ]
    if done.teams:
        lines.append(words.say("These teams need another staff lead: {names}", names=words.list(list(done.teams))))
    if done.activities:
        titles = words.list(list(done.activities))
        lines.append(words.say("These activities must be handed over: {names}", names=titles))
    return Screen(LINE.join(lines), ((Key(words.label("Back"), OpenPerson(done.person_id)),),))


def role_given(words: Words, role: Role, station: str, title: str) -> Screen:
    """To the person."""
    text = words.say(
        "👋 You are now <b>{role}</b> for {station}. Your menu has grown: see /menu.",
        role=role_name(words, role, title),
        station=station,
    )
    return Screen(text)


def role_withdrawn(words: Words, role: Role, station: str, title: str) -> Screen:
    """To the person."""
    text = words.say(
        "You are no longer {role} for {station}. Thank you for what you did.",
        role=role_name(words, role, title),
        station=station,
    )
    return Screen(text)
