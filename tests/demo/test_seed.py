import pytest

from bot.demo.cast import CASTS, PARTS
from bot.demo.seed import seed
from bot.reports.integrity.acts import first_fault
from bot.store.database import Database
from tests.helpers.town import NOW


@pytest.mark.parametrize("language", CASTS)
async def test_seeded_agency_has_sound_books(database: Database, language: str) -> None:
    async with database.write() as tx:
        made = await seed(tx, CASTS[language], "en", NOW)

    async with database.read() as tx:
        assert await first_fault(tx) is None
    assert set(made.people) == {part for part, _ in PARTS if part != "newcomer"}


@pytest.mark.parametrize("language", CASTS)
def test_cast_names_everybody_once(language: str) -> None:
    names = [actor.name for actor in CASTS[language].actors]

    assert len(set(names)) == len(PARTS)
