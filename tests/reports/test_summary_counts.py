"""Who counts as a volunteer of a summary: whoever has hours that count, with something left after corrections."""

from datetime import date
from typing import Any

import pytest

from bot.desk import Seated
from bot.ground.months import Period, month_period
from bot.ground.times import DAY, HOUR
from bot.hours.correcting import correct_record
from bot.hours.credit import counting
from bot.hours.rules import Nature
from bot.reports import file_rows as summary_files
from bot.reports.acts import scope_by_key, summarize, summarize_teams
from bot.reports.closing import month_figures
from bot.reports.figures import Figures
from bot.roll_call import acts as roll_call
from bot.roll_call.rules import AttendanceState
from bot.sign_ups.groups import rows as group_places
from bot.stations import rows as stations
from bot.store.database import Database
from tests.helpers.books import LATER, verified
from tests.helpers.offers import START, offer
from tests.helpers.rolls import all_here, finish, mark, shift_with
from tests.helpers.town import NOW, Town, build_town

DECEMBER = month_period("2026-12")
FIRST_DAYS = Period("days", date(2026, 12, 1), date(2026, 12, 10))


async def trained(town: Town) -> None:
    """Anna serves and is trained, Ben is only trained."""
    await verified(town)
    for who in ("anna", "ben"):
        await verified(town, who, starts_at=START + DAY, hours=1, nature=Nature.TRAINING)


@pytest.mark.parametrize("period", [DECEMBER, FIRST_DAYS], ids=["a month", "days"])
@pytest.mark.parametrize(("counts", "volunteers"), [("0", 1), ("1", 2)], ids=["training apart", "training counts"])
async def test_who_was_only_trained_is_a_volunteer_where_training_counts(
    database: Database, period: Period, counts: str, volunteers: int
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        city = town.stations["city"]
        await stations.set_setting(tx, station_id=city, key="count_training", value=counts, set_by=None, now=NOW)
        await trained(town)
        olga = await town.viewer("olga")
        found = await summarize_teams(
            Seated(tx, olga, LATER), await scope_by_key(Seated(tx, olga, 0), f"s{city}"), period
        )
        (first,) = found.teams

        assert (found.whole.volunteers, first.figures.volunteers) == (volunteers, volunteers)


async def test_new_is_who_serves_for_the_first_time_though_trained_before(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await verified(town, "ben", starts_at=START - 30 * DAY, hours=1, nature=Nature.TRAINING)
        november = await month_figures(tx, town.stations["futian"], "2026-11")
        await verified(town, "ben", starts_at=START, hours=1)
        december = await month_figures(tx, town.stations["futian"], "2026-12")

        assert {id: new_ones(one) for id, one in november.items()} == {-1: (0, 0), town.teams["first"]: (0, 0)}
        assert {id: new_ones(one) for id, one in december.items()} == {-1: (1, 1), town.teams["first"]: (1, 1)}


def new_ones(figures: Figures) -> tuple[int, int]:
    return figures.volunteers, figures.new_people


@pytest.mark.parametrize(
    ("minutes", "expected"), [(60, (2, 2, 210)), (0, (1, 1, 150))], ids=["corrected", "taken back"]
)
async def test_list_of_activities_counts_whom_the_summary_counts(
    database: Database, minutes: int, expected: tuple[int, int, int]
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        session: dict[str, Any] = {"shift_id": await offer(town), "activity_id": 1}
        await verified(town, **session)
        record = await verified(town, "ben", **session)
        chan, olga = await town.viewer("chan"), await town.viewer("olga")
        await correct_record(
            Seated(tx, chan, LATER),
            record_id=record.id,
            starts_at=START,
            ends_at=START + HOUR,
            minutes=minutes,
            reason="No",
        )
        scope = await scope_by_key(Seated(tx, olga, 0), f"s{town.stations['city']}")
        natures = counting(await stations.settings_of(tx, scope.station_id))
        (line,) = await summary_files.activities(tx, scope, DECEMBER, natures)
        whole = (await summarize(Seated(tx, olga, LATER), scope, DECEMBER)).whole

        assert (line.volunteers, line.attendances, line.minutes) == expected
        assert (whole.volunteers, whole.attendances, whole.minutes) == expected


async def test_share_who_did_not_come_counts_the_heads_of_groups(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna", "ben", audience="everyone")
        company, fay, chan = town.teams["company"], town.people["fay"], await town.viewer("chan")
        group = await group_places.add(tx, shift_id=shift_id, team_id=company, places=5, by=fay, now=NOW)
        await roll_call.count_heads(Seated(tx, chan, START), shift_id=shift_id, group_place_id=group, heads=4)
        await mark(town, shift_id, "ben", AttendanceState.NO_SHOW)
        await all_here(town, shift_id)
        done = await finish(town, shift_id)
        olga = await town.viewer("olga")
        scope = await scope_by_key(Seated(tx, olga, 0), f"s{town.stations['city']}")
        whole = (await summarize(Seated(tx, olga, LATER), scope, DECEMBER)).whole

        assert (done.came, done.missed) == (5, 2)
        assert (whole.attendances, whole.came, whole.no_shows, whole.missed_percent) == (5, 5, 2, 29)
