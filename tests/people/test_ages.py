import pytest

from bot.desk import Seated
from bot.ground.times import DAY, HOUR
from bot.joining.own_settings import tell_age
from bot.people.asking_ages import ask_again, still_to_ask
from bot.store import outbox
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from tests.helpers.town import NOW, build_town

YEAR = 365 * DAY


@pytest.mark.parametrize(
    ("band", "later", "asked"),
    [
        pytest.param("14_17", YEAR, 1, id="14 to 17 after a year"),
        pytest.param("14_17", YEAR - 1, 0, id="a second too early"),
        pytest.param("under_14", YEAR, 0, id="under 14"),
        pytest.param("18_59", 2 * YEAR, 0, id="grown up"),
    ],
)
async def test_age_is_asked_again_after_a_year(database: Database, band: str, later: int, asked: int) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        kit = await town.person("kit", age_band=band)
        first = await ask_again(tx, NOW + later, 64)
        again = await ask_again(tx, NOW + later, 64)
        waiting = await outbox.counts(tx, f"person:{kit}")

    assert (first, again, waiting) == (asked, 0, {"pending": 1} if asked else {})


async def test_answer_ends_the_question_for_a_year(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        kit = await town.person("kit", age_band="14_17")
        await ask_again(tx, NOW + YEAR, 64)
        before = await still_to_ask(tx, kit, NOW + YEAR)
        await tell_age(Seated(tx, await town.viewer("kit"), NOW + YEAR), "14_17")
        after = await still_to_ask(tx, kit, NOW + YEAR)
        next_year = await ask_again(tx, NOW + 2 * YEAR, 64)

    assert (before, after, next_year) == (True, None, 1)


async def test_question_waits_for_the_morning(database: Database) -> None:
    """Fault 63."""
    night = NOW + YEAR + 13 * HOUR  # 23:00 in Shanghai
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("kit", age_band="14_17")
        await ask_again(tx, night, 64)

        assert await leaving.due(tx, 0, night + 8 * HOUR - 1, 9) == []
        assert len(await leaving.due(tx, 0, night + 8 * HOUR, 9)) == 1
