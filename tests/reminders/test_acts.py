"""Who is reminded when, and of what; what a stopped bot still owes; what leads get."""

import pytest

from bot.activities.rules import ActivityState
from bot.desk import Seated
from bot.ground.times import DAY, HOUR, MINUTE
from bot.leading import rows as leading
from bot.reminders import lead as lead_looks
from bot.reminders.acts import next_reminders, remind
from bot.reminders.lead_rules import Change
from bot.sign_ups.acts import sign_up
from bot.sign_ups.answering import say_coming, say_late
from bot.sign_ups.withdrawing import withdraw
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from tests.helpers.lines import queued, sign_up_id, signs_up
from tests.helpers.offers import START, morning, offer
from tests.helpers.town import NOW, Town, build_town

EVENING = START - 13 * HOUR  # 20:00, the evening before


async def kinds(town: Town, *instants: int) -> list[list[tuple[str, str]]]:
    """What each of these moments adds, as (kind, to whom)."""
    found, seen = [], len(await queued(town))
    for now in instants:
        await remind(town.tx, now, 64)
        new = (await queued(town))[seen:]
        seen += len(new)
        found.append(sorted((kind, who) for kind, who, _ in new))
    return found


async def test_reminders_come_three_days_one_day_and_two_hours_before(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)  # 13 days ahead
        await signs_up(town, "ben", shift_id, START - 5 * DAY)

        assert await kinds(
            town, START - 72 * HOUR - 1, START - 72 * HOUR, START - 24 * HOUR, START - 2 * HOUR, START - HOUR, START
        ) == [
            [],
            [("reminder", "anna")],
            [("reminder", "anna"), ("reminder", "ben")],
            [("lead_list", "chan"), ("meeting", "anna"), ("meeting", "ben")],
            [],
            [],
        ]


async def test_early_reminder_counts_back_from_itself(database: Database) -> None:
    """Those who signed up more than 7 days ago, 72 h before: ten days before the start, to the second."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id, START - 10 * DAY - 1)
        await signs_up(town, "ben", shift_id, START - 10 * DAY)

        assert await kinds(town, START - 72 * HOUR) == [[("reminder", "anna")]]


async def test_posted_on_the_day_itself_brings_the_list_instead_of_changes(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        today = NOW + 6 * HOUR
        shift_id = await offer(town, morning(starts_at=today))
        for name in ("anna", "ben"):
            await signs_up(town, name, shift_id, NOW + HOUR)
        added = await kinds(town, today - HOUR - 1, today - HOUR, today - HOUR + 60)

        assert [[one for one in new if one[1] == "chan"] for new in added] == [[], [("lead_list", "chan")], []]


async def test_nothing_is_sent_twice(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)

        assert [len(new) for new in await kinds(town, *(START - 24 * HOUR + turn for turn in range(4)))] == [1, 0, 0, 0]


async def test_who_signs_up_after_it_was_due_gets_the_next_one(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await kinds(town, START - 24 * HOUR)
        await signs_up(town, "anna", shift_id, START - 23 * HOUR)

        assert await kinds(town, START - 22 * HOUR, START - 2 * HOUR) == [
            [],
            [("lead_list", "chan"), ("meeting", "anna")],
        ]


@pytest.mark.parametrize(
    ("back_at", "expected"),
    [
        (START - 20 * HOUR, [("reminder", "anna")]),
        (START - 2 * HOUR + 30, [("lead_list", "chan"), ("meeting", "anna")]),
        (START - 1, []),
        (START, []),
    ],
    ids=["still useful", "the last of several", "a moment before the start", "never after the start"],
)
async def test_after_a_stop_the_still_useful_one_is_sent(
    database: Database, back_at: int, expected: list[tuple[str, str]]
) -> None:
    """Fault 62."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        if back_at == START - 1:
            await kinds(town, START - 2 * HOUR)
        found = await kinds(town, back_at)

        assert found == [expected]


async def test_lists_of_one_lead_are_one_message(database: Database) -> None:
    """Fault 62: also the late ones."""
    async with database.write() as tx:
        town = await build_town(tx)
        shifts = [await offer(town, morning(starts_at=START + turn * 4 * HOUR)) for turn in range(3)]
        for shift_id in shifts:
            await signs_up(town, "anna", shift_id)
        await kinds(town, START - 24 * HOUR)
        added = await kinds(town, EVENING + 5 * MINUTE)
        look = await lead_looks.lead_list(tx, shifts, reader_id=town.people["chan"], now=EVENING)

        assert added == [[("lead_list", "chan"), *[("reminder", "anna")] * 2]]
        assert look is not None
        assert [(one.shift.id, one.yes, one.silent) for one in look.lists] == [
            (shift_id, (), ("Anna",)) for shift_id in shifts
        ]


async def test_what_falls_into_the_night_comes_before_or_after_it(database: Database) -> None:
    """Fault 63: quiet from 22:00 to 7:00."""
    async with database.write() as tx:
        town = await build_town(tx)
        early = await offer(town, morning(starts_at=START - 3 * HOUR))  # 6:00
        late = await offer(town, morning(starts_at=START - HOUR))  # 8:00
        await signs_up(town, "anna", early)
        await signs_up(town, "ben", late)
        soon = await kinds(town, START - 11 * HOUR - 6 * MINUTE, START - 11 * HOUR - 5 * MINUTE, START - 2 * HOUR)

        assert [[one for one in new if one[0] == "meeting"] for new in soon] == [
            [],
            [("meeting", "anna")],
            [("meeting", "ben")],
        ]


