"""What is said to come next, while nothing has come yet."""

from bot.ground.times import HOUR, MINUTE
from bot.reminders.acts import next_reminders, remind
from bot.store.database import Database
from tests.helpers.lines import signs_up
from tests.helpers.offers import START, morning, offer
from tests.helpers.town import Town, build_town

EVENING = START - 13 * HOUR  # 20:00, the evening before


async def test_changes_are_foreseen_once_something_has_changed(database: Database) -> None:
    """As long as nothing has, nobody is written to an hour before."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning())
        await signs_up(town, "anna", shift_id)
        await remind(tx, EVENING + MINUTE, 64)
        quiet = await foreseen(town, EVENING + MINUTE)
        await signs_up(town, "ben", shift_id, EVENING + 2 * MINUTE)
        changed = await foreseen(town, EVENING + 3 * MINUTE)

    assert ("lead_changes" in quiet, "lead_changes" in changed) == (False, True)


async def foreseen(town: Town, now: int) -> set[str]:
    return {what for _, what, _, _ in await next_reminders(town.tx, now)}
