"""The call list as those who lead read and mark it, and what never shows on it."""

import pytest

from bot.activities import rows as activities
from bot.call_list import acts as call_list
from bot.call_list import rows, undelivered
from bot.call_list.rules import PAGE, CallLine, Mark
from bot.desk import Seated
from bot.ground.refusals import NotFound
from bot.ground.times import DAY, MINUTE
from bot.leading import acts as managing
from bot.leading import cancelling, holding
from bot.leading import rows as leading
from bot.own_data import erasing
from bot.people import reachable_rows
from bot.people import rows as people
from bot.reminders.acts import remind
from bot.sign_ups.acts import sign_up
from bot.store.database import Database
from tests.helpers.gatherings import activity_of, full_house
from tests.helpers.lines import signs_up
from tests.helpers.losses import brief, listed, lose, named
from tests.helpers.notes import notes_about
from tests.helpers.offers import START, morning, offer, visit
from tests.helpers.town import NOW, Town, build_town


async def lost_ben(town: Town) -> tuple[int, int]:
    """Shift and activity: cancelled, and nobody knows whether Ben heard it."""
    shift_id = await full_house(town)
    activity_id = await activity_of(town, shift_id)
    await cancelling.cancel(Seated(town.tx, await town.viewer("chan"), NOW), activity_id=activity_id, reason="weather")
    await lose(town, "cancelled", "ben")
    await named(town.tx)
    return shift_id, activity_id


async def marks(town: Town, activity_id: int, line: CallLine, state: Mark, who: str = "chan", now: int = NOW) -> None:
    await call_list.mark(
        Seated(town.tx, await town.viewer(who), now), activity_id=activity_id, person_id=line.person_id,
        shift_id=line.shift_id, what=line.what, version=line.version, state=state, page=0,
    )  # fmt: skip


