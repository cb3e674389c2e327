import asyncio
from typing import Any

import pytest

from bot.desk import Seated
from bot.ground.refusals import (
    AlreadyVerified,
    InTheFuture,
    NeedsAdministrator,
    NeedsCoordinator,
    NotFound,
    OwnRecord,
    ReasonMissing,
    RecordsOverlap,
    Refusal,
    TooLong,
    TooShort,
    WrongState,
)
from bot.ground.times import DAY, HOUR, MINUTE
from bot.hours import rows as hours_rows
from bot.hours.crediting import enter_record, return_record, verify_record
from bot.hours.rules import RecordState
from bot.store.database import Database, in_transaction
from bot.store.failures import Broken
from bot.store.transaction import Tx
from tests.helpers.books import LATER, entered, entry, sums, verified
from tests.helpers.offers import START
from tests.helpers.town import build_town


async def test_entered_record_waits_and_moves_no_sum(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await entered(town)

        assert (record.state, record.day.isoformat(), record.month) == (RecordState.SUBMITTED, "2026-12-05", "2026-12")
        assert await sums(tx) == {}


async def test_verified_record_moves_its_teams_sum(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await verified(town)

        assert (record.state, record.verifier, record.verified_at) == (RecordState.VERIFIED, "Chan", LATER)
        assert await sums(tx) == {(town.teams["first"], "2026-12"): (150, 1)}


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"minutes": 0}, TooShort(minutes=0, lowest=1)),
        ({"minutes": -3}, TooShort(minutes=-3, lowest=1)),
        ({"minutes": 151}, TooLong(minutes=151, highest=150)),
        ({"hours": 24.5}, TooLong(minutes=1470, highest=1440)),
        ({"starts_at": LATER - HOUR}, InTheFuture(at=LATER - HOUR + 150 * MINUTE)),
    ],
    ids=["nothing", "negative", "more than its span", "over a day", "not over yet"],
)
async def test_impossible_entry_is_refused(database: Database, change: dict[str, Any], refusal: Refusal) -> None:
    """Fault 37."""
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(type(refusal)) as raised:
            await entered(town, **change)

        assert raised.value == refusal


@pytest.mark.parametrize(
    ("starts_at", "free"),
    [
        (START - 150 * MINUTE, True),
        (START - 149 * MINUTE, False),
        (START + 149 * MINUTE, False),
        (START + 150 * MINUTE, True),
    ],
    ids=["ends as the other begins", "one minute into it", "begins in its last minute", "begins as it ends"],
)
async def test_two_records_of_a_person_never_overlap(database: Database, starts_at: int, free: bool) -> None:
    """Fault 37."""
    async with database.write() as tx:
        town = await build_town(tx)
        await entered(town)
        try:
            await entered(town, starts_at=starts_at)
            refused = None
        except RecordsOverlap as refusal:
            refused = refusal

        assert refused == (None if free else RecordsOverlap(activity="", starts_at=START, ends_at=START + 150 * MINUTE))


