"""Who is asked aloud and with the question, whose answer makes the next one short, and who hears for several."""

from bot.desk import Seated
from bot.ground.times import DAY, HOUR
from bot.leading.changing import edit
from bot.reminders.acts import remind
from bot.sign_ups import list_rows
from bot.sign_ups.acts import sign_up
from bot.sign_ups.answering import say_coming, say_late
from bot.sign_ups.in_care.acts import all_coming, reminded
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from tests.helpers.lines import sign_up_id, signs_up
from tests.helpers.offers import START, offer
from tests.helpers.town import NOW, Town, build_town

EARLY, DAY_BEFORE, MEETING = START - 72 * HOUR, START - 24 * HOUR, START - 2 * HOUR


async def told(town: Town, name: str) -> list[tuple[str, bool]]:
    """Kinds of what this person gets, and whether without a sound, oldest first."""
    rows = await leaving.due(town.tx, 0, 1 << 40, 1000)
    mine = [row for row in rows if row["person_id"] == town.people[name]]
    return [(row["kind"], '"silent": true' in row["payload"]) for row in mine if row["kind"] != "moved"]


async def says_yes(town: Town, name: str, shift_id: int, at: int, revision: int = 0) -> None:
    mine = await sign_up_id(town, name, shift_id)
    await say_coming(Seated(town.tx, await town.viewer(name), at), sign_up_id=mine, revision=revision)


async def test_only_an_answer_to_the_early_reminder_makes_the_next_one_short(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        for name in ("anna", "ben", "cora"):
            await signs_up(town, name, shift_id)
        await says_yes(town, "anna", shift_id, NOW + DAY)  # to nothing that was asked
        await remind(tx, EARLY, 64)
        await says_yes(town, "ben", shift_id, EARLY + HOUR)
        await remind(tx, DAY_BEFORE, 64)

        assert await told(town, "anna") == [("reminder", False), ("reminder", False)]
        assert await told(town, "ben") == [("reminder", False), ("reminder_short", True)]
        assert await told(town, "cora") == [("reminder", False), ("reminder", False)]


async def test_yes_to_a_new_time_is_no_answer_to_the_early_reminder(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        await edit(Seated(tx, await town.viewer("chan"), EARLY + HOUR), shift_id=shift_id, field="start", text="9:30")
        await says_yes(town, "anna", shift_id, EARLY + 2 * HOUR, revision=1)
        await remind(tx, DAY_BEFORE + HOUR, 64)

        assert await told(town, "anna") == [("reminder", False)]


async def test_who_was_not_asked_is_not_silent_and_who_comes_in_afterwards_has_answered(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        before = await list_rows.counts(tx, shift_id)
        await remind(tx, DAY_BEFORE, 64)
        await signs_up(town, "ben", shift_id, DAY_BEFORE + HOUR)
        after = await list_rows.counts(tx, shift_id)

        assert (before.yes, before.silent) == (0, 0)
        assert (after.confirmed, after.yes, after.silent) == (2, 1, 1)


async def test_one_person_hears_once_for_all_in_their_care_and_answers_for_all(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("pa", state="managed", team="first", managed_by="carl")
        await town.joins("pa", "first")
        shift_id = await offer(town)
        carl = Seated(tx, await town.viewer("carl"), NOW)
        for name in ("carl", "gran", "pa"):
            await sign_up(carl, shift_id=shift_id, person_id=town.people[name])
        await remind(tx, DAY_BEFORE, 64)
        asked = await told(town, "carl")
        look = await reminded(tx, shift_id, 0, reader_id=town.people["carl"], now=DAY_BEFORE)
        done = await all_coming(Seated(tx, carl.viewer, DAY_BEFORE), shift_id=shift_id, revision=0)
        await remind(tx, MEETING, 64)

        assert sorted(asked) == [("reminder", False), ("reminder_many", False)]
        assert look is not None
        assert [one.name for one in look.listed] == ["Gran", "Pa"]
        assert [one.sign_up.said_yes(0) for one in done.listed] == [True, True]
        assert ("meeting_many", True) in await told(town, "carl")
        assert await reminded(tx, shift_id, 1, reader_id=town.people["carl"], now=DAY_BEFORE) is None
        assert await reminded(tx, shift_id, 0, reader_id=town.people["anna"], now=DAY_BEFORE) is None


async def test_lead_hears_it_again_for_another_time(database: Database) -> None:
    """What was said of the time before says nothing of the new one."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        mine, anna = await sign_up_id(town, "anna", shift_id), Seated(tx, await town.viewer("anna"), NOW)
        first = await say_late(anna, sign_up_id=mine, revision=0, minutes=15)
        await edit(Seated(tx, await town.viewer("chan"), NOW), shift_id=shift_id, field="start", text="9:30")
        moved = await say_late(anna, sign_up_id=mine, revision=1, minutes=15)
        twice = await say_late(anna, sign_up_id=mine, revision=1, minutes=15)

        assert (first.again, moved.again, twice.again) == (False, False, True)
