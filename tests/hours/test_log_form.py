"""What cannot be sent is refused as soon as it is said, not after the last question; the question stands."""

import pytest

from bot.desk import Seated
from bot.ground.refusals import InTheFuture, RecordsOverlap, Refusal, TooOldToLog
from bot.ground.times import HOUR
from bot.hours import log_form
from bot.store.database import Database
from tests.helpers.books import LATER, entered
from tests.helpers.offers import START
from tests.helpers.town import build_town


@pytest.mark.parametrize(
    ("day", "refusal"),
    [
        ("2026-11-28", None),
        ("2026-11-27", TooOldToLog(days=15, limit=14, needs="social_worker")),
        ("2026-12-12", None),
        ("2026-12-13", InTheFuture(at=LATER + 14 * HOUR)),
    ],
    ids=["14 days ago", "15 days ago", "today", "tomorrow"],
)
async def test_day_is_refused_where_it_cannot_be_sent(database: Database, day: str, refusal: Refusal | None) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        draft = await log_form.typed(tx, await log_form.begin(Seated(tx, anna, LATER), None), LATER, day)
        if refusal is None:
            await log_form.check_day(Seated(tx, anna, LATER), draft)
        else:
            with pytest.raises(type(refusal)) as raised:
                await log_form.check_day(Seated(tx, anna, LATER), draft)
            assert raised.value == refusal


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ("2026-12-05 11:30-12:00", None),
        (
            "2026-12-05 11:00-12:00",
            RecordsOverlap(activity="Sorting", starts_at=START, ends_at=START + 5 * HOUR // 2),
        ),
        ("2026-12-12 8:00-10:00", None),
        ("2026-12-12 8:00-10:30", InTheFuture(at=LATER + HOUR // 2)),
    ],
    ids=["touching", "over another", "until now", "still going on"],
)
async def test_time_is_refused_where_it_cannot_be_sent(database: Database, said: str, refusal: Refusal | None) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await entered(town, note="Sorting")
        draft = await log_form.begin(Seated(tx, await town.viewer("anna"), LATER), None)
        day, times = said.split(" ")
        draft = await log_form.typed(tx, draft, LATER, day)
        if refusal is None:
            assert (await log_form.typed(tx, draft, LATER, times)).step == "kind"
        else:
            with pytest.raises(type(refusal)) as raised:
                await log_form.typed(tx, draft, LATER, times)
            assert raised.value == refusal
