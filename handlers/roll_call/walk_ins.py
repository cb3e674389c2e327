"""*Add walk-in*: a member, somebody one looks after, somebody by name, or a new name."""

from bot.people import drafting
from bot.roll_call import walk_ins
from bot.roll_call.acts import WALK_IN
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.links.roll_call import AddWalkIn, WalkInName, WalkInPerson
from handlers.roll_call import marks as views
from handlers.roll_call.screens import cover, show_card, unless_finished
from handlers.talk.journeys import Journey

journey = Journey()


@journey.on(AddWalkIn, within=unless_finished)
async def choose(context: Context, shift: int, page: int) -> None:
    choice = await walk_ins.choice(context, shift_id=shift, page=page)
    await drafting.start(context, WALK_IN, "name", {"shift": shift})
    await cover(context, shift, views.ask_walk_in(context.words, choice))


@journey.typed(WALK_IN)
async def typed(context: Context) -> Screen:
    draft = await drafting.find(context, WALK_IN)
    name = walk_ins.checked_name(context.rest)
    choice = await walk_ins.choice(context, shift_id=draft.fields["shift"], name=name)
    draft = await drafting.advance(context.tx, draft, context.now, name=name)
    return views.found_walk_ins(context.words, choice, draft.revision)


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