async def test_everybody_who_leads_sees_who_was_reached_by_whom_and_when(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id, activity_id = await lost_ben(town)
        await leading.add_helper(tx, activity_id, town.people["carl"])
        (line,) = await listed(town, shift_id, "carl")
        await marks(town, activity_id, line, Mark.REACHED, "carl", NOW + MINUTE)
        seen = [(await listed(town, shift_id, who))[0] for who in ("chan", "carl", "olga", "wu")]
        found = await call_list.look(Seated(tx, await town.viewer("chan"), NOW), activity_id=activity_id)

        assert {(one.state, one.marked_by, one.marked_at) for one in seen} == {(Mark.REACHED, "Carl", NOW + MINUTE)}
        assert (found.total, found.waiting) == (1, 0)
        await marks(town, activity_id, line, Mark.NOT_REACHED)
        assert await brief(town, shift_id) == [("Ben", "cancelled", "doubt", "not_reached")]
        await marks(town, activity_id, line, Mark.OPEN, "olga")
        assert await brief(town, shift_id) == [("Ben", "cancelled", "doubt", "open")]


@pytest.mark.parametrize("who", ["anna", "ben", "carl", "dan", "li"])
async def test_nobody_else_can_tell_it_from_nothing(database: Database, who: str) -> None:
    """Fault 53."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id, activity_id = await lost_ben(town)
        (line,) = await listed(town, shift_id)
        viewer = await town.viewer(who)
        with pytest.raises(NotFound):
            await call_list.look(Seated(tx, viewer, NOW), activity_id=activity_id)
        with pytest.raises(NotFound):
            await call_list.with_phones(Seated(tx, viewer, NOW), activity_id=activity_id, page=0)
        with pytest.raises(NotFound):
            await marks(town, activity_id, line, Mark.REACHED, who)

        assert await brief(town, shift_id) == [("Ben", "cancelled", "doubt", "open")]


async def test_stale_or_forged_marks_change_nothing(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id, activity_id = await lost_ben(town)
        other = await activity_of(town, await full_house(town))
        (line,) = await listed(town, shift_id)
        chan = await town.viewer("chan")
        for changes in (
            {"version": line.version - 1},
            {"person_id": town.people["anna"]},
            {"what": "held"},
            {"what": "no such thing"},
            {"shift_id": shift_id},
            {"activity_id": other},
        ):
            wanted = {
                "activity_id": activity_id, "person_id": line.person_id, "shift_id": 0, "what": "cancelled",
                "version": line.version,
            } | changes  # fmt: skip
            await call_list.mark(Seated(tx, chan, NOW), **wanted, state=Mark.REACHED, page=0)  # type: ignore[arg-type]  # by name

        assert await brief(town, shift_id) == [("Ben", "cancelled", "doubt", "open")]


async def test_who_takes_part_and_is_not_reached_by_telegram_stands_there_for_the_next_session(
    database: Database,
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        activity_id = await activity_of(town, shift_id)
        later = await activities.add_shift(tx, activity_id, morning(starts_at=START + DAY))
        carl = await town.viewer("carl")
        for one in (shift_id, later):
            await sign_up(Seated(tx, carl, NOW), shift_id=one, person_id=town.people["gran"])
            await signs_up(town, "ben", one)
            await signs_up(town, "anna", one)
        await reachable_rows.mark_unreachable(tx, (await town.viewer("ben")).telegram_id, NOW)
        coming = await listed(town, shift_id)
        found = await call_list.look(Seated(tx, await town.viewer("chan"), NOW), activity_id=activity_id)
        next_day = await listed(town, shift_id, now=START)
        after = await listed(town, shift_id, now=START + 2 * DAY)

    assert [(one.name, one.what, one.why, one.shift_id, one.manager, one.carried) for one in coming] == [
        ("Ben", "coming", "unreachable", shift_id, None, False),
        ("Gran", "coming", "absent", shift_id, "Carl", True),
    ]
    assert (found.total, found.waiting) == (2, 1)
    assert [(one.name, one.shift_id) for one in next_day] == [("Ben", later), ("Gran", later)]
    assert after == []


async def test_mark_of_who_has_no_telegram_can_be_taken_back(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        activity_id = await activity_of(town, shift_id)
        await sign_up(Seated(tx, await town.viewer("carl"), NOW), shift_id=shift_id, person_id=town.people["gran"])
        (line,) = await listed(town, shift_id)
        states = []
        for state in (Mark.REACHED, Mark.OPEN, Mark.NOT_REACHED, Mark.OPEN):
            await marks(town, activity_id, line, state)
            states += [one.state for one in await listed(town, shift_id)]
        await marks(town, activity_id, line, Mark.REACHED)
        await cancelling.cancel(
            Seated(tx, await town.viewer("chan"), NOW + 1), activity_id=activity_id, reason="weather"
        )

        assert states == [Mark.REACHED, Mark.OPEN, Mark.NOT_REACHED, Mark.OPEN]
        assert await brief(town, shift_id, now=NOW + 1) == [("Gran", "cancelled", "absent", "open")]


async def test_got_it_of_who_looks_after_somebody_takes_them_off(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        activity_id = await activity_of(town, shift_id)
        carl = await town.viewer("carl")
        await sign_up(Seated(tx, carl, NOW), shift_id=shift_id, person_id=town.people["gran"])
        await cancelling.cancel(Seated(tx, await town.viewer("chan"), NOW), activity_id=activity_id, reason="weather")
        before = await brief(town, shift_id)
        await cancelling.got_it(Seated(tx, carl, NOW), activity_id=activity_id, what="cancelled")

        assert [name for name, *_ in before] == ["Gran"]
        assert await brief(town, shift_id) == []


async def test_who_writes_is_reached_and_a_newer_message_asks_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id, _ = await lost_ben(town)
        await rows.hear_from(tx, town.people["anna"], NOW)
        still = await brief(town, shift_id)
        await rows.hear_from(tx, town.people["ben"], NOW)

        assert [name for name, *_ in still] == ["Ben"]
        assert await brief(town, shift_id) == []


async def test_erased_person_goes_from_the_list_and_from_its_marks(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id, activity_id = await lost_ben(town)
        await lose(town, "cancelled", "anna")
        await named(tx, NOW + MINUTE)
        await leading.add_helper(tx, activity_id, town.people["carl"])
        for line in await listed(town, shift_id):
            await marks(town, activity_id, line, Mark.REACHED, "carl")
        for who in ("carl", "ben"):
            await erasing.erase(Seated(tx, await town.viewer(who), NOW), update_id=1)

        assert [(one.name, one.marked_by) for one in await listed(town, shift_id)] == [("Anna", None)]


async def test_list_goes_by_pages(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(capacity=50))
        activity_id = await activity_of(town, shift_id)
        for number in range(PAGE + 2):
            await town.person(f"v{number:02}", state="managed", team="first")
            await town.joins(f"v{number:02}", "first")
            chan = await town.viewer("chan")
            await sign_up(Seated(tx, chan, NOW), shift_id=shift_id, person_id=town.people[f"v{number:02}"])
        pages = [
            await call_list.look(Seated(tx, chan, NOW), activity_id=activity_id, page=page) for page in (0, 1, 2, -1)
        ]
        card = await managing.lead_card(Seated(tx, chan, NOW), shift_id=shift_id)

    assert [(len(one.lines), one.more, one.page) for one in pages] == [
        (PAGE, True, 0), (2, False, 1), (PAGE, True, 0), (PAGE, True, 0)
    ]  # fmt: skip
    assert [line.name for line in pages[1].lines] == ["V10", "V11"]
    assert (pages[0].total, pages[0].waiting, card.to_phone) == (PAGE + 2, PAGE + 2, PAGE + 2)


async def test_person_with_two_matters_is_one_person_to_phone(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await full_house(town)
        activity_id = await activity_of(town, shift_id)
        await remind(tx, START - DAY, 64)
        await lose(town, "reminder", "ben")
        chan = await town.viewer("chan")
        await holding.hold(Seated(tx, chan, START - DAY), shift_id=shift_id, decide_at=START - DAY + MINUTE)
        await lose(town, "held", "ben")
        await named(tx, START - DAY)
        found = await call_list.look(Seated(tx, chan, START - DAY), activity_id=activity_id)
        told_at = START - DAY + undelivered.GATHERED
        news = await undelivered.news(tx, activity_id, told_at=told_at, person_id=chan.id)

    assert [(line.name, line.what) for line in found.lines] == [("Ben", "held"), ("Ben", "reminder")]
    assert (found.total, found.waiting) == (2, 1)
    assert news is not None
    assert (len(news.lines), news.people, news.more) == (2, 1, 0)


async def test_numbers_are_for_who_may_see_them_and_each_look_is_noted(locked: Database) -> None:
    async with locked.write() as tx:
        town = await build_town(tx)
        _, activity_id = await lost_ben(town)
        await town.person("dora")
        await town.joins("dora", "second", captain=True)
        await people.set_phone(tx, town.people["ben"], "+8613800000000")
        called = {}
        for who in ("carl", "dora", "chan"):
            await leading.add_helper(tx, activity_id, town.people[who])
            viewer = await town.viewer(who)
            found = await call_list.with_phones(Seated(tx, viewer, NOW), activity_id=activity_id, page=0)
            called[who] = found.lines[0].phone
        notes = await notes_about(tx, f"person:{town.people['ben']}")

    assert called == {"carl": "+8613800000000", "dora": None, "chan": "+8613800000000"}
    assert [(note.act, note.facts) for note in notes] == [("phone_seen", {"because": "call_list"})] * 2


@pytest.mark.parametrize(("at", "shown"), [(-1, 0), (0, 1), (DAY, 1)], ids=["under way", "just over", "all over"])
async def test_list_leads_to_the_time_that_is_not_over(database: Database, at: int, shown: int) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        activity_id = await activities.add_activity(tx, visit(town), NOW)
        made = [await activities.add_shift(tx, activity_id, morning(starts_at=START + day * DAY)) for day in range(2)]
        chan = Seated(tx, await town.viewer("chan"), START + 150 * MINUTE + at)

        assert (await call_list.look(chan, activity_id=activity_id)).shift_id == made[shown]
