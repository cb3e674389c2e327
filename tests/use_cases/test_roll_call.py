"""Who may take a roll, what is marked, and what closing it brings."""

from typing import Any

import pytest

from bot.domain.activities import ActivityState, CancelReason
from bot.domain.attendance import AttendanceState
from bot.domain.refusals import (
    ActivityCancelled,
    NoGuardianConsent,
    NotBegun,
    NotFound,
    OutOfRange,
    Refusal,
    RollCallFinished,
    RollCallNotOpen,
    StaffOnDuty,
    StaleCard,
)
from bot.domain.roll_call_looks import Question, RollCallCard, RollCallResult
from bot.domain.service_records import RecordState, Source
from bot.domain.times import DAY, HOUR, MINUTE
from bot.storage import activities, attendance, group_places, leading
from bot.storage.database import Database
from bot.use_cases import due_roll_calls, finishing, roll_call, walk_ins
from tests.books import sums
from tests.lines import queued, signs_up
from tests.offers import START, morning, offer
from tests.town import NOW, Town, build_town

S = AttendanceState
OPENS, END = START - 15 * MINUTE, START + 150 * MINUTE


async def shift_with(town: Town, *names: str, **activity: Any) -> int:
    """An activity with these people signed up."""
    shift_id = await offer(town, **activity)
    for name in names:
        await signs_up(town, name, shift_id)
    return shift_id


async def card(town: Town, shift_id: int, at: int = OPENS, who: str = "chan") -> RollCallCard:
    return await roll_call.card(town.tx, await town.viewer(who), at, shift_id=shift_id)


async def all_here(town: Town, shift_id: int, at: int = START, who: str = "chan") -> None:
    await roll_call.mark_rest(town.tx, await town.viewer(who), at, shift_id=shift_id)


async def mark(
    town: Town, shift_id: int, name: str, mark: AttendanceState, minutes: int = 0, at: int = START, who: str = "chan"
) -> None:
    await roll_call.mark(
        town.tx, await town.viewer(who), at, shift_id=shift_id, person_id=town.people[name], mark=mark, minutes=minutes
    )


async def finish(town: Town, shift_id: int, at: int = END, who: str = "chan", **other: Any) -> RollCallResult:
    return await finishing.finish(town.tx, await town.viewer(who), at, shift_id=shift_id, **{"helped": None} | other)


def booked(done: RollCallResult) -> dict[str, tuple[int, str] | str]:
    """Minutes and state by name, or the code of the refusal."""
    return {
        name: (one.record.entry.minutes, str(one.record.state)) if one.record else str(one.refusal)
        for name, one in zip(done.names, done.credited, strict=True)
    }


