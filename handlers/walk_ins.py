"""*Add walk-in*: a member, somebody one looks after, somebody by name, or a new name."""

from bot.use_cases import drafting, walk_ins
from bot.use_cases.roll_call import WALK_IN
from bot.views import roll_call_marks as views
from bot.views.presses.roll_call import AddWalkIn, WalkInName, WalkInPerson
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_press
from handlers.privately import privately
from handlers.roll_screens import cover, on_roll, show_card


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
