"""*Add walk-in*: a member, somebody one looks after, somebody by name, or a new name."""

from bot.people import drafting
from bot.roll_call import walk_ins
from bot.roll_call.acts import WALK_IN
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_press
from handlers.links.roll_call import AddWalkIn, WalkInName, WalkInPerson
from handlers.roll_call import marks as views
from handlers.roll_call.screens import cover, on_roll, show_card
from handlers.talk.privately import privately


async def choose(context: Context, press: AddWalkIn) -> None:
    choice = await walk_ins.choice(context.tx, context.viewer, context.now, shift_id=press.shift, page=press.page)
    await drafting.start(context.tx, context.viewer, context.now, WALK_IN, "name", {"shift": press.shift})
    await cover(context, press.shift, views.ask_walk_in(context.words, choice))


async def typed(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, WALK_IN)
    name = walk_ins.checked_name(context.rest)
    choice = await walk_ins.choice(context.tx, context.viewer, context.now, shift_id=draft.fields["shift"], name=name)
    draft = await drafting.advance(context.tx, draft, context.now, name=name)
    privately(context, views.found_walk_ins(context.words, choice, draft.revision))


async def add_person(context: Context, press: WalkInPerson) -> None:
    await walk_ins.add_person(context.tx, context.viewer, context.now, shift_id=press.shift, person_id=press.person)
    await drafting.finish(context.tx, context.viewer, WALK_IN)
    await show_card(context, press.shift)


async def add_new(context: Context, press: WalkInName) -> None:
    draft = await drafting.find(context.tx, context.viewer, WALK_IN, revision=press.revision)
    shift_id, name = draft.fields["shift"], draft.fields["name"]
    await walk_ins.add_new(context.tx, context.viewer, context.now, shift_id=shift_id, name=name, adult=press.adult)
    await drafting.finish(context.tx, context.viewer, WALK_IN)
    await show_card(context, shift_id)


ROUTES: list[Route] = [
    on_roll(AddWalkIn, choose),
    on_roll(WalkInPerson, add_person),
    on_press(WalkInName, add_new),
    Form(WALK_IN, typed),
]
