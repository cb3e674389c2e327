"""What closing a roll-call brings, and what must be said before."""

import asyncio

import pytest

from bot.activities import rows as activities
from bot.activities.rules import ActivityState, CancelReason
from bot.desk import Seated
from bot.ground.refusals import ActivityCancelled, NotBegun, OutOfRange, RollCallFinished, StaffOnDuty, StaleCard
from bot.ground.times import HOUR, MINUTE
from bot.ground.viewer import Viewer
from bot.hours.rules import RecordState, Source, Why
from bot.leading import cancelling
from bot.leading import rows as leading
from bot.roll_call import acts as roll_call
from bot.roll_call import finishing, walk_ins
from bot.roll_call.shown import Question
from bot.sign_ups.groups import rows as group_places
from bot.store.database import Database
from tests.helpers.books import sums
from tests.helpers.lines import queued, signs_up
from tests.helpers.offers import START, morning, offer
from tests.helpers.rolls import END, OPENS, S, all_here, booked, card, finish, mark, shift_with
from tests.helpers.town import NOW, build_town


async def test_what_was_cancelled_before_has_no_roll_but_what_was_served_has(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        never, served = await shift_with(town, "anna"), await shift_with(town, "ben")
        await all_here(town, served)
        for shift_id in (never, served):
            shift = await activities.get_shift(tx, shift_id)
            assert shift is not None
            await leading.set_state(tx, shift.activity_id, ActivityState.CANCELLED, reason=CancelReason.WEATHER)

        assert booked(await finish(town, served)) == {"Ben": (150, "verified")}
        with pytest.raises(ActivityCancelled):
            await card(town, never)


async def test_what_was_cancelled_under_way_is_credited_until_then(database: Database) -> None:
    """Unless leaving was marked, which the lead may do before or after."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna", "ben", "cora")
        shift = await activities.get_shift(tx, shift_id)
        assert shift is not None
        await all_here(town, shift_id)
        await mark(town, shift_id, "ben", S.LEFT_EARLY, 140)
        await mark(town, shift_id, "cora", S.LATE, 15)
        chan, off = await town.viewer("chan"), START + 20 * MINUTE + 40
        await cancelling.cancel(Seated(tx, chan, off), activity_id=shift.activity_id, reason="weather")
        done = await finish(town, shift_id, at=off)

        assert booked(done) == {"Anna": (20, "verified"), "Ben": (10, "verified"), "Cora": (5, "verified")}
        assert [(one.entry.why[1:], one.entry.flags) for one in done.credited] == [
            ((Why("cancelled", -130),), ()),
            ((Why("left_early", -140),), ()),
            ((Why("late", -15), Why("cancelled", -130)), ()),
        ]


async def test_who_stayed_after_a_cancellation_is_credited_as_marked(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        shift = await activities.get_shift(tx, shift_id)
        assert shift is not None
        await all_here(town, shift_id)
        chan = await town.viewer("chan")
        await cancelling.cancel(Seated(tx, chan, START + 20 * MINUTE), activity_id=shift.activity_id, reason="venue")
        await roll_call.all_leave(Seated(tx, chan, START + 50 * MINUTE), shift_id=shift_id)

        assert booked(await finish(town, shift_id)) == {"Anna": (50, "verified")}


async def test_closing_credits_what_was_served_once(database: Database) -> None:
    """Fault 44: roll-call taken twice, early leave, walk-in: one record each, right minutes."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna", "ben", "cora")
        await all_here(town, shift_id)
        await mark(town, shift_id, "ben", S.LEFT_EARLY, 60)
        await mark(town, shift_id, "cora", S.NO_SHOW)
        chan = await town.viewer("chan")
        await walk_ins.add_person(Seated(tx, chan, START), shift_id=shift_id, person_id=town.people["gran"])
        done = await finish(town, shift_id, helped=42)
        with pytest.raises(RollCallFinished):
            await finish(town, shift_id, at=END + HOUR, who="olga")

        assert booked(done) == {"Anna": (150, "verified"), "Ben": (90, "verified"), "Gran": (150, "verified")}
        assert (done.came, done.missed, done.helped) == (3, 1, 42)
        assert await sums(tx) == {(town.teams["first"], "2026-12"): (390, 3)}
        assert await queued(town, "statement") == [("statement", "anna", END), ("statement", "ben", END)]
        assert (await card(town, shift_id, END)).call.closed


