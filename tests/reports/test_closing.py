from contextlib import suppress
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.desk import Seated
from bot.ground.months import month_period
from bot.ground.times import DAY, HOUR, MINUTE, first_valid
from bot.ground.viewer import Viewer
from bot.hours.correcting import correct_record
from bot.hours.crediting import verify_record
from bot.hours.own_hours import own_hours
from bot.hours.rules import Standing
from bot.reports import closing_rows as tallies
from bot.reports.acts import scope_by_key, summarize_teams
from bot.reports.closing import close_due, close_month
from bot.reports.closing_rows import WHOLE
from bot.reports.figures import Figures
from bot.stations import rows as stations
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from bot.store.transaction import Tx
from tests.helpers import neighbours
from tests.helpers.books import entered, sums, verified
from tests.helpers.offers import START
from tests.helpers.town import NOW, ZONE, Town, build_town

SHANGHAI = ZoneInfo(ZONE)
CLOSING = first_valid(SHANGHAI, month_period("2027-01").first_day.replace(day=5), "00:30")
AFTER = CLOSING + DAY
NEXT_DOOR = 5  # months that the neighbours close then: the city two, and the pier three


async def whole(tx: Tx, town: Town, station: str, month: str) -> Figures | None:
    return (await tallies.of_month(tx, town.stations[station], month)).get(WHOLE)


async def notices(tx: Tx) -> list[str]:
    """To people of the town."""
    others = await neighbours.people_ids(tx)
    rows = await leaving.due(tx, 0, AFTER + 400 * DAY, 1000)
    return sorted(row["key"].split(":", 1)[1] for row in rows if row["person_id"] not in others)


@pytest.mark.parametrize(
    ("now", "closed"), [(CLOSING - 1, False), (CLOSING, True)], ids=["a second before", "on the 5th, 00:30"]
)
async def test_month_closes_on_the_fifth(database: Database, now: int, closed: bool) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await verified(town)
        while await close_due(tx, now, 64) == 64:
            pass

        figures = await whole(tx, town, "futian", "2026-12")
        assert (figures is not None) is closed
        if figures:
            assert (figures.volunteers, figures.attendances, figures.minutes, figures.new_people) == (1, 1, 150, 1)
            assert figures.kinds == (("elderly", 150),)


async def test_closing_twice_changes_nothing(database: Database) -> None:
    """Fault 39: identical totals, one notice each."""
    async with database.write() as tx:
        town = await build_town(tx)
        await verified(town)
        first = await close_due(tx, CLOSING, 64)
        kept, told = await tallies.of_month(tx, town.stations["futian"], "2026-12"), await notices(tx)
        again = await close_due(tx, CLOSING + MINUTE, 64)
        by_hand = await close_month(tx, town.stations["futian"], "2026-12", CLOSING)

        assert (first, again, by_hand) == (6 + NEXT_DOOR, 0, False)
        assert await tallies.of_month(tx, town.stations["futian"], "2026-12") == kept
        assert await notices(tx) == told
        assert told == [f"month_closed:{town.stations['city']}:2026-12:person:{town.people['olga']}"]


async def test_closing_that_breaks_off_leaves_nothing_and_is_done_again(database: Database) -> None:
    """Fault 39: killed while closing."""
    async with database.write() as tx:
        town = await build_town(tx)
        await verified(town)
    with suppress(ZeroDivisionError):
        async with database.write() as tx:
            await close_due(tx, CLOSING, 64)
            raise ZeroDivisionError
    async with database.write() as tx:
        assert await whole(tx, town, "futian", "2026-12") is None
        assert await close_due(tx, CLOSING, 64) == 6 + NEXT_DOOR
        figures = await whole(tx, town, "city", "2026-12")
        assert figures is not None
        assert figures.minutes == 150
        assert len(await notices(tx)) == 1


async def test_own_year_goes_by_the_day_of_service_however_late_it_was_confirmed(database: Database) -> None:
    """December is closed when 50 hours of it are confirmed: the books have them in January, the award of 2026 too."""
    async with database.write() as tx:
        town = await build_town(tx)
        await stations.set_setting(
            tx, station_id=town.stations["city"], key="recognition", value="hong_kong_hours", set_by=None, now=NOW
        )
        waiting = [await entered(town, starts_at=START + n * DAY, hours=7, now=AFTER) for n in range(8)]
        while await close_due(tx, CLOSING, 64) == 64:
            pass
        chan, anna = await town.viewer("chan"), await town.viewer("anna")
        late = [await verify_record(Seated(tx, chan, AFTER), record_id=one.id) for one in waiting]
        december, january = (
            await own_hours(Seated(tx, anna, CLOSING - 5 * DAY)),
            await own_hours(Seated(tx, anna, AFTER)),
        )

        assert {one.month for one in late} == {"2027-01"}
        assert (december.all, december.month, december.year, december.standing) == (
            3360, 3360, 3360, Standing(1, 100, 44 * 60),
        )  # fmt: skip
        assert (january.all, january.month, january.year, january.standing) == (3360, 0, 0, Standing(0, 50, 50 * 60))


