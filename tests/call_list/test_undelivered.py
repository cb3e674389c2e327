"""What did not arrive is named: on the list of its own activity, once, and to those who lead it."""

import pytest

from bot.activities.rules import ShiftFacts
from bot.call_list import undelivered
from bot.call_list.rules import Why
from bot.desk import Seated
from bot.ground.times import DAY, HOUR, MINUTE
from bot.hours.statements.acts import agree
from bot.leading import cancelling, changing, holding
from bot.leading import rows as leading
from bot.leading import rows as leading_rows
from bot.people import reachable_rows
from bot.people.notice_readers import reader
from bot.reminders.acts import remind
from bot.sign_ups.withdrawing import withdraw
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from bot.store.transaction import Tx
from tests.helpers.gatherings import activity_of, full_house, queued
from tests.helpers.lines import sign_up_id, signs_up
from tests.helpers.losses import brief, listed, lose, named
from tests.helpers.offers import START, morning, offer
from tests.helpers.rolls import END, all_here, finish, shift_with
from tests.helpers.town import NOW, Town, build_town

LATER = NOW + MINUTE


async def cancelled(town: Town, shift_id: int, now: int = NOW) -> int:
    activity_id = await activity_of(town, shift_id)
    chan = await town.viewer("chan")
    await cancelling.cancel(Seated(town.tx, chan, now), activity_id=activity_id, reason="weather")
    return activity_id


