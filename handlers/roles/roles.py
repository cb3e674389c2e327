"""Giving and withdrawing roles, from a person's card."""

from typing import Final

from bot.members import acts as people
from bot.roles import acts as roles
from bot.wire.context import Context
from bot.wire.routing import Route, on_press
from handlers.links.invitations import Given
from handlers.links.members import GiveRole, SeeRoles, TakeRole
from handlers.links.stations import Detail
from handlers.roles import screens as views
from handlers.stations.tree import show_tree

PURPOSE: Final = "g"


async def show_roles(context: Context, person_id: int) -> None:
    card = await people.person_card(context.tx, context.viewer, context.now, person_id)
    context.show(views.roles(context.words, card, context.viewer))


async def see(context: Context, person: int) -> None:
    await show_roles(context, person)


async def give(context: Context, person: int, role: Given | None) -> None:
    """First which role, then for which station."""
    if role:
        await show_tree(context, PURPOSE, person, role, 0, 0)
    else:
        card = await people.person_card(context.tx, context.viewer, context.now, person)
        context.show(views.which_role(context.words, card))


async def give_here(context: Context, subject: int, detail: Detail, station_id: int) -> None:
    role = roles.known_role(detail)
    station = await roles.grant_role(
        context.tx, context.viewer, context.now, person_id=subject, role=role, station_id=station_id
    )
    card = await people.person_card(context.tx, context.viewer, context.now, subject)
    title = await roles.staff_title(context.tx, station)
    context.toast(views.given(context.words, card.person.name, role, station, title))
    context.show(views.roles(context.words, card, context.viewer))


async def take(context: Context, person: int, grant: int, sure: bool) -> None:
    card = await people.person_card(context.tx, context.viewer, context.now, person)
    if not sure:
        context.show(views.sure_to_withdraw(context.words, card, grant))
        return
    done = await roles.withdraw_role(context.tx, context.viewer, context.now, grant_id=grant)
    context.show(views.withdrawn(context.words, card.person.name, done))


ROUTES: list[Route] = [on_press(SeeRoles, see), on_press(GiveRole, give), on_press(TakeRole, take)]
