"""What goes to many is queued in pieces: the press the first, ticks the others; nobody twice, nobody left out."""

from collections import Counter

import pytest

from bot.desk import Seated
from bot.ground.times import DAY
from bot.messages import broadcasting
from bot.messages import due as words
from bot.messages.broadcast_rules import BroadcastState, audience_of
from bot.messages.pieces import COUNTED, PIECE
from bot.posting import due as calls
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from bot.store.ticks import Work
from tests.helpers.lines import crowd
from tests.helpers.town import NOW, Town, build_town
from tests.posting.test_acts import MESSAGE, published

MANY = PIECE + 30


async def waiting(town: Town, kind: str) -> Counter[int]:
    return Counter(row["person_id"] for row in await leaving.due(town.tx, 0, NOW + DAY, 4000) if row["kind"] == kind)


async def through(town: Town, work: Work) -> int:
    """How many times it goes on."""
    times = 0
    while await work(town.tx, NOW + 15) and times < 9:
        times += 1
    return times


@pytest.mark.parametrize("audience", ["team", "station", "everyone"])
async def test_announcement_to_many_is_queued_in_pieces(database: Database, audience: str) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await crowd(town, MANY)
        chan = Seated(tx, await town.viewer("chan"), NOW)
        made = await published(town, f"{MESSAGE}audience: {audience}\n")
        first = await broadcasting.progress(chan, broadcast_id=made.broadcast_id)
        begun = await waiting(town, "recruiting")
        times = await through(town, calls.work)
        last = await broadcasting.progress(chan, broadcast_id=made.broadcast_id)
        called = await waiting(town, "recruiting")

    assert (first.broadcast.queueing, last.broadcast.queueing, times) == (True, False, 1)
    assert len(begun) <= PIECE < len(called)
    assert (set(called.values()), last.broadcast.people) == ({1}, len(called))
    assert {town.people[f"p{turn}"] for turn in range(MANY)} <= set(called)


@pytest.mark.parametrize("place", ["team", "station"])
async def test_words_to_many_are_queued_in_pieces_and_dropped_when_stopped(database: Database, place: str) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await crowd(town, MANY)
        chan = Seated(tx, await town.viewer("chan"), NOW)
        code = f"t{town.teams['first']}" if place == "team" else f"s{town.stations['futian']}"
        sent, stopped = [
            (await broadcasting.write(chan, audience=audience_of(code), text="Hello")).broadcast.id for _ in range(2)
        ]
        seen = await broadcasting.preview(chan, broadcast_id=sent)
        await broadcasting.send(chan, broadcast_id=sent)
        times = await through(town, words.work)
        whole = await broadcasting.progress(chan, broadcast_id=sent)
        reached = await waiting(town, "broadcast")
        await broadcasting.send(chan, broadcast_id=stopped)
        await broadcasting.stop(chan, broadcast_id=stopped)
        await through(town, words.work)
        nobody = await broadcasting.progress(chan, broadcast_id=stopped)

    assert (seen.more, times) == (MANY > COUNTED, 1)
    assert (whole.broadcast.people, set(reached.values())) == (len(reached), {1}) == (seen.people, {1})
    assert (nobody.broadcast.state, nobody.waiting) == (BroadcastState.STOPPED, 0)
