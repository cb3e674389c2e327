"""Pace by the monotonic clock, and who goes first."""

import asyncio
import time

from bot.wire.going_out.pacing import Pace
from bot.wire.limits import Limits

BULK, URGENT = (lambda: True), (lambda: False)


async def timed(pace: Pace, turns: list[tuple[int, bool]]) -> float:
    began = time.monotonic()
    await asyncio.gather(*(pace.turn(chat, BULK if bulk else URGENT) for chat, bulk in turns))
    return time.monotonic() - began


async def test_everybody_together_gets_no_more_than_the_rate() -> None:
    seconds = await timed(Pace(Limits(per_second=50)), [(chat, chat % 2 == 0) for chat in range(26)])

    assert seconds >= 25 / 50


async def test_chat_gets_one_a_second_and_others_do_not_wait() -> None:
    pace = Pace(Limits(per_second=1000, per_chat=5, per_group=2))

    await pace.turn(1, URGENT)
    other = await timed(pace, [(2, False)])
    again = await timed(pace, [(1, False)])

    assert other < 0.1
    assert again >= 0.15


async def test_group_waits_longer_than_a_person() -> None:
    pace = Pace(Limits(per_second=1000, per_chat=50, per_group=4))

    await pace.turn(-1, URGENT)
    seconds = await timed(pace, [(-1, False)])

    assert seconds >= 0.2


async def test_answers_go_before_notices() -> None:
    """Fault 25: whoever presses does not wait behind a broadcast."""
    pace, order = Pace(Limits(per_second=40)), []

    async def turn(chat: int, *, bulk: bool) -> None:
        await pace.turn(chat, BULK if bulk else URGENT)
        order.append(bulk)

    notices = [asyncio.create_task(turn(chat, bulk=True)) for chat in range(1, 30)]
    await asyncio.sleep(0.1)
    answers = [asyncio.create_task(turn(chat, bulk=False)) for chat in range(100, 110)]
    await asyncio.gather(*answers)
    notices_meanwhile = order.count(True)
    await asyncio.gather(*notices)

    assert notices_meanwhile <= 8


async def test_lifted_pace_does_not_wait() -> None:
    seconds = await timed(Pace(Limits(per_second=0)), [(1, True)] * 1000)

    assert seconds < 1