async def test_a_yes_makes_the_next_ones_silent_and_a_no_ends_them(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        for name in ("anna", "ben", "cora"):
            await signs_up(town, name, shift_id)
        anna, ben = await town.viewer("anna"), await town.viewer("ben")
        await say_coming(Seated(tx, anna, NOW), sign_up_id=await sign_up_id(town, "anna", shift_id), revision=0)
        await withdraw(Seated(tx, ben, NOW), sign_up_id=await sign_up_id(town, "ben", shift_id))
        await remind(tx, START - 2 * HOUR, 64)
        rows = await leaving.due(tx, 0, START, 100)
        silent = {row["person_id"]: '"silent": true' in row["payload"] for row in rows if row["kind"] == "meeting"}

        assert silent == {town.people["anna"]: True, town.people["cora"]: False}


@pytest.mark.parametrize("state", [ActivityState.CANCELLED, ActivityState.ON_HOLD])
async def test_nothing_is_sent_about_what_is_cancelled_or_on_hold(database: Database, state: ActivityState) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        made = await signs_up(town, "anna", shift_id)
        await leading.set_state(tx, made.shift.activity_id, state)

        assert await kinds(town, START - 24 * HOUR, EVENING) == [[], []]


async def test_people_without_telegram_are_reminded_through_who_looks_after_them(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await sign_up(Seated(tx, await town.viewer("carl"), NOW), shift_id=shift_id, person_id=town.people["gran"])

        assert await kinds(town, START - 24 * HOUR) == [[("reminder", "carl")]]


async def test_an_hour_before_only_changes_are_told(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        quiet, busy = await offer(town), await offer(town, morning(starts_at=START + 4 * HOUR))
        for name in ("anna", "ben"):
            await signs_up(town, name, busy)
        await signs_up(town, "cora", quiet)
        await kinds(town, EVENING)
        later = EVENING + HOUR
        await withdraw(Seated(tx, await town.viewer("ben"), later), sign_up_id=await sign_up_id(town, "ben", busy))
        await signs_up(town, "carl", busy, later)
        anna = await sign_up_id(town, "anna", busy)
        await say_late(Seated(tx, await town.viewer("anna"), later), sign_up_id=anna, revision=0, minutes=15)
        added = await kinds(town, START - HOUR, START + 3 * HOUR)
        look = await lead_looks.lead_changes(tx, busy, 0, EVENING, reader_id=town.people["chan"], now=START + 3 * HOUR)

        assert [[one for one in new if one[1] == "chan"] for new in added] == [[], [("lead_changes", "chan")]]
        assert look is not None
        assert look.changes == (Change("Anna", "late", 15), Change("Ben", "withdrew"), Change("Carl", "joined"))


async def test_lead_hears_once_how_late_somebody_will_be(database: Database) -> None:
    """What still waits is replaced by what is said next; what has left is followed by the news."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        anna, mine = await town.viewer("anna"), await sign_up_id(town, "anna", shift_id)
        early = START - 2 * HOUR
        for turn, minutes in enumerate((0, 30, 15, 30, 30)):
            await say_late(Seated(tx, anna, early + turn), sign_up_id=mine, revision=0, minutes=minutes)

        assert await queued(town) == [("running_late", "chan", early + 3 + 30)]


async def test_too_few_people_are_warned_of_twice(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        short, enough = (
            await offer(town, morning(minimum=3)),
            await offer(town, morning(starts_at=START + 4 * HOUR, minimum=1)),
        )
        await signs_up(town, "anna", enough)
        await signs_up(town, "ben", short)
        added = await kinds(town, START - 72 * HOUR, START - 24 * HOUR)
        look = await lead_looks.too_few(tx, short, 0, reader_id=town.people["chan"], now=START - 24 * HOUR)

        assert [[one for one in new if one[0] == "too_few"] for new in added] == [[("too_few", "chan")]] * 2
        assert (look and look.missing) == 2


async def test_who_waits_elsewhere_can_be_asked_once(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        short = await offer(town, morning(minimum=3))
        full = await offer(town, morning(starts_at=START + 4 * HOUR, capacity=1))
        for turn, name in enumerate(("anna", "ben")):
            await signs_up(town, name, full, NOW + turn)
        chan = await town.viewer("chan")
        asked = [await lead_looks.ask_waiting(Seated(tx, chan, NOW + 10), shift_id=short) for _ in range(2)]

        assert (asked, await queued(town)) == ([1, 1], [("ask_waiting", "ben", NOW + 10)])


@pytest.mark.parametrize("ahead", [START - 3 * DAY - 1, NOW], ids=["just before the first", "six days ahead"])
async def test_the_next_thing_due_is_told_with_its_people(database: Database, ahead: int) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(minimum=5))
        await signs_up(town, "anna", shift_id)
        found = sorted(await next_reminders(tx, ahead))

        ours = [one for one in found if one[3] == f"shift:{shift_id}"]
        assert [(at - START, what, people) for at, what, people, _ in ours] == [
            (-72 * HOUR, "reminder_72h", 1),
            (-72 * HOUR, "too_few", 1),
            (-24 * HOUR, "reminder_24h", 1),
            (-24 * HOUR, "too_few_still", 1),
            (-13 * HOUR, "lead_list", 1),
            (-2 * HOUR, "reminder_2h", 1),
        ]


async def test_a_tick_does_sixty_four_at_most(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        for turn in range(3):
            await offer(town, morning(starts_at=START + turn * MINUTE))
        parts = [await remind(tx, EVENING + HOUR, 2) for _ in range(3)]

        assert parts[0] == 2
        assert sum(parts) == 6
