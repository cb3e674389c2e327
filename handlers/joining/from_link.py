"""``t.me/<bot>?start=a_<shift>``: the link that is pasted into other people's chats. Who follows it may be anybody."""

from bot.ground.refusals import NotFound, NoWayIn
from bot.joining import own_teams
from bot.joining.acts import ACTIVITY_LINK, shift_of_link
from bot.speech.pages import up_to
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.activities.activities import show_shift
from handlers.joining.lines import way_in
from handlers.talk.journeys import Journey

journey = Journey()


@journey.start_link(ACTIVITY_LINK)
async def open_link(context: Context) -> Screen:
    """The activity's card, or the open teams that lead to it; anything else answers like what does not exist."""
    shift_id = shift_of_link(ACTIVITY_LINK + context.rest)
    if shift_id is None:
        raise NoWayIn
    try:
        return await show_shift(context, shift_id)
    except NotFound:
        return way_in(context.words, await own_teams.way_in(context, shift_id, up_to(0)), shift_id, 0)
