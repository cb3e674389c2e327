"""Group places: a number first, names when they are known. What is typed next is whichever the card asks for."""

from bot.ground.reading.numbers import plain, read_number
from bot.people import drafting
from bot.sign_ups import others as signing_up_others
from bot.sign_ups.groups import acts as group_places
from bot.sign_ups.groups import names as group_names
from bot.sign_ups.groups.rules import GroupCard
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_press
from handlers.links.sign_ups import GiveBackPlaces, GroupPlaces, KeepNames, NamePlaces, ReservePlaces
from handlers.sign_ups.groups import screens as views

NUMBER = "group_number"


async def open_card(context: Context, shift_id: int, team: int) -> None:
    team_id = team
    if not team_id:
        shift, teams = await group_places.group_teams(context.tx, context.viewer, shift_id=shift_id)
        if len(teams) > 1:
            context.show(views.choose_team(context.words, shift, teams))
            return
        team_id = teams[0].id
    card = await group_places.group_card(context.tx, context.viewer, context.now, shift_id=shift_id, team_id=team_id)
    await show_card(context, card)


async def show_card(context: Context, card: GroupCard) -> None:
    await close_forms(context)
    if card.place is not None and card.names_wanted:
        await group_names.ask_names(context.tx, context.viewer, context.now, group_place_id=card.place.id)
    else:
        await await_number(context, card)
    context.show(views.group_card(context.words, card))


async def close_forms(context: Context) -> None:
    """The way here led over *Sign up someone else*, which must not take the group's names for one."""
    for form in (NUMBER, group_names.FORM, signing_up_others.FORM):
        await drafting.finish(context.tx, context.viewer, form)


async def await_number(context: Context, card: GroupCard) -> None:
    fields = {"shift": card.shift.id, "team": card.team.id}
    await drafting.start(context.tx, context.viewer, context.now, NUMBER, "places", fields)


async def typed_number(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, NUMBER)
    await reserve(context, draft.fields["shift"], draft.fields["team"], typed_places(context))


def typed_places(context: Context) -> int:
    return read_number("places", context.rest, 1, group_places.MOST)


async def reserve(context: Context, shift: int, team: int, places: int) -> None:
    card = await group_places.reserve(
        context.tx, context.viewer, context.now, shift_id=shift, team_id=team, places=places
    )
    await show_card(context, card)


async def ask_names(context: Context, group_place: int) -> None:
    card = await group_names.ask_names(context.tx, context.viewer, context.now, group_place_id=group_place)
    if card.place is not None:
        context.show(views.ask_names(context.words, card, card.place))


async def typed_names(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, group_names.FORM)
    if plain(context.rest).isdecimal():
        place, shift = await group_places.own_place(context.tx, context.viewer, draft.fields["place"])
        await reserve(context, shift.id, place.team_id, typed_places(context))
        return
    typed = await group_names.typed_names(context.tx, context.viewer, context.now, context.rest)
    context.send(views.check_names(context.words, typed))


async def keep_names(context: Context, group_place: int, revision: int, doubles: bool) -> None:
    card = await group_names.keep_names(
        context.tx,
        context.viewer,
        context.now,
        group_place_id=group_place,
        revision=revision,
        doubles=doubles,
    )
    await show_card(context, card)


async def give_back(context: Context, group_place: int, sure: bool) -> None:
    if not sure:
        place, shift = await group_places.own_place(context.tx, context.viewer, group_place)
        context.show(views.ask_give_back(context.words, place, shift))
        return
    place, shift = await group_places.give_back(context.tx, context.viewer, context.now, group_place_id=group_place)
    await close_forms(context)
    context.show(views.given_back(context.words, place, shift))


ROUTES: list[Route] = [
    on_press(GroupPlaces, open_card),
    on_press(ReservePlaces, reserve),
    on_press(NamePlaces, ask_names),
    on_press(KeepNames, keep_names),
    on_press(GiveBackPlaces, give_back),
    Form(NUMBER, typed_number),
    Form(group_names.FORM, typed_names, own=(KeepNames,)),
]
