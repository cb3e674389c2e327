"""Group places: a number first, names when they are known. What is typed next is whichever the card asks for."""

from bot.ground.reading.numbers import plain, read_number
from bot.people import drafting
from bot.sign_ups import others as signing_up_others
from bot.sign_ups.groups import acts as group_places
from bot.sign_ups.groups import names as group_names
from bot.sign_ups.groups.rules import GroupCard
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.links.sign_ups import GiveBackPlaces, GroupPlaces, KeepNames, NamePlaces, ReservePlaces
from handlers.sign_ups.groups import screens as views
from handlers.talk.journeys import Journey

journey = Journey()

NUMBER = "group_number"


@journey.on(GroupPlaces)
async def open_card(context: Context, shift_id: int, team: int) -> Screen:
    team_id = team
    if not team_id:
        shift, teams = await group_places.group_teams(context, shift_id=shift_id)
        if len(teams) > 1:
            return views.choose_team(context.words, shift, teams)
        team_id = teams[0].id
    card = await group_places.group_card(context, shift_id=shift_id, team_id=team_id)
    return await show_card(context, card)


async def show_card(context: Context, card: GroupCard) -> Screen:
    await close_forms(context)
    if card.place is not None and card.names_wanted:
        await group_names.ask_names(context, group_place_id=card.place.id)
    else:
        await await_number(context, card)
    return views.group_card(context.words, card)


async def close_forms(context: Context) -> None:
    """The way here led over *Sign up someone else*, which must not take the group's names for one."""
    for form in (NUMBER, group_names.FORM, signing_up_others.FORM):
        await drafting.finish(context, form)


async def await_number(context: Context, card: GroupCard) -> None:
    fields = {"shift": card.shift.id, "team": card.team.id}
    await drafting.start(context, NUMBER, "places", fields)


@journey.typed(NUMBER)
async def typed_number(context: Context) -> Screen:
    draft = await drafting.find(context, NUMBER)
    return await reserve(context, draft.fields["shift"], draft.fields["team"], typed_places(context))


def typed_places(context: Context) -> int:
    return read_number("places", context.rest, 1, group_places.MOST)


@journey.on(ReservePlaces)
async def reserve(context: Context, shift: int, team: int, places: int) -> Screen:
    card = await group_places.reserve(context, shift_id=shift, team_id=team, places=places)
    return await show_card(context, card)


@journey.on(NamePlaces)
async def ask_names(context: Context, group_place: int) -> Screen | None:
    card = await group_names.ask_names(context, group_place_id=group_place)
    if card.place is not None:
        return views.ask_names(context.words, card, card.place)
    return None


@journey.typed(group_names.FORM, own=(KeepNames,))
async def typed_names(context: Context) -> None:
    draft = await drafting.find(context, group_names.FORM)
    if plain(context.rest).isdecimal():
        place, shift = await group_places.own_place(context, draft.fields["place"])
        context.show(await reserve(context, shift.id, place.team_id, typed_places(context)))
        return
    typed = await group_names.typed_names(context, context.rest)
    context.send(views.check_names(context.words, typed))


@journey.on(KeepNames)
async def keep_names(context: Context, group_place: int, revision: int, doubles: bool) -> Screen:
    card = await group_names.keep_names(
        context,
        group_place_id=group_place,
        revision=revision,
        doubles=doubles,
    )
    return await show_card(context, card)


@journey.on(GiveBackPlaces)
async def give_back(context: Context, group_place: int, sure: bool) -> Screen:
    if not sure:
        place, shift = await group_places.own_place(context, group_place)
        return views.ask_give_back(context.words, place, shift)
    place, shift = await group_places.give_back(context, group_place_id=group_place)
    await close_forms(context)
    return views.given_back(context.words, place, shift)
