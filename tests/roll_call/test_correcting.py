"""What is put right after *Finish*: marks, hours by reversal, figures in the month in which they are booked."""

import pytest

from bot.desk import Seated
from bot.ground.months import month_period
from bot.ground.refusals import (
    EmptyText,
    NotFound,
    NothingToCorrect,
    OutOfRange,
    OwnRecord,
    Refusal,
    RollCallFinished,
    WrongState,
)
from bot.ground.times import DAY, HOUR
from bot.hours import rows as books
from bot.hours.crediting import verify_record
from bot.hours.rules import RecordState, Source
from bot.reports import file_rows
from bot.reports.acts import scope_by_key, summarize
from bot.reports.closing import close_month
from bot.reports.figures import Figures
from bot.reports.integrity.acts import first_fault
from bot.roll_call import attendance_rows
from bot.roll_call.correcting import acts as correcting
from bot.roll_call.rules import AttendanceState
from bot.roll_call.shown import PutRight
from bot.sign_ups.groups import rows as group_places
from bot.store.database import Database
from tests.helpers.books import entered, sums
from tests.helpers.lines import queued
from tests.helpers.rolls import END, S, all_here, card, finish, mark, shift_with
from tests.helpers.town import NOW, Town, build_town

SOON = END + 2 * DAY
JANUARY = NOW + 45 * DAY


async def finished(town: Town, *absent: str) -> int:
    """Anna and Ben, of whom these did not come."""
    shift_id = await shift_with(town, "anna", "ben")
    await all_here(town, shift_id)
    for name in absent:
        await mark(town, shift_id, name, S.NO_SHOW)
    await finish(town, shift_id, helped=420)
    return shift_id


async def put(
    town: Town, shift_id: int, name: str, to: AttendanceState, minutes: int = 0, *, at: int = SOON, who: str = "chan",
    reason: str = "a slip",
) -> PutRight:  # fmt: skip
    return await correcting.correct_mark(
        Seated(town.tx, await town.viewer(who), at),
        shift_id=shift_id, person_id=town.people[name], mark=to, minutes=minutes, reason=reason,
    )  # fmt: skip


async def lines(town: Town, shift_id: int) -> list[tuple[str, int, str]]:
    """What is on record of it and not taken back."""
    found = await books.standing_of_shift(town.tx, shift_id)
    return [(one.person or one.team, one.minutes_of_all, str(one.state)) for one in found]


async def counted(town: Town, month: str, at: int = SOON) -> Figures:
    desk = Seated(town.tx, await town.viewer("olga"), at)
    scope = await scope_by_key(desk, f"s{town.stations['city']}")
    return (await summarize(desk, scope, month_period(month))).whole


