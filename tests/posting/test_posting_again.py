"""The same as last time: everything but the day, and nothing said of it becomes less private."""

import pytest

from bot.desk import Seated
from bot.ground.times import DAY
from bot.posting import acts as posting
from bot.posting import publishing
from bot.store.database import Database
from tests.helpers.offers import offer
from tests.helpers.town import NOW, build_town
from tests.posting.test_acts import SATURDAY, published


async def test_same_as_last_time_asks_only_for_the_day(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        made = await published(town)
        chan = await town.viewer("chan")
        recent = await posting.recent(Seated(tx, chan, 0))
        draft = await posting.begin_like(Seated(tx, chan, NOW), shift_id=recent[0].shift_id)
        ready = await posting.answer(Seated(tx, chan, NOW), text="2026-12-05", revision=draft.revision)

    assert [one.shift_id for one in recent] == [made.shift.id]
    assert (draft.asks, draft.like, ready.asks) == ("start", True, None)
    week = 7 * DAY
    assert (ready.values.starts_at, ready.values.ends_at) == (SATURDAY + week, SATURDAY + week + 9000)
    assert (ready.values.meet_at, ready.values.capacity) == (SATURDAY + week - 900, 8)


@pytest.mark.parametrize(
    ("place", "point"), [(None, ("22.5", "114.0")), ("Room 9", (None, None))], ids=["same place", "another place"]
)
async def test_same_as_last_time_keeps_the_address_as_private_as_it_was(
    database: Database, place: str | None, point: tuple[str | None, str | None]
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan = await town.viewer("chan")
        before = await offer(town, confirmed_only=True, latitude="22.5", longitude="114.0")
        draft = await posting.begin_like(Seated(tx, chan, NOW), shift_id=before)
        draft = await posting.answer(Seated(tx, chan, NOW), text="2026-12-05", revision=draft.revision)
        if place:
            draft = await posting.ask(Seated(tx, chan, NOW), field="place", revision=draft.revision)
            draft = await posting.answer(Seated(tx, chan, NOW), text=place, revision=draft.revision)
        made = (await publishing.publish(Seated(tx, chan, NOW), revision=draft.revision)).shift.activity

    assert (made.confirmed_only, (made.latitude, made.longitude)) == (True, point)