@pytest.mark.parametrize(
    ("state", "error", "why"),
    [
        pytest.param("unknown", "HTTP 502", Why.DOUBT, id="twice in doubt"),
        pytest.param("dead", "Bad Request", Why.UNDELIVERED, id="refused"),
        pytest.param("expired", None, Why.UNDELIVERED, id="too late"),
    ],
)
async def test_lost_cancellation_names_its_reader(database: Database, state: str, error: str | None, why: Why) -> None:
    """Fault 13."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        neighbour = await offer(town, morning(starts_at=START + DAY))
        await signs_up(town, "ben", neighbour)
        await cancelled(town, shift_id)
        await lose(town, "cancelled", "ben", state=state, error=error)
        await named(tx)

        assert await brief(town, shift_id) == [("Ben", "cancelled", why, "open")]
        assert await brief(town, neighbour) == []


async def test_delivered_dropped_and_answered_ones_name_nobody(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        activity_id = await cancelled(town, shift_id)
        await lose(town, "cancelled", "anna", state="sent")
        await lose(town, "cancelled", "cora", state="dropped")
        await lose(town, "cancelled", "ben")
        await cancelling.got_it(
            Seated(tx, await town.viewer("ben"), NOW + 1), activity_id=activity_id, what="cancelled"
        )
        await named(tx)

        assert await brief(town, shift_id) == []
        assert await queued(town, "call_list") == {}


async def test_lead_and_helpers_are_told_once(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        activity_id = await activity_of(town, shift_id)
        await leading.add_helper(tx, activity_id, town.people["carl"])
        await cancelled(town, shift_id)
        await lose(town, "cancelled", "ben", "anna")
        await undelivered.name_them(tx, NOW, 64)
        early = await undelivered.tell(tx, NOW + 1, 64)
        first = await undelivered.tell(tx, LATER, 64)
        again = await undelivered.tell(tx, LATER + MINUTE, 64)
        news = [
            await undelivered.news(tx, activity_id, told_at=LATER, person_id=town.people[who])
            for who in ("chan", "carl", "li", "anna")
        ]

        assert (early, first, again) == (0, 1, 0)
        assert await queued(town, "call_list") == {"chan": LATER, "carl": LATER}
        assert [one and [line.name for line in one.lines] for one in news] == [["Anna", "Ben"]] * 2 + [None] * 2


async def test_at_night_names_wait_for_the_morning_in_one_message(database: Database) -> None:
    """Fault 63."""
    night = NOW + 13 * HOUR  # 23:00
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        activity_id = await cancelled(town, shift_id)
        await lose(town, "cancelled", "ben")
        await named(tx, night)
        await lose(town, "cancelled", "anna")
        await named(tx, night + HOUR)
        rows = [row for row in await leaving.due(tx, 0, night + DAY, 100) if row["kind"] == "call_list"]
        told_at = rows[0]["due_at"]
        news = await undelivered.news(tx, activity_id, told_at=told_at, person_id=town.people["chan"])

        assert [row["due_at"] for row in rows] == [night + 8 * HOUR]
        assert news is not None
        assert [line.name for line in news.lines] == ["Anna", "Ben"]


@pytest.mark.parametrize(
    ("hours_ahead", "waits"),
    [pytest.param(10, 0, id="begins soon: at once"), pytest.param(20, 8 * HOUR, id="else by day")],
)
async def test_cancellation_of_what_begins_soon_rings_at_night(
    database: Database, hours_ahead: int, waits: int
) -> None:
    night = NOW + 13 * HOUR
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        await leading_rows.update_shift(tx, shift_id, moved_to(night + hours_ahead * HOUR))
        await cancelled(town, shift_id, night - MINUTE)
        await lose(town, "cancelled", "ben")
        await named(tx, night)
        told = await queued(town, "call_list")

    assert told == {"chan": night + (waits or undelivered.GATHERED)}


def moved_to(starts_at: int) -> ShiftFacts:
    return ShiftFacts(starts_at=starts_at, ends_at=starts_at + HOUR, meet_at=starts_at - 60, capacity=2)


async def reminded(tx: Tx, town: Town) -> int:
    shift_id = await full_house(town)
    await remind(tx, START - 24 * HOUR, 64)
    return shift_id


async def test_reminder_that_came_too_late_is_named_until_two_days_after(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await reminded(tx, town)
        await lose(town, "reminder", "ben", state="expired")
        await named(tx, START)

        assert await brief(town, shift_id, now=START + DAY) == [("Ben", "reminder", "undelivered", "open")]
        assert (await undelivered.waiting(tx, START), await undelivered.waiting(tx, START + DAY)) == (1, 0)
        assert await brief(town, shift_id, now=START + 3 * DAY) == []


async def test_reminder_is_moot_once_its_reader_withdrew_or_the_time_changed(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await reminded(tx, town)
        await lose(town, "reminder", "anna", "ben")
        await named(tx, START - DAY)
        both = await brief(town, shift_id, now=START - DAY)
        ben = await sign_up_id(town, "ben", shift_id)
        await withdraw(Seated(tx, await town.viewer("ben"), START - DAY), sign_up_id=ben)
        one = await brief(town, shift_id, now=START - DAY)
        chan = await town.viewer("chan")
        await changing.edit(Seated(tx, chan, START - DAY), shift_id=shift_id, field="start", text="9:30")

        assert [name for name, *_ in both] == ["Anna", "Ben"]
        assert [name for name, *_ in one] == ["Anna"]
        assert await brief(town, shift_id, now=START - DAY) == []


async def test_later_cancellation_asks_again_after_a_reminder_was_phoned(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await reminded(tx, town)
        await lose(town, "reminder", "ben")
        await named(tx, START - DAY)
        await cancelled(town, shift_id, START - DAY)
        await lose(town, "cancelled", "ben")
        await named(tx, START - DAY + HOUR)

        assert await brief(town, shift_id, now=START - DAY + HOUR) == [("Ben", "cancelled", "doubt", "open")]


async def test_second_hold_is_news(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        chan = await town.viewer("chan")
        seen = []
        for now in (NOW, NOW + HOUR):
            await holding.hold(Seated(tx, chan, now), shift_id=shift_id, decide_at=START - HOUR)
            await lose(town, "held", "ben")
            await named(tx, now)
            seen.append([(one.what, one.version) for one in await listed(town, shift_id, now=now)])
            await holding.go_ahead(Seated(tx, chan, now + MINUTE), shift_id=shift_id)
            seen.append([(one.what, one.version) for one in await listed(town, shift_id, now=now + MINUTE)])

    assert seen == [[("held", NOW)], [], [("held", NOW + HOUR)], []]


async def test_who_is_known_to_have_blocked_the_bot_is_told_of_too(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        await reachable_rows.mark_unreachable(tx, (await town.viewer("ben")).telegram_id, NOW)
        await cancelled(town, shift_id)
        await named(tx)

        assert await brief(town, shift_id) == [("Ben", "cancelled", "unreachable", "open")]
        assert set(await queued(town, "call_list")) == {"chan"}


async def test_who_blocks_the_bot_while_it_waits_is_named(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        await cancelled(town, shift_id)
        ben = (await town.viewer("ben")).telegram_id
        await reachable_rows.mark_unreachable(tx, ben, NOW)
        await leaving.drop_for_chat(tx, 0, ben, "blocked")
        await named(tx)

        assert await brief(town, shift_id) == [("Ben", "cancelled", "unreachable", "open")]


async def test_what_is_long_over_names_nobody(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(starts_at=NOW + DAY))
        await cancelled_with_ben(town, shift_id)
        await named(tx, NOW + 5 * DAY)

        assert await queued(town, "call_list") == {}
        assert await undelivered.waiting(tx, NOW) == 0


async def cancelled_with_ben(town: Town, shift_id: int) -> None:
    await signs_up(town, "ben", shift_id)
    await cancelled(town, shift_id)
    await lose(town, "cancelled", "ben")


async def test_unseen_hours_go_to_the_lead(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna", "ben")
        await all_here(town, shift_id)
        done = await finish(town, shift_id)
        record = next(one.record for one, name in zip(done.credited, done.names, strict=True) if name == "Ben")
        assert record is not None
        await lose(town, "statement", "ben")
        await undelivered.name_them(tx, END, 64)
        await undelivered.name_them(tx, END, 64)
        told = await queued(town, "hours_unseen")
        seen = await undelivered.unseen_hours(tx, record_id=record.id, person_id=town.people["chan"])
        for other in ("ben", "anna", "li"):
            assert await undelivered.unseen_hours(tx, record_id=record.id, person_id=town.people[other]) is None
        ben = await reader(tx, town.people["ben"], "UTC")
        assert ben is not None
        await agree(Seated(tx, ben, END + MINUTE), record_id=record.id)
        after = await undelivered.unseen_hours(tx, record_id=record.id, person_id=town.people["chan"])

    assert set(told) == {"chan"}
    assert seen is not None
    assert (seen.name, seen.record.id, after) == ("Ben", record.id, None)