async def test_no_show_by_mistake_is_here_after_all(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await finished(town, "ben")
        done = await put(town, shift_id, "ben", S.HERE)

        assert (done.name, done.told, done.hours and done.hours.entry.minutes) == ("Ben", True, 150)
        assert await lines(town, shift_id) == [("Anna", 150, "verified"), ("Ben", 150, "verified")]
        whole = await counted(town, "2026-12")
        assert (whole.came, whole.no_shows, whole.missed_percent, whole.minutes) == (2, 0, 0, 300)
        assert (await card(town, shift_id, SOON)).came == 2
        assert len(await queued(town, "statement")) == 2


async def test_who_was_marked_here_by_mistake_loses_the_hours_by_reversal(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await finished(town)
        done = await put(town, shift_id, "ben", S.NO_SHOW)

        assert (done.taken_back, done.told) == (150, True)
        assert await lines(town, shift_id) == [("Anna", 150, "verified")]
        records = await books.of_person(tx, town.people["ben"], limit=9, offset=0)
        assert [(one.entry.minutes, one.entry.source, one.reversed) for one in records] == [
            (150, Source.ROLL_CALL, True)  # the reversal stands behind *Why*
        ]
        assert await sums(tx) == {(town.teams["first"], "2026-12"): (150, 1)}
        assert len(await queued(town, "hours_taken_back")) == 1


@pytest.mark.parametrize(
    ("to", "minutes", "left"), [(S.LATE, 45, 105), (S.LEFT_EARLY, 30, 120), (S.LATE, 5, 150)],
    ids=["late", "left early", "within the grace"],
)  # fmt: skip
async def test_hours_follow_the_minutes(database: Database, to: AttendanceState, minutes: int, left: int) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await finished(town)
        await put(town, shift_id, "ben", to, minutes)
        assert ("Ben", left, "verified") in await lines(town, shift_id)
        await put(town, shift_id, "ben", S.HERE)
        assert ("Ben", 150, "verified") in await lines(town, shift_id)


async def test_person_hears_of_a_mark_where_no_hours_change(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await finished(town, "ben")
        done = await put(town, shift_id, "ben", S.EXCUSED, reason="phoned on Friday")
        told = await queued(town, "mark_corrected")
        chan = town.people["chan"]
        found = await correcting.mark_look(
            tx, town.people["ben"], shift_id=shift_id, reason="phoned on Friday", by=chan, reader_id=town.people["ben"]
        )

        assert (done.told, len(told)) == (True, 1)
        assert found is not None
        assert found.line.attendance is not None
        assert (found.line.attendance.state, found.by, found.reason) == (S.EXCUSED, "Chan", "phoned on Friday")
        assert (await counted(town, "2026-12")).no_shows == 0


async def test_people_helped_are_put_right_again_and_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await finished(town)
        desk = Seated(tx, await town.viewer("chan"), SOON)
        for helped in (42, 43):
            await correcting.correct_helped(desk, shift_id=shift_id, helped=helped, reason="one nought")

        assert (await card(town, shift_id, SOON)).call.beneficiaries == 43
        assert (await counted(town, "2026-12")).helped == 43
        scope = await scope_by_key(Seated(tx, await town.viewer("olga"), SOON), f"s{town.stations['city']}")
        files = await file_rows.activities(tx, scope, month_period("2026-12"), frozenset({"service"}))
        assert [line.helped for line in files] == [43]


async def test_closed_month_stays_and_the_difference_counts_when_it_is_put_right(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await finished(town, "ben")
        await close_month(tx, town.stations["city"], "2026-12", JANUARY)
        before = await counted(town, "2026-12", JANUARY)
        await put(town, shift_id, "ben", S.HERE, at=JANUARY)
        desk = Seated(tx, await town.viewer("chan"), JANUARY)
        await correcting.correct_helped(desk, shift_id=shift_id, helped=42, reason="one nought")
        after = await counted(town, "2027-01", JANUARY)

        assert await counted(town, "2026-12", JANUARY) == before
        assert (after.minutes, after.came, after.no_shows, after.helped) == (150, 1, -1, -378)
        assert (after.adjusted, after.adjusted_no_shows, after.adjusted_helped) == (150, -1, -378)
        assert after.missed_percent is None


async def test_hours_that_are_verified_take_the_no_show_back(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await finished(town, "ben")
        record = await entered(town, "ben", shift_id=shift_id, now=SOON)
        await verify_record(Seated(tx, await town.viewer("chan"), SOON), record_id=record.id)

        known = await attendance_rows.of_person(tx, shift_id, town.people["ben"])
        whole = await counted(town, "2026-12")
        assert known is not None
        assert (known.state, whole.came, whole.no_shows) == (S.DONE, 2, 0)


async def test_hours_verified_before_the_roll_is_finished_are_no_no_show(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna", "ben")
        await mark(town, shift_id, "ben", S.NO_SHOW)
        for name in ("anna", "ben"):
            record = await entered(town, name, shift_id=shift_id, now=SOON)
            await verify_record(Seated(tx, await town.viewer("chan"), SOON), record_id=record.id)
        done = await finish(town, shift_id, at=SOON)

        assert (done.came, done.missed) == (2, 0)
        assert (await counted(town, "2026-12")).came == 2


async def test_what_somebody_reports_waits_for_its_own_confirmation(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await finished(town, "ben")
        await entered(town, "ben", shift_id=shift_id, now=SOON)
        done = await put(town, shift_id, "ben", S.HERE)

        assert done.hours is not None
        assert done.hours.record is not None
        assert done.hours.record.state is RecordState.SUBMITTED
        assert ("Ben", 150, "submitted") in await lines(town, shift_id)


async def test_heads_of_a_group_are_put_right(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        team = town.teams["company"]
        place = await group_places.add(tx, shift_id=shift_id, team_id=team, places=6, by=town.people["chan"], now=NOW)
        await all_here(town, shift_id)
        await finish(town, shift_id)
        desk = Seated(tx, await town.viewer("chan"), SOON)
        await correcting.correct_heads(desk, shift_id=shift_id, group_place_id=place, heads=4, reason="counted twice")

        whole = await counted(town, "2026-12")
        assert (whole.came, whole.no_shows, whole.minutes) == (5, 2, 5 * 150)
        assert (team, "2026-12") in await sums(tx)
        with pytest.raises(OutOfRange):
            await correcting.correct_heads(desk, shift_id=shift_id, group_place_id=place, heads=7, reason="x")
        with pytest.raises(NothingToCorrect):
            await correcting.correct_heads(desk, shift_id=shift_id, group_place_id=place, heads=4, reason="x")


@pytest.mark.parametrize(
    ("who", "name", "to", "minutes", "reason", "refusal"),
    [
        ("chan", "ben", S.HERE, 0, "x", NothingToCorrect),
        ("chan", "ben", S.NO_SHOW, 0, " ", EmptyText),
        ("chan", "ben", S.LATE, 150, "x", OutOfRange),
        ("chan", "cora", S.HERE, 0, "x", NotFound),
        ("carl", "ben", S.NO_SHOW, 0, "x", RollCallFinished),
        ("ben", "ben", S.LATE, 20, "x", OwnRecord),
        ("anna", "ben", S.NO_SHOW, 0, "x", NotFound),
    ],
    ids=["says so already", "no reason", "nothing left", "not on the roll", "a captain", "one's own", "nobody's"],
)
async def test_it_is_refused(
    database: Database, who: str, name: str, to: AttendanceState, minutes: int, reason: str, refusal: type[Refusal]
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await finished(town)
        with pytest.raises(refusal):
            await put(town, shift_id, name, to, minutes, who=who, reason=reason)


async def test_open_roll_call_is_marked_and_not_put_right(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "ben")
        await all_here(town, shift_id)
        with pytest.raises(WrongState):
            await put(town, shift_id, "ben", S.NO_SHOW, at=END + HOUR)


async def test_sums_that_are_kept_are_those_of_what_was_put_right(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await finished(town, "ben")
        await put(town, shift_id, "ben", S.HERE)
        await put(town, shift_id, "anna", S.NO_SHOW)
        desk = Seated(tx, await town.viewer("chan"), SOON)
        await correcting.correct_helped(desk, shift_id=shift_id, helped=42, reason="one nought")

        assert await first_fault(tx) is None
        await close_month(tx, town.stations["city"], "2026-12", JANUARY)
        await put(town, shift_id, "ben", S.EXCUSED, at=JANUARY)
        assert await first_fault(tx) is None


@pytest.mark.parametrize(("minutes", "refused"), [(5, True), (6, False)], ids=["the same", "another within the grace"])
async def test_what_is_said_again_is_nothing_to_correct(database: Database, minutes: int, refused: bool) -> None:
    """Also where the hours are the same: who was late reads how late."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await finished(town)
        await put(town, shift_id, "ben", S.LATE, 5)
        chan = Seated(tx, await town.viewer("chan"), SOON)
        ben = town.people["ben"]
        try:
            await correcting.check_mark(chan, shift_id=shift_id, person_id=ben, mark=S.LATE, minutes=minutes)
            found = False
        except NothingToCorrect:
            found = True

    assert found is refused