@pytest.mark.parametrize(
    ("who", "outcome"),
    [
        ("chan", (True, True)),
        ("olga", (True, True)),
        ("wu", (True, True)),
        ("carl", (False, False)),
        ("anna", NotFound()),
        ("li", NotFound()),
    ],
    ids=["lead", "coordinator", "administrator", "the team's captain", "volunteer", "another station's"],
)
async def test_staff_and_captains_take_the_roll_but_only_staff_close_it(
    database: Database, who: str, outcome: tuple[bool, bool] | Refusal
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        found: tuple[bool, bool] | Refusal
        try:
            shown = await card(town, shift_id, who=who)
            found = (shown.may_close, shown.may_hand)
        except Refusal as refusal:
            found = refusal

        assert found == outcome


async def test_roll_opens_shortly_before_the_start(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        with pytest.raises(RollCallNotOpen) as raised:
            await card(town, shift_id, OPENS - 1)

        assert raised.value == RollCallNotOpen(opens_at=OPENS)
        assert (await card(town, shift_id, OPENS)).call.opened_at == OPENS


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


async def test_marks_are_kept_one_a_person(database: Database) -> None:
    """Fault 44."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna", "ben", "cora")
        await mark(town, shift_id, "ben", S.LATE, 30)
        await all_here(town, shift_id)
        await all_here(town, shift_id)
        await mark(town, shift_id, "cora", S.NO_SHOW)
        await mark(town, shift_id, "cora", S.EXCUSED)

        marks = [(line.name, line.attendance) for line in (await card(town, shift_id)).lines]
        assert [(name, known.state, known.late_minutes) for name, known in marks if known] == [
            ("Anna", S.HERE, None),
            ("Ben", S.LATE, 30),
            ("Cora", S.EXCUSED, None),
        ]


@pytest.mark.parametrize(
    ("name", "change", "refusal"),
    [
        ("dan", {"mark": S.HERE}, NotFound()),
        ("anna", {"mark": S.LATE, "minutes": 150}, OutOfRange("late_minutes", 150, 1, 149)),
        ("anna", {"mark": S.LATE, "minutes": 0}, OutOfRange("late_minutes", 0, 1, 149)),
        ("anna", {"mark": S.HERE, "at": OPENS - 1}, RollCallNotOpen(opens_at=OPENS)),
        ("anna", {"mark": S.HERE, "who": "ben"}, NotFound()),
    ],
    ids=["not on the list", "all of it late", "no minutes", "too early", "not for volunteers"],
)
async def test_mark_is_checked(database: Database, name: str, change: dict[str, Any], refusal: Refusal) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        with pytest.raises(type(refusal)) as raised:
            await mark(town, shift_id, name, **change)

        assert raised.value == refusal


async def test_closing_credits_what_was_served_once(database: Database) -> None:
    """Fault 44: roll-call taken twice, early leave, walk-in: one record each, right minutes."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna", "ben", "cora")
        await all_here(town, shift_id)
        await mark(town, shift_id, "ben", S.LEFT_EARLY, 60)
        await mark(town, shift_id, "cora", S.NO_SHOW)
        chan = await town.viewer("chan")
        await walk_ins.add_person(tx, chan, START, shift_id=shift_id, person_id=town.people["gran"])
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
            await roll_call.all_leave(tx, await town.viewer("chan"), leave_at, shift_id=shift_id)
        done = await finish(town, shift_id, at=at, extra=extra)

        assert [(one.entry.minutes, one.entry.flags) for one in done.credited] == [(minutes, flags)]
        assert done.credited[0].record is not None


async def test_questions_come_in_order(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna", "ben")
        chan = await town.viewer("chan")

        async def asked(at: int, extra: bool | None = None) -> Question:
            return (await finishing.next_question(tx, chan, at, shift_id=shift_id, extra=extra))[0]

        with pytest.raises(NotBegun):
            await asked(OPENS)
        assert await asked(START) is Question.UNMARKED
        await all_here(town, shift_id)
        assert await asked(START) is Question.STILL_THERE
        with pytest.raises(StaleCard):
            await finish(town, shift_id, at=START)
        await roll_call.all_leave(tx, chan, END + HOUR, shift_id=shift_id)
        assert await asked(END + HOUR) is Question.OVERTIME
        assert await asked(END + HOUR, extra=False) is Question.HELPED


async def test_captains_roll_waits_for_the_leads_tap_with_the_own_line(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna", "carl")
        chan = await town.viewer("chan")
        await card(town, shift_id)
        await roll_call.hand_to(tx, chan, START, shift_id=shift_id, captain_id=town.people["carl"])
        await all_here(town, shift_id, who="carl")
        waiting = await finish(town, shift_id, who="carl", helped=7)

        assert (waiting.waits_for, waiting.credited, await sums(tx)) == ("Chan", (), {})
        with pytest.raises(RollCallFinished):
            await mark(town, shift_id, "anna", S.NO_SHOW, at=END, who="carl")
        with pytest.raises(RollCallFinished):
            await finishing.confirm(tx, await town.viewer("carl"), END, shift_id=shift_id)

        done = await finishing.confirm(tx, chan, END, shift_id=shift_id)
        assert booked(done) == {"Anna": (150, "verified"), "Carl": (150, "verified")}
        assert done.helped == 7
        assert [one[:2] for one in await queued(town)] == [
            ("roll_call_handed", "carl"),
            ("roll_call_submitted", "chan"),
            ("statement", "anna"),
            ("statement", "carl"),
        ]


async def test_roll_is_handed_to_captains_only(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        chan, carl = await town.viewer("chan"), town.people["carl"]

        assert await roll_call.captains(tx, chan, OPENS, shift_id=shift_id) == {carl: "Carl"}
        with pytest.raises(NotFound):
            await roll_call.hand_to(tx, chan, OPENS, shift_id=shift_id, captain_id=town.people["anna"])
        with pytest.raises(NotFound):
            await roll_call.hand_to(tx, await town.viewer("carl"), OPENS, shift_id=shift_id, captain_id=carl)


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
        await walk_ins.add_person(tx, chan, START, shift_id=other, person_id=town.people["anna"])
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
            await roll_call.count_heads(tx, chan, START, shift_id=shift_id, group_place_id=place, heads=6)
        await roll_call.count_heads(tx, chan, START, shift_id=shift_id, group_place_id=place, heads=3)
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


async def test_walk_in_is_chosen_found_or_new(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        carl, chan = await town.viewer("carl"), await town.viewer("chan")
        choice = await walk_ins.choice(tx, carl, START, shift_id=shift_id)
        found = await walk_ins.choice(tx, chan, START, shift_id=shift_id, name="da")
        nina = await walk_ins.add_new(tx, carl, START, shift_id=shift_id, name=" Nina ", adult=True)
        await walk_ins.add_person(tx, chan, START, shift_id=shift_id, person_id=town.people["dan"])
        with pytest.raises(NotFound):
            await walk_ins.add_person(tx, carl, START, shift_id=shift_id, person_id=town.people["fay"])
        with pytest.raises(NoGuardianConsent):
            await walk_ins.add_new(tx, carl, START, shift_id=shift_id, name="Kid", adult=False)

        assert [name for _, name in choice.people] == ["Ben", "Carl", "Cora", "Gran"]
        assert found.people == ((town.people["dan"], "Dan"),)
        known = await attendance.of_person(tx, shift_id, nina)
        assert known is not None
        assert (known.state, known.walk_in) == (S.HERE, True)


async def test_card_comes_once_and_again_after_a_move(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        await offer(town)
        assert await due_roll_calls.next_card(tx, NOW) == (OPENS, 1)
        assert await due_roll_calls.send_cards(tx, OPENS - 1, 64) == 0
        assert [await due_roll_calls.send_cards(tx, OPENS + late, 64) for late in (0, 60)] == [1, 0]
        await leading.update_shift(tx, shift_id, morning(starts_at=START + 2 * DAY))
        assert await due_roll_calls.send_cards(tx, OPENS + HOUR, 64) == 0
        assert await due_roll_calls.send_cards(tx, OPENS + 2 * DAY, 64) == 1

        assert await queued(town, "roll_call_card") == [
            ("roll_call_card", "chan", OPENS),
            ("roll_call_card", "chan", OPENS + 2 * DAY),
        ]
