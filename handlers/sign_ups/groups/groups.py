"""Group places: a number first, names when they are known. What is typed next is whichever the card asks for."""

from markupsafe import Markup

from bot.activities.rules import Shift
from bot.ground.reading.numbers import plain, read_number
from bot.people import drafting
from bot.sign_ups import for_others as signing_up_others
from bot.sign_ups.groups import acts as group_places
from bot.sign_ups.groups import names as group_names
from bot.sign_ups.groups.rules import GroupCard, GroupPlace, GroupTeam, NamesTyped
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack
from handlers.links.sign_ups import GiveBackPlaces, GroupPlaces, KeepNames, NamePlaces, ReservePlaces
from handlers.sign_ups.lines import card_key, moment_from, which_line
from handlers.talk.journeys import Journey
from handlers.talk.questions import Question, ask
from handlers.talk.ways import ask_sure

journey = Journey()
NAMES = 60

NUMBER = Question[int, int]("group_number", "shift team")


@journey.on(GroupPlaces)
async def open_card(context: Context, shift_id: int, team: int) -> Screen:
    team_id = team
    if not team_id:
        shift, teams = await group_places.group_teams(context, shift_id=shift_id)
        if len(teams) > 1:
            return choose_team(context.words, shift, teams)
        team_id = teams[0].id
    return await show_card(context, await group_places.group_card(context, shift_id=shift_id, team_id=team_id))


async def show_card(context: Context, card: GroupCard) -> Screen:
    await close_forms(context)
    shown = group_card(context.words, card)
    if card.place is None or not card.names_wanted:
        return await ask(context, NUMBER, shown, card.shift.id, card.team.id)
    await group_names.ask_names(context, group_place_id=card.place.id)
    return shown


async def close_forms(context: Context) -> None:
    """The way here led over *Sign up someone else*, which must not take the group's names for one."""
    for form in (NUMBER.form, group_names.FORM, signing_up_others.FORM):
        await drafting.finish(context, form)


@journey.answer(NUMBER, stays=True)
async def typed_number(context: Context, _typed: str, shift: int, team: int) -> Screen:
    return await reserve(context, shift, team, typed_places(context))


def typed_places(context: Context) -> int:
    return read_number("places", context.rest, 1, group_places.MOST)


@journey.on(ReservePlaces)
async def reserve(context: Context, shift: int, team: int, places: int) -> Screen:
    return await show_card(context, await group_places.reserve(context, shift_id=shift, team_id=team, places=places))


@journey.on(NamePlaces)
async def show_ask_names(context: Context, group_place: int) -> Screen | None:
    card = await group_names.ask_names(context, group_place_id=group_place)
    if card.place is not None:
        text = stack(
            context.words.say("✍️ <b>Type the names, one per line.</b>"),
            which_line(context.words, card.shift),
            context.words.say_n("{n} place has no name yet.", "{n} places have no name yet.", card.place.unnamed),
        )
        return Screen(text)
    return None


@journey.typed(group_names.FORM, names=True, own=(KeepNames,))
async def typed_names(context: Context) -> None:
    draft = await drafting.find(context, group_names.FORM)
    if plain(context.rest).isdecimal():
        place, shift = await group_places.own_place(context, draft.fields["place"])
        context.show(await reserve(context, shift.id, place.team_id, typed_places(context)))
        return
    context.send(check_names(context.words, await group_names.typed_names(context, context.rest)))


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
        return ask_give_back(context.words, place, shift)
    place, shift = await group_places.give_back(context, group_place_id=group_place)
    await close_forms(context)
    first = context.words.say("{team}'s places are free again. Thank you for telling us.", team=place.team)
    return Screen(stack(first, which_line(context.words, shift)), ((card_key(context.words, shift),),))


def choose_team(words: Words, shift: Shift, teams: list[GroupTeam]) -> Screen:
    text = stack(words.say("🏢 <b>Which group?</b>"), which_line(words, shift))
    return Screen(text, tuple((Key(team.name[:60], GroupPlaces(shift.id, team.id)),) for team in teams))


def group_card(words: Words, card: GroupCard) -> Screen:
    return reserved(words, card, card.place) if card.place else how_many(words, card)