async def test_after_the_closing_nothing_is_marked(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        await all_here(town, shift_id)
        await finish(town, shift_id)
        with pytest.raises(RollCallFinished):
            await mark(town, shift_id, "anna", S.NO_SHOW, at=END)


@pytest.mark.parametrize(
    ("at", "leave_at", "extra", "minutes", "flags"),
    [
        (END - HOUR, END - HOUR, False, 90, ()),
        (END - 30, END - 30, False, 149, ()),
        (END + HOUR, None, False, 150, ()),
        (END + HOUR, END + 40 * MINUTE, False, 150, ("overtime",)),
        (END + HOUR, END + 40 * MINUTE, True, 190, ()),
    ],
    ids=["an hour sooner", "in the last minute", "nobody said", "longer, only as planned", "longer, counted"],
)
async def test_all_leave_now_bounds_the_credit(
    database: Database, at: int, leave_at: int | None, extra: bool, minutes: int, flags: tuple[str, ...]
) -> None:
    """Fault 44."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        await all_here(town, shift_id)
        if leave_at is not None:
            await roll_call.all_leave(Seated(tx, await town.viewer("chan"), leave_at), shift_id=shift_id)
        done = await finish(town, shift_id, at=at, extra=extra)

        assert [(one.entry.minutes, one.entry.flags) for one in done.credited] == [(minutes, flags)]
        assert done.credited[0].record is not None


async def test_questions_come_in_order(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna", "ben")
        chan = await town.viewer("chan")

        async def asked(at: int, extra: bool | None = None) -> Question:
            return (await finishing.next_question(Seated(tx, chan, at), shift_id=shift_id, extra=extra))[0]

        with pytest.raises(NotBegun):
            await asked(OPENS)
        assert await asked(START) is Question.UNMARKED
        await all_here(town, shift_id)
        assert await asked(START) is Question.STILL_THERE
        with pytest.raises(StaleCard):
            await finish(town, shift_id, at=START)
        await roll_call.all_leave(Seated(tx, chan, END + HOUR), shift_id=shift_id)
        assert await asked(END + HOUR) is Question.OVERTIME
        assert await asked(END + HOUR, extra=False) is Question.HELPED


async def test_captains_roll_waits_for_the_leads_tap_with_the_own_line(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna", "carl")
        chan = await town.viewer("chan")
        await card(town, shift_id)
        await roll_call.hand_to(Seated(tx, chan, START), shift_id=shift_id, captain_id=town.people["carl"])
        await all_here(town, shift_id, who="carl")
        waiting = await finish(town, shift_id, who="carl", helped=7)

        assert (waiting.waits_for, waiting.credited, await sums(tx)) == ("Chan", (), {})
        with pytest.raises(RollCallFinished):
            await mark(town, shift_id, "anna", S.NO_SHOW, at=END, who="carl")
        with pytest.raises(RollCallFinished):
            await finishing.confirm(Seated(tx, await town.viewer("carl"), END), shift_id=shift_id)

        done = await finishing.confirm(Seated(tx, chan, END), shift_id=shift_id)
        assert booked(done) == {"Anna": (150, "verified"), "Carl": (150, "verified")}
        assert done.helped == 7
        assert [one[:2] for one in await queued(town)] == [
            ("roll_call_handed", "carl"),
            ("roll_call_submitted", "chan"),
            ("statement", "anna"),
            ("statement", "carl"),
        ]


async def test_staff_on_duty_earn_nothing(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.joins("olga", "first")
        shift_id = await shift_with(town, "anna", "olga")
        await all_here(town, shift_id)
        done = await finish(town, shift_id)

        assert booked(done) == {"Anna": (150, "verified"), "Olga": StaffOnDuty.code}


async def test_two_sessions_at_once_are_not_both_credited(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        one, other = await shift_with(town, "anna"), await shift_with(town, "ben")
        chan = await town.viewer("chan")
        await all_here(town, one)
        await all_here(town, other)
        await walk_ins.add_person(Seated(tx, chan, START), shift_id=other, person_id=town.people["anna"])
        await finish(town, one)

        assert booked(await finish(town, other)) == {"Anna": "records_overlap", "Ben": (150, "verified")}


async def test_long_day_waits_for_somebody_higher(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(hours=9))
        await signs_up(town, "anna", shift_id)
        await all_here(town, shift_id)

        assert booked(await finish(town, shift_id, at=START + 9 * HOUR)) == {"Anna": (540, "submitted")}


async def test_heads_without_names_are_credited_to_their_team(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, audience="everyone")
        await signs_up(town, "anna", shift_id)
        fay = await town.viewer("fay")
        place = await group_places.add(
            tx, shift_id=shift_id, team_id=town.teams["company"], places=5, by=fay.id, now=NOW
        )
        chan = await town.viewer("chan")
        assert (await card(town, shift_id)).expected == 6
        with pytest.raises(OutOfRange):
            await roll_call.count_heads(Seated(tx, chan, START), shift_id=shift_id, group_place_id=place, heads=6)
        await roll_call.count_heads(Seated(tx, chan, START), shift_id=shift_id, group_place_id=place, heads=3)
        await all_here(town, shift_id)
        done = await finish(town, shift_id)

        heads = done.credited[1].record
        assert heads is not None
        assert (heads.entry.heads, heads.entry.minutes, heads.entry.source) == (3, 150, Source.HEAD_COUNT)
        assert (heads.entry.person_id, heads.entry.team_id, heads.state) == (
            None,
            town.teams["company"],
            RecordState.VERIFIED,
        )
        assert await sums(tx) == {
            (town.teams["company"], "2026-12"): (450, 3),
            (town.teams["first"], "2026-12"): (150, 1),
        }


async def test_two_who_close_at_once_credit_once(database: Database) -> None:
    """Fault 44: roll-call taken twice, in two transactions at the same time."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        await all_here(town, shift_id)
        staff = [await town.viewer("chan"), await town.viewer("olga")]

    async def close(viewer: Viewer) -> bool:
        async with database.write() as tx:
            try:
                await finishing.finish(Seated(tx, viewer, END), shift_id=shift_id, helped=None)
            except RollCallFinished:
                return False
        return True

    closed = await asyncio.gather(*map(close, staff))

    async with database.read() as tx:
        assert sorted(closed) == [False, True]
        assert await sums(tx) == {(town.teams["first"], "2026-12"): (150, 1)}


@pytest.mark.parametrize(("left", "asked"), [(END, Question.HELPED), (END + 30 * MINUTE, Question.OVERTIME)])
async def test_overtime_is_asked_about_where_somebody_stayed(database: Database, left: int, asked: Question) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        await all_here(town, shift_id)
        chan = await town.viewer("chan")
        await roll_call.all_leave(Seated(tx, chan, left), shift_id=shift_id)
        found = [
            (await finishing.next_question(Seated(tx, chan, left), shift_id=shift_id, extra=extra))[0]
            for extra in (None, False, True)
        ]

    assert found == [asked, Question.HELPED, Question.HELPED]
