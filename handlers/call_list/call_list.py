"""The call list of an activity: who must be phoned, and who was reached. Never in a group."""

from bot.call_list import acts as call_list
from bot.ground.call_list import MARKS, Matter
from bot.wire.context import Context
from bot.wire.routing import Route, on_press
from handlers.call_list import screens as view
from handlers.links.call_list import CallNumbers, MarkCall, OpenCallList
from handlers.talk.privately import privately


async def show(context: Context, activity: int, page: int) -> None:
    found = await call_list.look(context.tx, context.viewer, context.now, activity_id=activity, page=page)
    privately(context, view.call_list(context.words, found))


async def mark(
    context: Context, activity: int, person: int, shift: int, what: Matter, version: int, mark: int, page: int
) -> None:
    found = await call_list.mark(
        context.tx, context.viewer, context.now,
        activity_id=activity, person_id=person, shift_id=shift, what=what,
        version=version, state=MARKS[mark], page=page,
    )  # fmt: skip
    privately(context, view.call_list(context.words, found))


async def show_numbers(context: Context, activity: int, page: int) -> None:
    found = await call_list.with_phones(context.tx, context.viewer, context.now, activity_id=activity, page=page)
    privately(context, view.call_list(context.words, found))


ROUTES: list[Route] = [
    on_press(OpenCallList, show),
    on_press(MarkCall, mark),
    on_press(CallNumbers, show_numbers),
]
