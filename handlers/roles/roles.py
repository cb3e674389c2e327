"""Giving and withdrawing roles, from handlers.stations.tree import picked
from a person's card."""

from typing import Final

from bot.members import acts as people
from bot.roles import acts as roles
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.links.invitations import Given
from handlers.links.members import GiveRole, SeeRoles, TakeRole
from handlers.links.stations import Detail
from handlers.roles import screens as views
from handlers.stations.tree import picked, show_tree
from handlers.talk.journeys import Journey

journey = Journey()

PURPOSE: Final = "g"


@journey.on(SeeRoles)
async def show_roles(context: Context, person_id: int) -> Screen:
    card = await people.person_card(context, person_id)
    return views.roles(context.words, card, context.viewer)


@journey.on(GiveRole)
async def give(context: Context, person: int, role: Given | None) -> Screen:
    """First which role, then for which station."""
    if role:
        return await show_tree(context, PURPOSE, person, role, 0, 0)
    card = await people.person_card(context, person)
    return views.which_role(context.words, card)


@picked(PURPOSE)
async def give_here(context: Context, subject: int, detail: Detail, station_id: int) -> Screen:
    role = roles.known_role(detail)
    station = await roles.grant_role(context, person_id=subject, role=role, station_id=station_id)
    card = await people.person_card(context, subject)
    title = await roles.staff_title(context.tx, station)
    context.toast(views.given(context.words, card.person.name, role, station, title))
    return views.roles(context.words, card, context.viewer)


@journey.on(TakeRole)
async def take(context: Context, person: int, grant: int, sure: bool) -> Screen:
    card = await people.person_card(context, person)
    if not sure:
        return views.sure_to_withdraw(context.words, card, grant)
    done = await roles.withdraw_role(context, grant_id=grant)
    return views.withdrawn(context.words, card.person.name, done)
