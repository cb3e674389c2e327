"""The call list of an activity: who must be phoned, and who was reached. Never in a group."""

from bot.call_list import acts as call_list
from bot.ground.call_list import MARKS
from bot.wire.context import Context
from bot.wire.routing import Route, on_press
from handlers.call_list import screens as view
from handlers.links.call_list import CallNumbers, MarkCall, OpenCallList
from handlers.talk.privately import privately


async def show(context: Context, press: OpenCallList) -> None:
    found = await call_list.look(context.tx, context.viewer, context.now, activity_id=press.activity, page=press.page)
    privately(context, view.call_list(context.words, found))


async def mark(context: Context, press: MarkCall) -> None:
    found = await call_list.mark(
        context.tx, context.viewer, context.now,
        activity_id=press.activity, person_id=press.person, shift_id=press.shift, what=press.what,
        version=press.version, state=MARKS[press.mark], page=press.page,
    )  # fmt: skip
    privately(context, view.call_list(context.words, found))


async def show_numbers(context: Context, press: CallNumbers) -> None:
    found = await call_list.with_phones(
        context.tx, context.viewer, context.now, activity_id=press.activity, page=press.page
    )
    privately(context, view.call_list(context.words, found))


ROUTES: list[Route] = [
    on_press(OpenCallList, show),
    on_press(MarkCall, mark),
    on_press(CallNumbers, show_numbers),
]
