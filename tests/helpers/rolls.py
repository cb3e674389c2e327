"""Roll-calls to test with, in few words. The plan is Saturday 5 December, 9:00 to 11:30; Chan leads."""

from typing import Any

from bot.desk import Seated
from bot.ground.times import MINUTE
from bot.roll_call import acts as roll_call
from bot.roll_call import finishing
from bot.roll_call.rules import AttendanceState
from bot.roll_call.shown import RollCallCard, RollCallResult
from tests.helpers.lines import signs_up
from tests.helpers.offers import START, offer
from tests.helpers.town import Town

S = AttendanceState
OPENS, END = START - 15 * MINUTE, START + 150 * MINUTE


async def shift_with(town: Town, *names: str, **activity: Any) -> int:
    """An activity with these people signed up."""
    shift_id = await offer(town, **activity)
    for name in names:
        await signs_up(town, name, shift_id)
    return shift_id


async def card(town: Town, shift_id: int, at: int = OPENS, who: str = "chan") -> RollCallCard:
    return await roll_call.card(Seated(town.tx, await town.viewer(who), at), shift_id=shift_id)


async def all_here(town: Town, shift_id: int, at: int = START, who: str = "chan") -> None:
    await roll_call.mark_rest(Seated(town.tx, await town.viewer(who), at), shift_id=shift_id)


async def mark(
    town: Town, shift_id: int, name: str, mark: AttendanceState, minutes: int = 0, at: int = START, who: str = "chan"
) -> None:
    await roll_call.mark(
        Seated(town.tx, await town.viewer(who), at),
        shift_id=shift_id,
        person_id=town.people[name],
        mark=mark,
        minutes=minutes,
    )


async def finish(town: Town, shift_id: int, at: int = END, who: str = "chan", **other: Any) -> RollCallResult:
    return await finishing.finish(
        Seated(town.tx, await town.viewer(who), at), shift_id=shift_id, **{"helped": None} | other
    )


def booked(done: RollCallResult) -> dict[str, tuple[int, str] | str]:
    """Minutes and state by name, or the code of the refusal."""
    return {
        name: (one.record.entry.minutes, str(one.record.state)) if one.record else str(one.refusal)
        for name, one in zip(done.names, done.credited, strict=True)
    }