def check_names(words: Words, typed: NamesTyped) -> Screen:
    """As they were read; their age is asked for all at once, and whether names that stand twice are two people."""
    text = stack(
        words.say_n(
            "<b>{n} name for {team}:</b>", "<b>{n} names for {team}:</b>", len(typed.names), team=typed.place.team
        ),
        *(Markup("· {}").format(name) for name in typed.names[:NAMES]),
        doubles_line(words, typed),
        words.say("Phone numbers, notes and further columns are left out.") if typed.left_out else None,
        words.say("Are all of them 18 or over, and do they know that their names are kept here?"),
    )
    again = Key(words.label("Type again"), NamePlaces(typed.place.id))
    each_once = KeepNames(typed.place.id, typed.revision, False)
    if not typed.doubles:
        return ask_sure(text, Key(words.label("Yes, add them"), each_once), again)
    once = Key(words.label("Yes, each name once"), each_once)
    people = str(words.say_n("Yes, {n} person", "Yes, {n} people", len(typed.every)))
    fits = len(typed.every) <= typed.place.unnamed
    every = ((Key(people, KeepNames(typed.place.id, typed.revision, True)),),) if fits else ()
    return Screen(text, (*every, (once, again)))


def ask_give_back(words: Words, place: GroupPlace, shift: Shift) -> Screen:
    text = stack(
        words.say_n("Give {n} place back?", "Give {n} places back?", place.places),
        which_line(words, shift),
        words.say("The names on them would be cancelled too.") if place.names else None,
    )
    yes = Key(words.label("Yes, give back"), GiveBackPlaces(place.id, True))
    return ask_sure(text, yes, Key(words.label("No, keep them"), GroupPlaces(shift.id, place.team_id)))


SIZES = (5, 8, 10, 15, 20, 30)


def how_many(words: Words, card: GroupCard) -> Screen:
    """Only sizes that are free, all that is free among them; any other number may be typed."""
    free = max(0, card.shift.free)
    text = stack(
        words.say("🏢 <b>How many places for {team}?</b>", team=card.team.name),
        which_line(words, card.shift),
        words.say_n("{n} place is free. Names can follow.", "{n} places are free. Names can follow.", free),
        words.say("Tap a number or type one."),
    )
    whole = {free} if 0 < free <= group_places.MOST else set()
    sizes = sorted({*[size for size in SIZES if size <= free], *whole})
    keys = tuple(Key(words.number(size), ReservePlaces(card.shift.id, card.team.id, size)) for size in sizes)
    return Screen(text, ((keys,) if keys else ()) + ((card_key(words, card.shift),),))


def reserved(words: Words, card: GroupCard, place: GroupPlace) -> Screen:
    text = stack(
        words.say_n(
            "✅ <b>{n} place is kept for {team}</b>",
            "✅ <b>{n} places are kept for {team}</b>",
            place.places,
            team=place.team,
        ),
        which_line(words, card.shift),
        names_line(words, place),
        missing_line(words, card, place),
        words.say("For another number of places, type it."),
    )
    give = Key(words.label("Give the places back"), GiveBackPlaces(place.id, False))
    if not card.names_wanted:
        return Screen(text, ((card_key(words, card.shift), give),))
    return Screen(text, ((Key(words.label("Add names"), NamePlaces(place.id)), give), (card_key(words, card.shift),)))


def doubles_line(words: Words, typed: NamesTyped) -> Markup | None:
    if not typed.doubles:
        return None
    return words.say(
        "⚠️ More than once: {names}. Are they different people of the same name?",
        names=words.list(list(typed.doubles[:NAMES])),
    )


def names_line(words: Words, place: GroupPlace) -> Markup | None:
    if not place.names:
        return None
    shown = words.list(list(place.names[:NAMES]))
    more = " …" if len(place.names) > NAMES else ""
    return words.say("Named: {names}{more}", names=shown, more=more)


def missing_line(words: Words, card: GroupCard, place: GroupPlace) -> Markup:
    if not place.unnamed:
        return words.say("Everybody is named.")
    if not card.names_open:
        return words.say_n(
            "{n} comes without a name: the hours go to the group.",
            "{n} come without names: the hours go to the group.",
            place.unnamed,
        )
    until = moment_from(words, card.shift, card.names_until, card.now)
    return words.say_n(
        "{n} name is still missing. Type it here, until {time}.",
        "{n} names are still missing. Type them here, one per line, until {time}.",
        place.unnamed,
        time=until,
    )
