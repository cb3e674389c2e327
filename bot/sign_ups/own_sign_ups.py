"""What I signed up for. A captain's list also holds those without Telegram in their care, and places of the group."""

from bot.desk import Desk
from bot.ground.frozen import replace
from bot.ground.paging import pages_of, to_read
from bot.ground.refusals import NotRegistered
from bot.sign_ups import list_rows
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.acting_for import seen_as
from bot.sign_ups.acts import outcome
from bot.sign_ups.groups import rows as group_places
from bot.sign_ups.last_looks import who_acted
from bot.sign_ups.rules import SignUpState
from bot.sign_ups.shown import OwnPage, SignedUp
from bot.sign_ups.withdrawing import reachable

PAGE = 6
LAST_PAGE = 10_000


async def mine(desk: Desk, *, past: bool = False, page: int = 0) -> OwnPage:
    """Raises NotRegistered."""
    if not desk.viewer.registered:
        raise NotRegistered
    page = min(max(page, 0), LAST_PAGE)
    found = await list_rows.own(
        desk.tx, desk.viewer.id, past=past, now=desk.now, limit=to_read(page, PAGE), skip=page * PAGE
    )
    groups = [] if past or page else await group_places.own(desk.tx, desk.viewer.id, now=desk.now, limit=PAGE)
    pages = pages_of(page, PAGE, len(found))
    return OwnPage(tuple(found[:PAGE]), page, past, more=len(found) > PAGE, pages=pages, groups=tuple(groups))


async def one_of_mine(desk: Desk, *, sign_up_id: int) -> SignedUp:
    """As it stands now, withdrawn or not. Raises NotFound."""
    sign_up, shift = await reachable(desk, sign_up_id)
    if sign_up.state is SignUpState.WITHDRAWN:
        sign_up = await sign_ups.live_sign_up(desk.tx, sign_up.shift_id, sign_up.person_id) or sign_up
    found = await outcome(desk, await seen_as(desk, sign_up.person_id), sign_up, shift, again=True)
    return found if sign_up.live else replace(found, by=await who_acted(desk.tx, sign_up))
