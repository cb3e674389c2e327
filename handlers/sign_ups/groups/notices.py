"""What a group's captain hears of its places; looked at by the captain's own authority when it leaves."""

from markupsafe import Markup

from bot.ground import notices
from bot.ground.refusals import Refusal
from bot.sign_ups.groups.acts import group_card, own_place
from bot.sign_ups.groups.rules import GroupCard, GroupPlace
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.rendering import Telling
from handlers.activities.lines import meet_line, stack, title_line, when_line
from handlers.links.sign_ups import GiveBackPlaces, NamePlaces
from handlers.sign_ups.lines import card_key, moment_from, was_line, which_line
from handlers.talk.journeys import Journey

journey = Journey()


async def held(to: Telling, place_id: int) -> tuple[GroupCard, GroupPlace] | None:
    """None where the group has given its places back."""
    try:
        captain = await to.desk()
        place, shift = await own_place(captain, place_id)
        return await group_card(captain, shift_id=shift.id, team_id=place.team_id), place
    except Refusal:
        return None


@journey.notice(notices.GroupNames)
async def show_names_due(to: Telling, place: int, revision: int) -> Screen | None:
    """Not where all are named meanwhile."""
    found = await held(to, place)
    if found is None or not found[1].unnamed or not found[0].names_open:
        return None
    return names_due(to.words, *found)


@journey.notice(notices.GroupMoved)
async def show_moved(to: Telling, place: int, revision: int, began: int, ended: int) -> Screen | None:
    """Not where it was moved once more."""
    found = await held(to, place)
    return moved(to.words, *found, (began, ended)) if found and found[0].shift.revision == revision else None


@journey.notice(notices.GroupAfterAll)
async def show_after_all(to: Telling, place: int, revision: int) -> Screen | None:
    found = await held(to, place)
    return after_all(to.words, *found) if found and found[0].shift.revision == revision else None


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


def moved(words: Words, card: GroupCard, place: GroupPlace, was: tuple[int, int]) -> Screen:
    """To the captain: time or place are others, and the heads without names hear of it from nobody else."""
    first = words.say("📅 <b>Time or place has changed.</b> Now:")
    return kept(words, first, card, place, was_line(words, card.shift, was))


def after_all(words: Words, card: GroupCard, place: GroupPlace) -> Screen:
    """It was cancelled by mistake; the group holds its places again."""
    first = words.say("✅ <b>This takes place after all.</b> It was cancelled by mistake.")
    return kept(words, first, card, place)


def kept(words: Words, first: Markup, card: GroupCard, place: GroupPlace, was: Markup | None = None) -> Screen:
    text = stack(
        first,
        title_line(words, card.shift.title),
        when_line(words, card.shift),
        was,
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
