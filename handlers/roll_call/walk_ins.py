"""*Add walk-in*: a member, somebody one looks after, somebody by name, or a new name."""

from markupsafe import Markup

from bot.people import drafting
from bot.roll_call import walk_ins
from bot.roll_call.acts import WALK_IN
from bot.roll_call.shown import WalkInChoice
from bot.speech.pages import turns
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack
from handlers.links.roll_call import AddWalkIn, WalkInName, WalkInPerson
from handlers.roll_call.card import back_key
from handlers.roll_call.card_in_place import cover, show_card, unless_finished
from handlers.sign_ups.why_not import why_line
from handlers.talk.journeys import Journey
from handlers.talk.ways import apart

journey = Journey()


@journey.on(AddWalkIn, within=unless_finished)
async def choose(context: Context, shift: int, page: int) -> None:
    choice = await walk_ins.choice(context, shift_id=shift, page=page)
    await drafting.start(context, WALK_IN, "name", {"shift": shift})
    await cover(context, shift, ask_walk_in(context.words, choice))


@journey.typed(WALK_IN, names=True)
async def typed(context: Context) -> Screen:
    draft = await drafting.find(context, WALK_IN)
    name = walk_ins.checked_name(context.rest)
    choice = await walk_ins.choice(context, shift_id=draft.fields["shift"], name=name)
    draft = await drafting.advance(context.tx, draft, context.now, name=name)
    return found_walk_ins(context.words, choice, draft.revision)


@journey.on(WalkInPerson, within=unless_finished)
async def add_person(context: Context, shift: int, person: int) -> None:
    await walk_ins.add_person(context, shift_id=shift, person_id=person)
    await drafting.finish(context, WALK_IN)
    await show_card(context, shift)


@journey.on(WalkInName)
async def add_new(context: Context, adult: bool, revision: int) -> None:
    draft = await drafting.find(context, WALK_IN, revision=revision)
    shift_id, name = draft.fields["shift"], draft.fields["name"]
    await walk_ins.add_new(context, shift_id=shift_id, name=name, adult=adult)
    await drafting.finish(context, WALK_IN)
    await show_card(context, shift_id)


def ask_walk_in(words: Words, choice: WalkInChoice) -> Screen:
    """People to choose from; whoever is not among them is typed."""
    shift = choice.shift.id
    listed: Rows = choices(choice)
    turn = turns(choice.page, choice.more, lambda to: AddWalkIn(shift, to), choice.pages)
    text = (
        words.say("<b>Who came without signing up?</b>\nTap a name, or type it: also a new one.")
        if listed
        else words.say("<b>Who came without signing up?</b>\nType the name.")
    )
    return Screen(stack(text, *away_lines(words, choice)), (*listed, (*turn, back_key(words, shift))))


def choices(choice: WalkInChoice) -> Rows:
    names = apart([name for _, name in choice.people])
    return tuple(
        (Key(name, WalkInPerson(choice.shift.id, id)),) for name, (id, _) in zip(names, choice.people, strict=True)
    )


def away_lines(words: Words, choice: WalkInChoice) -> list[Markup]:
    """Who cannot be put down now, and why."""
    return [why_line(words, choice.shift.zone, name, refusal) for name, refusal in choice.away]


def found_walk_ins(words: Words, choice: WalkInChoice, revision: int) -> Screen:
    """After a name was typed: those who bear it, and the way to add a new person."""
    listed: Rows = choices(choice)
    new = (
        Key(words.label("New, 18 or over"), WalkInName(True, revision)),
        Key(words.label("New, under 18"), WalkInName(False, revision)),
    )
    text = (
        words.say("Is it one of these, or is <b>{name}</b> new here?", name=choice.name)
        if listed
        else words.say("<b>{name}</b> is new here. Add them?", name=choice.name)
    )
    keys = (*listed, new, (back_key(words, choice.shift.id),))
    return Screen(stack(text, *away_lines(words, choice)), keys)
