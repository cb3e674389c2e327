import pytest

from bot.demo.cast import CASTS
from bot.demo.crowd import TEAM_SIZE, add_crowd
from bot.demo.seed import seed
from bot.storage.database import Database
from bot.use_cases.closing_months import close_due
from bot.use_cases.integrity import first_fault
from tests.town import NOW

PEOPLE = TEAM_SIZE + 20


@pytest.mark.parametrize("language", CASTS)
async def test_crowd_has_sound_books_and_closed_months(database: Database, language: str) -> None:
    told: list[tuple[str, int, int]] = []
    async with database.write() as tx:
        made = await seed(tx, CASTS[language], "en", NOW)
        await add_crowd(made, language, "en", PEOPLE, lambda *progress: told.append(progress))

    async with database.write() as tx:
        assert await close_due(tx, NOW, 64) == 0
        assert await first_fault(tx) is None
        assert await tx.value("newest_person") == len(made.people) + PEOPLE
    assert {what for what, _, _ in told} == {"people", "records", "closed months"}
    assert all(done <= whole for _, done, whole in told)
