"""The call list of an activity: who must be phoned, and who was reached. Never in a group."""

from bot.call_list import acts as call_list
from bot.call_list.rules import MARKS
from bot.ground.notices import Matter
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.call_list import screens as view
from handlers.links.call_list import CallNumbers, MarkCall, OpenCallList
from handlers.talk.journeys import Journey

journey = Journey()


@journey.on(OpenCallList)
async def show(context: Context, activity: int, page: int) -> Screen:
    found = await call_list.look(context, activity_id=activity, page=page)
    return view.call_list(context.words, found)


@journey.on(MarkCall)
async def mark(
    context: Context, activity: int, person: int, shift: int, what: Matter, version: int, mark: int, page: int
) -> Screen:
    found = await call_list.mark(
        context,
        activity_id=activity, person_id=person, shift_id=shift, what=what,
        version=version, state=MARKS[mark], page=page,
    )  # fmt: skip
    return view.call_list(context.words, found)


@journey.on(CallNumbers)
async def show_numbers(context: Context, activity: int, page: int) -> Screen:
    found = await call_list.with_phones(context, activity_id=activity, page=page)
    return view.call_list(context.words, found)