async def test_correction_after_closing_counts_in_its_own_month(database: Database) -> None:
    """Fault 40: the old report stays what it was."""
    async with database.write() as tx:
        town = await build_town(tx)
        record = await verified(town)
        await close_due(tx, CLOSING, 64)
        report = await tallies.of_month(tx, town.stations["futian"], "2026-12")
        newer = await correct_record(
            Seated(tx, await town.viewer("chan"), AFTER), record_id=record.id, starts_at=START,
            ends_at=START + 2 * HOUR, minutes=120, reason="Left early",
        )  # fmt: skip
        await close_due(tx, AFTER + 40 * DAY, 64)

        assert (newer.day.isoformat(), newer.month) == ("2026-12-05", "2027-01")
        assert await tallies.of_month(tx, town.stations["futian"], "2026-12") == report
        january = await whole(tx, town, "futian", "2027-01")
        assert january is not None
        assert (january.minutes, january.attendances, january.volunteers, january.adjusted) == (-30, 0, 0, -30)
        assert await sums(tx) == {
            (town.teams["first"], "2026-12"): (150, 1),
            (town.teams["first"], "2027-01"): (-30, 0),
        }


async def test_record_verified_after_closing_counts_then(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await entered(town)
        await close_due(tx, CLOSING, 64)
        made = await verify_record(Seated(tx, await town.viewer("chan"), AFTER), record_id=record.id)

        assert (made.day.isoformat(), made.month) == ("2026-12-05", "2027-01")


async def test_summary_of_a_closed_month_says_what_its_tally_says(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await verified(town)
        record = await verified(town, "dan", team_id=town.teams["second"], hours=1)
        await close_due(tx, CLOSING, 64)
        chan = await town.viewer("chan")
        await correct_record(
            Seated(tx, chan, AFTER),
            record_id=record.id,
            starts_at=START,
            ends_at=START + HOUR,
            minutes=30,
            reason="Half",
        )
        olga: Viewer = await town.viewer("olga")
        scope = await scope_by_key(Seated(tx, olga, 0), f"s{town.stations['city']}")
        live = await summarize_teams(Seated(tx, olga, AFTER), scope, month_period("2026-12"))
        kept = await tallies.of_month(tx, town.stations["city"], "2026-12")

        assert (live.whole.minutes, live.whole.volunteers, live.whole.kinds) == (210, 2, (("elderly", 210),))
        assert {team.team_id: team.figures.minutes for team in live.teams} == {
            id: one.minutes for id, one in kept.items() if id != WHOLE
        }


async def test_station_above_closes_last(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        below = await stations.station(tx, town.stations["nanshan"])
        await stations.set_zone(tx, below, "Europe/London")
        await close_due(tx, CLOSING, 64)

        assert await whole(tx, town, "futian", "2026-12") is not None
        assert await whole(tx, town, "city", "2026-12") is None

        await close_due(tx, CLOSING + 8 * HOUR, 64)
        assert await whole(tx, town, "city", "2026-12") is not None


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "day", "month"),
    [
        ("2026-12-05 22:00", "2026-12-06 06:00", "2026-12-05", "2026-12"),
        ("2027-01-31 23:30", "2027-02-01 01:30", "2027-01-31", "2027-01"),
        ("2026-12-31 23:00", "2027-01-01 01:00", "2026-12-31", "2026-12"),
        ("2028-02-29 09:00", "2028-02-29 11:00", "2028-02-29", "2028-02"),
    ],
    ids=["overnight", "31 January", "new year", "leap day"],
)
async def test_record_belongs_to_the_day_on_which_it_began(
    database: Database, starts_at: str, ends_at: str, day: str, month: str
) -> None:
    """Fault 41."""
    starts, ends = (first_valid(SHANGHAI, date.fromisoformat(text[:10]), text[11:]) for text in (starts_at, ends_at))
    async with database.write() as tx:
        town = await build_town(tx)
        record = await verified(town, starts_at=starts, hours=(ends - starts) / 3600, now=ends + DAY)

        assert (record.day.isoformat(), record.month) == (day, month)
        assert await sums(tx) == {(town.teams["first"], month): ((ends - starts) // 60, 1)}


@pytest.mark.parametrize(
    ("day", "minutes"),
    [("2027-03-28", 60), ("2027-10-31", 180)],
    ids=["the clock skips an hour", "an hour comes twice"],
)
async def test_minutes_are_those_that_passed(database: Database, day: str, minutes: int) -> None:
    """Fault 41: from 1:00 to 3:00 of London's clock on the days it is changed."""
    london = ZoneInfo("Europe/London")
    starts, ends = (first_valid(london, date.fromisoformat(day), clock) for clock in ("00:30", "02:30"))
    async with database.write() as tx:
        town = await build_town(tx)
        await stations.set_zone(tx, await stations.station(tx, town.stations["futian"]), "Europe/London")
        record = await verified(town, starts_at=starts, hours=(ends - starts) / 3600, now=ends + DAY)

        assert (record.day.isoformat(), record.entry.minutes) == (day, minutes)
