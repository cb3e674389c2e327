"""``t.me/<bot>?start=a_<shift>``: the link that is pasted into other people's chats. Who follows it may be anybody."""

from bot.domain.refusals import NotFound
from bot.use_cases.joining import ACTIVITY_LINK, shift_of_link
from bot.views.presses.activities import ShowShift
from bot.wire.context import Context
from bot.wire.routing import Route, StartLink
from handlers.activities import show_shift


async def open_link(context: Context) -> None:
    """The activity's card; what this person may not see answers like what does not exist."""
    shift_id = shift_of_link(ACTIVITY_LINK + context.rest)
    if shift_id is None:
        raise NotFound
    await show_shift(context, ShowShift(shift_id))


ROUTES: list[Route] = [StartLink(ACTIVITY_LINK, open_link)]
