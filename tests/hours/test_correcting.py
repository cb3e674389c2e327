from typing import Any

import pytest

from bot.desk import Seated
from bot.ground.refusals import (
    AlreadyCorrected,
    InTheFuture,
    NeedsCoordinator,
    NotFound,
    NothingToCorrect,
    OwnRecord,
    ReasonMissing,
    RecordsOverlap,
    Refusal,
    WrongState,
)
from bot.ground.times import DAY, HOUR, MINUTE
from bot.hours.correcting import correct_record, resubmit_record
from bot.hours.crediting import return_record
from bot.hours.rules import RecordState, ServiceRecord, Source
from bot.store.database import Database
from tests.helpers.books import LATER, entered, entry, sums, verified
from tests.helpers.offers import START
from tests.helpers.town import Town, build_town


async def correct(town: Town, record: ServiceRecord, minutes: int, *, by: str = "chan", **other: Any) -> ServiceRecord:
    changes: dict[str, Any] = {
        "starts_at": record.entry.starts_at,
        "ends_at": record.entry.starts_at + max(minutes, 1) * MINUTE,
        "reason": "Left at eleven",
        "now": LATER,
    } | other
    now = changes.pop("now")
    return await correct_record(
        Seated(town.tx, await town.viewer(by), now), record_id=record.id, minutes=minutes, **changes
    )


async def test_correction_reverses_and_books_anew(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await verified(town)
        made = await correct(town, record, 120)

        assert (made.entry.minutes, made.entry.source, made.replaces_id) == (120, Source.CORRECTION, record.id)
        assert await sums(tx) == {(town.teams["first"], "2026-12"): (120, 1)}


async def test_correction_to_nothing_leaves_the_reversal(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        made = await correct(town, await verified(town), 0)

        assert (made.entry.minutes, made.state) == (-150, RecordState.VERIFIED)
        assert await sums(tx) == {}


async def test_corrected_time_is_free_for_another_record(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await correct(town, await verified(town), 60)

        assert (await entered(town, starts_at=START + HOUR, hours=1)).state is RecordState.SUBMITTED


@pytest.mark.parametrize(
    ("minutes", "other", "refusal"),
    [
        (150, {}, NothingToCorrect()),
        (120, {"reason": ""}, ReasonMissing()),
        (120, {"by": "li"}, NotFound()),
        (120, {"by": "anna"}, OwnRecord()),
        (540, {}, NeedsCoordinator(minutes=540, limit=480)),
        (60, {"starts_at": START + 4 * HOUR, "ends_at": START + 5 * HOUR},
         RecordsOverlap(activity="", starts_at=START + 4 * HOUR, ends_at=START + 5 * HOUR)),
    ],
    ids=["the same", "no reason", "another station's", "own", "a long day", "onto another record"],
)  # fmt: skip
async def test_correction_is_refused(database: Database, minutes: int, other: dict[str, Any], refusal: Refusal) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await verified(town)
        if isinstance(refusal, RecordsOverlap):
            await verified(town, starts_at=START + 4 * HOUR, hours=1)
        before = await sums(tx)
        with pytest.raises(type(refusal)) as raised:
            await correct(town, record, minutes, **other)

        assert raised.value == refusal
        assert await sums(tx) == before


async def test_record_is_corrected_once(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await verified(town)
        newer = await correct(town, record, 120)
        with pytest.raises(AlreadyCorrected):
            await correct(town, record, 90)

        assert (await correct(town, newer, 90)).entry.minutes == 90
        assert await sums(tx) == {(town.teams["first"], "2026-12"): (90, 1)}


async def test_waiting_record_is_not_corrected(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await entered(town)
        with pytest.raises(WrongState) as raised:
            await correct(town, record, 120)

        assert raised.value == WrongState(state="submitted", wanted="verified")


async def test_record_sent_back_can_be_sent_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await entered(town)
        await return_record(Seated(tx, await town.viewer("chan"), LATER), record_id=record.id, reason="Which day?")
        mended = entry(town, starts_at=START - DAY, hours=2, note="Friday, at the care home")
        again = await resubmit_record(Seated(tx, await town.viewer("anna"), LATER), record_id=record.id, entry=mended)

        assert (again.state, again.day.isoformat(), again.entry) == (RecordState.SUBMITTED, "2026-12-04", mended)


async def test_what_is_sent_again_is_read_as_what_is_entered(database: Database) -> None:
    """Nothing that is still to come, and nothing in the way of another record."""
    async with database.write() as tx:
        town = await build_town(tx)
        record = await entered(town)
        await return_record(Seated(tx, await town.viewer("chan"), LATER), record_id=record.id, reason="Which day?")
        await entered(town, starts_at=START - DAY)
        anna = Seated(tx, await town.viewer("anna"), LATER)
        with pytest.raises(InTheFuture):
            await resubmit_record(anna, record_id=record.id, entry=entry(town, starts_at=LATER - HOUR, hours=2))
        with pytest.raises(RecordsOverlap):
            await resubmit_record(anna, record_id=record.id, entry=entry(town, starts_at=START - DAY, hours=2))


async def test_only_its_person_sends_a_record_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await entered(town)
        await return_record(Seated(tx, await town.viewer("chan"), LATER), record_id=record.id, reason="Which day?")
        with pytest.raises(NotFound):
            await resubmit_record(Seated(tx, await town.viewer("ben"), LATER), record_id=record.id, entry=entry(town))
