"""Messages that came to grief, without any network: claimed and settled as the wire does it."""

from bot.call_list import acts as call_list
from bot.call_list import undelivered
from bot.call_list.rules import CallLine
from bot.desk import Seated
from bot.store import outbox_leaving as leaving
from bot.store.transaction import Tx
from tests.helpers.gatherings import activity_of
from tests.helpers.town import NOW, Town

EPOCH = 0


async def lose(town: Town, kind: str, *people: str, state: str = "unknown", error: str | None = None) -> None:
    """Whatever of this kind waits for these people ends so."""
    ids = {town.people[name] for name in people}
    rows = await leaving.due(town.tx, 0, 1 << 40, 1000)
    keys = [row["key"] for row in rows if row["kind"] == kind and row["person_id"] in ids]
    assert keys, f"no {kind} waits for {people}"
    await leaving.claim(town.tx, EPOCH, keys)
    ends = [
        {"key": key, "epoch": EPOCH, "state": state, "message_id": None, "now": None, "error": error} for key in keys
    ]
    await leaving.write_results(town.tx, ends, [])


async def named(tx: Tx, now: int = NOW) -> None:
    """The ticks, half a minute apart."""
    await undelivered.name_them(tx, now, 64)
    await undelivered.tell(tx, now + undelivered.GATHERED, 64)


async def listed(town: Town, shift_id: int, who: str = "chan", now: int = NOW) -> list[CallLine]:
    """As this person reads the call list."""
    activity_id = await activity_of(town, shift_id)
    found = await call_list.look(Seated(town.tx, await town.viewer(who), now), activity_id=activity_id)
    return list(found.lines)


async def brief(town: Town, shift_id: int, who: str = "chan", now: int = NOW) -> list[tuple[str, str, str, str]]:
    """Name, matter, reason and mark."""
    return [(one.name, one.what, one.why, one.state) for one in await listed(town, shift_id, who, now)]
