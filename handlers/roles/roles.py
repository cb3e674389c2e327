"""Giving and withdrawing roles, from a person's card."""

from typing import Final

from bot.ground.viewer import Viewer
from bot.members import acts as people
from bot.members.shown import PersonCard, Withdrawn
from bot.people.permissions import GRANTABLE, may_grant_somewhere, may_withdraw
from bot.roles import acts as roles
from bot.speech.screens import LINE, Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.links.invitations import Given
from handlers.links.members import GiveRole, OpenPerson, SeeRoles, TakeRole
from handlers.links.stations import Detail
from handlers.stations.tree import picked, show_tree
from handlers.talk.journeys import Journey
from handlers.talk.role_words import role_name
from handlers.talk.ways import back_to

journey = Journey()

PURPOSE: Final = "g"


@journey.on(SeeRoles)
async def show_roles(context: Context, person_id: int) -> Screen:
    return roles_screen(context.words, await people.person_card(context, person_id), context.viewer)


@journey.on(GiveRole)
async def give(context: Context, person: int, role: Given | None) -> Screen | None:
    """First which role, then for which station."""
    if role:
        return await show_tree(context, PURPOSE, person, role, 0, 0)
    card = await people.person_card(context, person)
    return which_role(context.words, card, await roles.own_title(context))


@picked(PURPOSE)
async def give_here(context: Context, subject: int, detail: Detail, station_id: int) -> Screen:
    role = roles.known_role(detail)
    station = await roles.grant_role(context, person_id=subject, role=role, station_id=station_id)
    card = await people.person_card(context, subject)
    title = await roles.staff_title(context.tx, station)
    context.toast(
        context.words.label(
            "{name} is now {role} for {station}.",
            name=card.person.name,
            role=role_name(context.words, role, title),
            station=station.name,
        )
    )
    return roles_screen(context.words, card, context.viewer)


@journey.on(TakeRole)
async def take(context: Context, person: int, grant: int, sure: bool) -> Screen:
    card = await people.person_card(context, person)
    if not sure:
        id = card.person.id
        text = context.words.say("Withdraw this role from <b>{name}</b>? It ends at once.", name=card.person.name)
        no = Key(context.words.label("No, keep the role"), SeeRoles(id))
        yes = Key(context.words.label("Yes, withdraw"), TakeRole(id, grant, True))
        return Screen(text, ((no, yes),))
    return withdrawn(context.words, card.person.name, await roles.withdraw_role(context, grant_id=grant))


def roles_screen(words: Words, card: PersonCard, viewer: Viewer) -> Screen:
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
    return Screen(LINE.join(lines), (*taking, (*giving, back_to(words, OpenPerson(id)))))


def which_role(words: Words, card: PersonCard, title: str) -> Screen:
    id = card.person.id
    text = words.say("Which role shall <b>{name}</b> have?", name=card.person.name)
    keys = [(Key(role_name(words, role, title), GiveRole(id, role)),) for role in GRANTABLE]
    return Screen(text, (*keys, (back_to(words, SeeRoles(id)),)))


def withdrawn(words: Words, name: str, done: Withdrawn) -> Screen:
    """Names what others have taken over."""
    lines = [
        words.say(
            "<b>{name}</b> is no longer {role} for {station}.",
            name=name,
            role=role_name(words, done.role, done.title),
            station=done.station,
        )
    ]
    if done.teams:
        led = words.list(list(done.teams))
        lines.append(words.say("Others lead these teams for now, and were told: {names}", names=led))
    if done.activities:
        titles = words.list(list(done.activities))
        lines.append(words.say("Others lead these activities for now, and were told: {names}", names=titles))
    return Screen(LINE.join(lines), ((back_to(words, OpenPerson(done.person_id)),),))
