import pytest

from bot.demo import crowd_rows as demo_crowd_rows
from bot.demo import crowd_sessions_rows
from bot.demo.cast import CASTS
from bot.demo.crowd import TEAM_SIZE, add_crowd
from bot.demo.crowd_sessions import RECORDS, WEEKS
from bot.demo.seed import Seeding, as_viewer, seed
from bot.desk import Seated
from bot.ground.months import month_of, month_period, month_shifted
from bot.ground.times import zone_named
from bot.reports.acts import scope_by_key, summarize
from bot.reports.closing import close_due
from bot.reports.files import file_facts
from bot.reports.integrity.acts import first_fault
from bot.store.database import Database
from tests.helpers.town import NOW

PEOPLE = TEAM_SIZE + 20
LEADS = 1  # one station


async def crowded(database: Database, language: str) -> tuple[Seeding, list[tuple[str, int, int]]]:
    told: list[tuple[str, int, int]] = []
    async with database.write() as tx:
        made = await seed(tx, CASTS[language], "en", NOW)
        await add_crowd(made, language, "en", PEOPLE, lambda *progress: told.append(progress))
    return made, told


@pytest.mark.parametrize("language", CASTS)
async def test_crowd_has_sound_books_and_closed_months(database: Database, language: str) -> None:
    made, told = await crowded(database, language)

    async with database.write() as tx:
        assert await close_due(tx, NOW, 64) == 0
        assert await first_fault(tx) is None
        assert await tx.value(demo_crowd_rows.newest_person.statement) == len(made.people) + PEOPLE + LEADS
    assert {what for what, _, _ in told} == {"people", "activities", "closed months"}
    assert all(done <= whole for _, done, whole in told)
    assert ("activities", 2 * WEEKS, 2 * WEEKS) in told


async def test_crowd_fills_the_coordinators_summary_and_both_files(database: Database) -> None:
    made, _ = await crowded(database, "en")
    month = month_shifted(month_of(zone_named(made.cast.zone), NOW), -3)  # closed, and of the crowd alone
    period = month_period(month)
    asked = {"kind": "month", "first": f"{period.first_day:%Y%m%d}", "last": f"{period.last_day:%Y%m%d}"}

    async with database.write() as tx:
        made.tx = tx
        viewer = await as_viewer(made, "coordinator")
        scope = await scope_by_key(Seated(tx, viewer, 0), f"s{made.stations['city']}")
        whole = (await summarize(Seated(tx, viewer, NOW), scope, period)).whole
        entries, activities = [
            await file_facts(tx, NOW, viewer.id, scope=scope.key, file=file, **asked)
            for file in ("entries", "activities")
        ]

    assert entries is not None
    assert activities is not None
    assert sum(line.minutes for line in entries.entries) == whole.minutes > 0
    assert sum(line.minutes for line in activities.activities) == whole.minutes
    assert sum(line.helped for line in activities.activities) == whole.helped > 0
    assert all(line.title and line.place and line.lead and line.volunteers for line in activities.activities)
    assert whole.came == whole.attendances == len(entries.entries)


async def test_people_of_the_crowd_have_served_about_as_often(database: Database) -> None:
    await crowded(database, "en")

    async with database.read() as tx:
        records = await tx.value(crowd_sessions_rows.newest_record.statement)
    assert 0.7 * PEOPLE * RECORDS < records < 1.3 * PEOPLE * RECORDS
