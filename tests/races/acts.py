"""What a contender does: one act in one transaction of its own process, and a word for what came of it."""

from collections.abc import Awaitable, Callable

from bot.activities.rules import ActivityState
from bot.desk import Seated
from bot.leading import rows as leading
from bot.reminders import acts as reminding
from bot.sign_ups import list_rows, offers, withdrawing
from bot.sign_ups.acts import sign_up
from bot.sign_ups.promotion import fill_free_places
from bot.store.transaction import Tx
from tests.helpers.town import viewer_of


async def signs_up(tx: Tx, *, person: int, shift: int, now: int) -> str:
    done = await sign_up(Seated(tx, await viewer_of(tx, person), now), shift_id=shift)
    return "again" if done.again else str(done.sign_up.state)


async def withdraws(tx: Tx, *, person: int, sign_up: int, now: int) -> str:
    done = await withdrawing.withdraw(Seated(tx, await viewer_of(tx, person), now), sign_up_id=sign_up)
    return "again" if done.again else str(done.sign_up.state)


async def accepts(tx: Tx, *, person: int, sign_up: int, now: int) -> str:
    done = await offers.accept(Seated(tx, await viewer_of(tx, person), now), sign_up_id=sign_up)
    return "again" if done.again else str(done.sign_up.state)


async def expires(tx: Tx, *, now: int) -> str:
    return f"expired {await offers.expire_offers(tx, now, 64)}"


async def fills(tx: Tx, *, shift: int, now: int) -> str:
    return f"moved {await fill_free_places(tx, shift, now)}"


async def reminds(tx: Tx, *, now: int) -> str:
    return f"reminded {await reminding.remind(tx, now, 64)}"


async def closes(tx: Tx, *, activity: int, shift: int, counted: int) -> str:
    """As closing locks: whoever holds the activity comes first. Says how many were in ``counted`` by then."""
    await tx.lock("activity", activity)
    await tx.lock("shift", shift)
    await leading.set_state(tx, activity, ActivityState.CLOSED)
    return f"closed with {len(await list_rows.of_shift(tx, counted))}"


ACTS: dict[str, Callable[..., Awaitable[str]]] = {
    "signs_up": signs_up,
    "withdraws": withdraws,
    "accepts": accepts,
    "expires": expires,
    "fills": fills,
    "reminds": reminds,
    "closes": closes,
}
