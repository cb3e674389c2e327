"""Until when a notice is of use: for ever, for as long as its row says, or until what only its teller knows."""

import pytest

from bot import telling
from bot.ground import notices
from bot.ground.notices import KINDS, Notice, Told
from bot.ground.times import DAY, MINUTE
from bot.store import outbox
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from tests.helpers.town import NOW, build_town


@pytest.mark.parametrize(
    ("told", "given", "until"),
    [
        pytest.param(notices.BroadcastDone(1), None, None, id="for ever"),
        pytest.param(notices.BroadcastDone(1), NOW + 5, NOW + 5, id="for ever, but for what is told"),
        pytest.param(notices.AskAge(), None, NOW + 30 * DAY, id="from when it is told"),
        pytest.param(notices.RollCallFresh(1, 2), None, NOW + 15 * MINUTE, id="some minutes"),
        pytest.param(notices.AskAge(), NOW + 5, NOW + 5, id="what is told goes before"),
        pytest.param(notices.Promoted(1), NOW + 5, NOW + 5, id="told"),
    ],
)
def test_row_says_how_long_a_notice_is_of_use(told: Told, given: int | None, until: int | None) -> None:
    assert told.useful(NOW, given) == until


async def test_nothing_is_told_whose_end_only_the_teller_knows(database: Database) -> None:
    """Or it would still come when what it is about is long over."""
    async with database.write() as tx:
        town = await build_town(tx)
        anna = town.people["anna"]
        with pytest.raises(TypeError, match="promoted"):
            await telling.tell(tx, notices.Promoted(1), anna, key="k", subject=None, now=NOW)
        with pytest.raises(TypeError, match="recruiting"):
            await telling.tell_many(
                tx, notices.Recruiting(1), {anna: "k"}, subject=None, now=NOW, station_id=town.stations["city"]
            )

        assert await leaving.due(tx, 0, NOW, 10) == []


async def test_row_says_when_it_expires_and_how_urgent_it_is(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = town.people["anna"]
        await telling.tell(tx, notices.RollCallFresh(1, 2), anna, key="one", subject=None, now=NOW)
        await outbox.tell_chat(tx, notices.Erased("en"), 50, key="chat", subject=None, now=NOW)
        rows = await leaving.due(tx, 0, NOW, 10)

    assert [(row["kind"], row["class"], row["expires_at"]) for row in rows] == [
        ("roll_call_fresh", "reply", NOW + 15 * MINUTE),
        ("erased", "reply", NOW + DAY),
    ]


def test_two_rows_of_one_kind_are_refused() -> None:
    """What waits in the outbox would be worded as the other."""
    with pytest.raises(ValueError, match="promoted"):
        Notice[int]("promoted", "sign_up", notices.WAITS)

    assert KINDS["promoted"] is notices.Promoted