async def test_record_sent_back_leaves_its_time_free(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        first = await entered(town)
        await return_record(
            Seated(tx, await town.viewer("chan"), LATER), record_id=first.id, reason="Which home was it?"
        )

        assert (await entered(town)).state is RecordState.SUBMITTED


@pytest.mark.parametrize("grant", [None, "administrator"], ids=["a volunteer", "also an administrator"])
async def test_own_record_is_never_verified(database: Database, grant: str | None) -> None:
    """Fault 38."""
    async with database.write() as tx:
        town = await build_town(tx)
        record = await entered(town)
        if grant:
            await town.grants("anna", grant, "city")
        with pytest.raises(OwnRecord):
            await verify_record(Seated(tx, await town.viewer("anna"), LATER), record_id=record.id)

        assert await sums(tx) == {}


async def test_own_record_is_refused_by_the_schema_too(database: Database) -> None:
    """Fault 38: the statement sent by forgetful code aborts."""
    async with database.write() as tx:
        town = await build_town(tx)
        record = await entered(town)

    with pytest.raises(Broken):
        async with database.write() as tx:
            await tx.change(
                hours_rows.set_verified.statement,
                id=record.id,
                month="2026-12",
                by=town.people["anna"],
                now=LATER,
                reason=None,
            )


@pytest.mark.parametrize(
    ("who", "outcome"),
    [("chan", None), ("olga", None), ("wu", None), ("li", NotFound), ("carl", NotFound), ("ben", NotFound)],
    ids=["the lead", "coordinator above", "administrator", "another station's", "captain", "volunteer"],
)
async def test_only_staff_of_the_place_verify(database: Database, who: str, outcome: type[Refusal] | None) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await entered(town)
        viewer = await town.viewer(who)
        if outcome is None:
            assert (await verify_record(Seated(tx, viewer, LATER), record_id=record.id)).verified_by == viewer.id
        else:
            with pytest.raises(outcome):
                await verify_record(Seated(tx, viewer, LATER), record_id=record.id)


async def test_second_verification_is_refused(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await verified(town)
        with pytest.raises(AlreadyVerified):
            await verify_record(Seated(tx, await town.viewer("olga"), LATER), record_id=record.id)

        assert await sums(tx) == {(town.teams["first"], "2026-12"): (150, 1)}


async def test_record_sent_back_cannot_be_verified(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record, chan = await entered(town), await town.viewer("chan")
        await return_record(Seated(tx, chan, LATER), record_id=record.id, reason="Which home was it?")
        with pytest.raises(WrongState) as raised:
            await verify_record(Seated(tx, chan, LATER), record_id=record.id)

        assert raised.value == WrongState(state="returned", wanted="submitted")


async def test_sending_back_needs_a_reason(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await entered(town)
        with pytest.raises(ReasonMissing):
            await return_record(Seated(tx, await town.viewer("chan"), LATER), record_id=record.id, reason="")


@pytest.mark.parametrize(
    ("hours", "who", "reason", "refusal"),
    [
        (8, "chan", "", None),
        (8.5, "chan", "", NeedsCoordinator(minutes=510, limit=480)),
        (8.5, "olga", "", None),
        (12.5, "olga", "", NeedsAdministrator(minutes=750, limit=720)),
        (12.5, "wu", "", ReasonMissing()),
        (12.5, "wu", "Flood relief", None),
    ],
    ids=["8 h", "over 8 h", "coordinator", "over 12 h", "no reason", "administrator with a reason"],
)
async def test_much_in_one_day_needs_somebody_higher(
    database: Database, hours: float, who: str, reason: str, refusal: Refusal | None
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await verified(town, starts_at=START - 6 * HOUR, hours=2)
        record = await entered(town, hours=hours - 2)
        viewer = await town.viewer(who)
        if refusal is None:
            made = await verify_record(Seated(tx, viewer, LATER), record_id=record.id, reason=reason)
            assert made.state is RecordState.VERIFIED
        else:
            with pytest.raises(type(refusal)) as raised:
                await verify_record(Seated(tx, viewer, LATER), record_id=record.id, reason=reason)
            assert raised.value == refusal


async def test_day_limit_is_of_one_day(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await verified(town, hours=8)
        next_day = await verified(town, starts_at=START + DAY, hours=8)

        assert next_day.state is RecordState.VERIFIED


async def test_two_entries_at_once_leave_one(database: Database) -> None:
    """Fault 37: overlapping ones, in two transactions side by side."""
    async with database.write() as tx:
        town = await build_town(tx)

    async def try_to_enter(starts_at: int) -> str:
        async def work(tx: Tx) -> None:
            await enter_record(tx, LATER, entry(town, starts_at=starts_at), entered_by=town.people["anna"])

        try:
            await in_transaction(database, work)
        except RecordsOverlap:
            return "refused"
        return "entered"

    outcomes = await asyncio.gather(*(try_to_enter(START + minute * MINUTE) for minute in range(6)))

    assert sorted(outcomes) == ["entered", *["refused"] * 5]
