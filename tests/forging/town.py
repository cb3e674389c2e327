"""A town where something is going on: activities coming, under way, over and counted, records that wait, a group."""

from datetime import date

from bot.activities.rules import Audience
from bot.desk import Seated
from bot.ground.times import DAY, HOUR
from bot.hours.logging import Report, log_hours
from bot.hours.verifying import send_back
from bot.people import rows as people_rows
from bot.sign_ups.groups.acts import reserve
from bot.store.database import Database
from tests.helpers.gatherings import full_house
from tests.helpers.lines import signs_up
from tests.helpers.offers import morning, offer
from tests.helpers.rolls import all_here, finish
from tests.helpers.town import NOW, Town
from tests.stories.story import Story

PRESSERS = ("anna", "kid", "carl", "chan", "olga", "wu")
"""A volunteer, one under 18, a captain, a social worker, a coordinator, an administrator."""
OTHERS_IDS = (10_000, 123_456_789)


async def busy(story: Story, database: Database) -> None:
    """Adds it to the story's town, and the phones of who is new there."""
    town = story.town
    async with database.write() as tx:
        town.tx = tx
        await newcomers(town)
        await coming(town)
        await begun(town)
        await over(town)
        await reported(town)
        for name in ("kid", "tot", "mum"):
            row = await tx.row(people_rows.person.statement, id=town.people[name])
            assert row is not None
            story.enrol(name, row["telegram_id"])


async def newcomers(town: Town) -> None:
    await town.person("kid", age_band="14_17", team="first")
    await town.joins("kid", "first")
    await town.person("tot", age_band="under_14", team="first")
    await town.joins("tot", "first")
    await town.person("mum")
    await town.person("finn", team="company")
    await town.joins("finn", "company", captain=True)


async def coming(town: Town) -> None:
    """Full with a waiting line; open to everyone tomorrow; a group's."""
    await full_house(town)
    await offer(town, morning(starts_at=NOW + DAY), outdoor=True, audience=Audience.EVERYONE)
    group = await offer(
        town,
        morning(starts_at=NOW + 5 * DAY, capacity=30),
        station_id=town.stations["nanshan"],
        team_id=town.teams["company"],
        lead_id=town.people["li"],
    )
    await reserve(
        Seated(town.tx, await town.viewer("finn"), NOW), shift_id=group, team_id=town.teams["company"], places=5
    )


async def begun(town: Town) -> None:
    """Under way now, outdoors."""
    shift = await offer(town, morning(starts_at=NOW - HOUR), outdoor=True)
    for name in ("anna", "ben"):
        await signs_up(town, name, shift, NOW - DAY)


async def over(town: Town) -> None:
    """Yesterday's is not counted yet, that of three days ago is."""
    shift = await offer(town, morning(starts_at=NOW - DAY))
    for name in ("anna", "cora", "carl"):
        await signs_up(town, name, shift, NOW - 2 * DAY)
    counted = await offer(town, morning(starts_at=NOW - 3 * DAY))
    for name in ("anna", "ben", "cora", "carl"):
        await signs_up(town, name, counted, NOW - 5 * DAY)
    await all_here(town, counted, NOW - 3 * DAY)
    await finish(town, counted, NOW - 2 * DAY, helped=12)


async def reported(town: Town) -> None:
    """By people themselves: one waits, one was sent back."""
    for name, day in (("anna", 10), ("anna", 11), ("dan", 12)):
        viewer = await town.viewer(name)
        report = Report(viewer.id, date(2026, 11, day), "09:00", "11:00", "elderly", "by hand")
        record = await log_hours(Seated(town.tx, viewer, NOW), report)
    await send_back(Seated(town.tx, await town.viewer("chan"), NOW), record_id=record.id, reason="time")


def ids(town: Town) -> tuple[int, ...]:
    """Of everything that is there, and of nothing."""
    known = {*town.people.values(), *town.teams.values(), *town.stations.values(), *range(1, 25)}
    return (*sorted(known), *OTHERS_IDS)
