"""Places of a group: how many, whose names are missing, and until when they may follow."""

from markupsafe import Markup

from bot.activities.rules import Shift
from bot.sign_ups.groups.rules import GroupCard, GroupPlace, GroupTeam, NamesTyped
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from handlers.activities.lines import meet_line, stack, title_line, when_line
from handlers.links.sign_ups import GiveBackPlaces, GroupPlaces, KeepNames, NamePlaces, ReservePlaces
from handlers.sign_ups.lines import card_key, moment_from, which_line

SIZES = (5, 8, 10, 15, 20, 30)
NAMES = 60


def choose_team(words: Words, shift: Shift, teams: list[GroupTeam]) -> Screen:
    text = stack(words.say("🏢 <b>Which group?</b>"), which_line(words, shift))
    return Screen(text, tuple((Key(team.name[:60], GroupPlaces(shift.id, team.id)),) for team in teams))


def group_card(words: Words, card: GroupCard) -> Screen:
    return reserved(words, card, card.place) if card.place else how_many(words, card)


def how_many(words: Words, card: GroupCard) -> Screen:
    """Only sizes that are free; any other number may be typed."""
    free = max(0, card.shift.free)
    text = stack(
        words.say("🏢 <b>How many places for {team}?</b>", team=card.team.name),
        which_line(words, card.shift),
        words.say_n("{n} place is free. Names can follow.", "{n} places are free. Names can follow.", free),
        words.say("Tap a number or type one."),
    )
    sizes = [size for size in SIZES if size <= free]
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


def ask_names(words: Words, card: GroupCard, place: GroupPlace) -> Screen:
    text = stack(
        words.say("✍️ <b>Type the names, one per line.</b>"),
        which_line(words, card.shift),
        words.say_n("{n} place has no name yet.", "{n} places have no name yet.", place.unnamed),
    )
    return Screen(text)


def check_names(words: Words, typed: NamesTyped) -> Screen:
    """As they were read; their age is asked for all at once, and whether names that stand twice are two people."""
    text = stack(
        words.say_n(
            "<b>{n} name for {team}:</b>", "<b>{n} names for {team}:</b>", len(typed.names), team=typed.place.team
        ),
        *(Markup("· {}").format(name) for name in typed.names[:NAMES]),
        doubles_line(words, typed),
        words.say("Are all of them 18 or over, and do they know that their names are kept here?"),
    )
    again = Key(words.label("Type again"), NamePlaces(typed.place.id))
    each_once = KeepNames(typed.place.id, typed.revision, False)
    if not typed.doubles:
        return Screen(text, ((Key(words.label("Yes, add them"), each_once), again),))
    once = Key(words.label("Yes, each name once"), each_once)
    people = words.label("Yes, {n} people", n=len(typed.every))
    fits = len(typed.every) <= typed.place.unnamed
    every = ((Key(people, KeepNames(typed.place.id, typed.revision, True)),),) if fits else ()
    return Screen(text, (*every, (once, again)))


def doubles_line(words: Words, typed: NamesTyped) -> Markup | None:
    if not typed.doubles:
        return None
    return words.say(
        "⚠️ More than once: {names}. Are they different people of the same name?",
        names=words.list(list(typed.doubles[:NAMES])),
    )


def ask_give_back(words: Words, place: GroupPlace, shift: Shift) -> Screen:
    text = stack(
        words.say_n("Give {n} place back?", "Give {n} places back?", place.places),
        which_line(words, shift),
        words.say("The names on them would be cancelled too.") if place.names else None,
    )
    yes = Key(words.label("Yes, give back"), GiveBackPlaces(place.id, True))
    return Screen(text, ((yes, Key(words.label("No, keep them"), GroupPlaces(shift.id, place.team_id))),))


def given_back(words: Words, place: GroupPlace, shift: Shift) -> Screen:
    first = words.say("{team}'s places are free again. Thank you for telling us.", team=place.team)
    return Screen(stack(first, which_line(words, shift)), ((card_key(words, shift),),))


def names_due(words: Words, card: GroupCard, place: GroupPlace) -> Screen:
    """The captain is reminded a day before."""
    text = stack(
        words.say_n(
            "✍️ <b>{n} name is missing for {team}</b>",
            "✍️ <b>{n} names are missing for {team}</b>",
            place.unnamed,
            team=place.team,
        ),
        which_line(words, card.shift),
        words.say(
            "Please add them by {time}. Who has no name then still may come: the hours go to the group.",
            time=moment_from(words, card.shift, card.names_until, card.now),
        ),
    )
    return Screen(text, ((Key(words.label("Add names"), NamePlaces(place.id)),),))


def moved(words: Words, card: GroupCard, place: GroupPlace) -> Screen:
    """To the captain: time or place are others, and the heads without names hear of it from nobody else."""
    text = stack(
        words.say("📅 <b>Time or place has changed.</b> Now:"),
        title_line(words, card.shift.title),
        when_line(words, card.shift),
        meet_line(words, card.shift),
        words.say_n(
            "{n} place stays kept for {team}. Please pass this on.",
            "{n} places stay kept for {team}. Please tell everybody who comes.",
            place.places,
            team=place.team,
        ),
    )
    give = Key(words.label("Give the places back"), GiveBackPlaces(place.id, False))
    return Screen(text, ((card_key(words, card.shift), give),))
