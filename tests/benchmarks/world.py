"""A city of any size, skewed as life is: ``make bench-world``, or ``python -m tests.benchmarks.world 0.01 [URL]``.

At the whole there are 2,000 stations, 20,000 teams, 1,000,000 people, 10,000,000 records of two years and 50,000 coming
activities; around the agency that the walk knows, so that whoever walks there has all of it before them. Teams, people,
records and activities shrink with the scale. Stations, and what is largest (a team of 5,000, a person with 3,000
records, a station with 10,000 waiting), shrink by its root, as the largest of a small place does: so even a small
world is past the first page of every list.
"""

import argparse
import asyncio
import tempfile
import time
from datetime import date, timedelta
from math import sqrt
from pathlib import Path

import asyncpg

from bot.demo.crowd_rows import newest_person
from bot.demo.crowd_sessions_rows import newest_activity
from bot.ground.frozen import Frozen, asdict, replace
from bot.ground.times import DAY, HOUR
from bot.ground.viewer import Language
from bot.hours.noted import rows as noted
from bot.hours.sums.anew_rows import count_anew
from bot.jobs.running import run_tick
from bot.jobs.ticks import TICKS
from bot.people.name_part_rows import add_in_teams_after, add_parts_after
from bot.reports.integrity.acts import first_fault
from bot.store.database import Database, is_sqlite, open_database
from bot.store.migrating import migrate
from bot.store.transaction import Tx
from bot.store.vault import Vault
from tests.benchmarks import world_book_rows as books
from tests.benchmarks import world_rows as rows
from tests.benchmarks import world_session_rows as sessions
from tests.benchmarks.world_months import close_months
from tests.walking.agency import NOW, Agency, full_agency
from tests.walking.walking import KEY

STATIONS, TEAMS, PEOPLE, COMING = 2_000, 20_000, 1_000_000, 50_000
BIG_TEAM, BUSY_PERSON, WAITING = 5_000, 3_000, 10_000
SESSIONS = 50  # of each team, a fortnight apart; a fifth of the team in each
AT_ONE = 12  # teams at the station of the walkers
CARED = 80  # of the largest team's first members half have no phone
OF_BIG_TEAM = 400  # coming activities of the largest team, at the whole
TODAY = date(2026, 11, 22)
MIDNIGHT = NOW - 10 * HOUR
DAYS = 800
BEGUN = NOW - DAYS * DAY
FAMILIES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余"
GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华玉萍红玲燕辉"
    "建国志文斌梅佳琪宇轩子涵欣怡浩然思雨晨曦美云龙凤春秋冬夏海山江河"
)
BOT_ID = 7_000_000_001


class World(Frozen):
    """What was made, and where the first of each kind is. ``crowd``: the people of the new teams."""

    scale: float
    agency: Agency
    stations: int
    teams: int
    first_crowd: int
    crowd: int
    first_big: int
    big: int
    learns: bool  # whether the database is told to count what it has

    def straight(self, whole: int) -> int:
        return max(1, round(whole * self.scale))

    def root(self, whole: int) -> int:
        return max(1, round(whole * sqrt(self.scale)))


class Crowd(Frozen):
    """The people of some teams: member k of the team t has the id ``first_person + t + k * teams``."""

    first_person: int
    end: int
    teams: int
    first_team: int

    @property
    def most(self) -> int:
        """Members of one team."""
        return -(-(self.end - self.first_person) // self.teams)


def crowds(world: World, first_team: int) -> tuple[Crowd, Crowd]:
    """The new teams, and the largest."""
    new = Crowd(world.first_crowd, world.first_crowd + world.crowd, world.teams, first_team)
    return new, Crowd(world.first_big, world.first_big + world.big, 1, world.agency.made.teams["first"])


def planned(scale: float, agency: Agency, learns: bool) -> World:
    empty = World(scale, agency, 0, 0, 0, 0, 0, 0, learns)
    big = empty.root(BIG_TEAM)
    return replace(
        empty,
        stations=empty.root(STATIONS),
        teams=empty.straight(TEAMS),
        big=big,
        crowd=max(empty.straight(TEAMS), empty.straight(PEOPLE) - big),
    )


async def add_world(tx: Tx, scale: float, language: Language, *, learns: bool) -> World:
    """In one transaction; the same world for the same scale."""
    world = planned(scale, await full_agency(tx, language), learns)
    if learns:
        await tx.rows(rows.TRUST)
    await open_calendar(tx)
    first_team = await found(tx, world)
    world = await settle(tx, world, first_team)
    await look_back(tx, world, first_team)
    await look_ahead(tx, world, first_team)
    await books.forget_sums(tx)
    await books.sum_up(tx)
    await count_anew(tx)
    await noted.take_as_they_are(tx)
    await close_months(tx, world.agency.made.stations["city"])
    await tx.rows(rows.CLOSE_CALENDAR)
    return world


async def sketched(tx: Tx, scale: float, language: Language) -> World:
    """The agency alone, with where all the others are in a world of this size."""
    world = planned(scale, await full_agency(tx, language), learns=False)
    first = await newest_person(tx) + world.stations + 1  # who answers for a station comes before the crowd
    return replace(world, first_crowd=first, first_big=first + world.crowd)


async def open_calendar(tx: Tx) -> None:
    await tx.rows(rows.OPEN_CALENDAR)
    days = [(n, TODAY - timedelta(days=n)) for n in range(DAYS)]
    await rows.add_day.many(
        tx,
        [{"n": n, "starts_at": MIDNIGHT - n * DAY, "day": day.isoformat(), "month": f"{day:%Y-%m}"} for n, day in days],
    )


async def found(tx: Tx, world: World) -> int:
    """Stations with who answers for them, and teams; the first team."""
    made = world.agency.made
    first, first_staff = int(await rows.newest_station(tx)) + 1, await newest_person(tx) + 1
    districts = max(2, world.stations // 20)
    await rows.add_stations(
        tx, first=first, many=world.stations, districts=districts, city_id=made.stations["city"],
        zone=made.cast.zone, begun=BEGUN,
    )  # fmt: skip
    for level in ("district", "street"):
        await rows.place_stations(tx, first=first, level=level)
    await rows.add_staff(tx, many=world.stations, begun=BEGUN)
    await add_parts_after(tx, after=first_staff - 1)
    await rows.appoint_staff(tx, first=first, first_staff=first_staff, begun=BEGUN)
    first_team = int(await rows.newest_team(tx)) + 1
    await rows.add_teams(
        tx, many=world.teams, at_one=AT_ONE, one_id=made.stations["one"], lead_id=made.people["worker"],
        first_street=first + districts, streets=world.stations - districts, first_lead=first_staff + districts,
        begun=BEGUN,
    )  # fmt: skip
    return first_team


async def settle(tx: Tx, world: World, first_team: int) -> World:
    """Everybody into a team: the largest is the one that the walkers are in."""
    made, first_crowd = world.agency.made, await newest_person(tx) + 1
    for first, many, teams, team_id, captain_id in (
        (first_crowd, world.crowd, world.teams, first_team, None),
        (first_crowd + world.crowd, world.big, 1, made.teams["first"], made.people["captain"]),
    ):
        await rows.add_people(
            tx, first=first, many=many, teams=teams, cared=CARED if captain_id else many, first_team=team_id,
            captain_id=captain_id, families=FAMILIES, given=GIVEN, begun=BEGUN,
        )  # fmt: skip
        await rows.join_people(tx, first=first, captains=0 if captain_id else teams)
    await add_parts_after(tx, after=first_crowd - 1)
    await add_in_teams_after(tx, after=first_crowd - 1)
    assert await newest_person(tx) == first_crowd + world.crowd + world.big - 1
    return replace(world, first_crowd=first_crowd, first_big=first_crowd + world.crowd)


async def look_back(tx: Tx, world: World, first_team: int) -> None:
    """Two years of sessions; one who served every night; and what people say of their last evenings."""
    made = world.agency.made
    for crowd in crowds(world, first_team):
        first, teams = await newest_activity(tx) + 1, crowd.teams
        await sessions.add_activities(tx, many=SESSIONS * teams, teams=teams, first_team=crowd.first_team, now=BEGUN)
        await sessions.add_past_shifts(tx, first=first, teams=teams, size=crowd.end - crowd.first_person)
        await sessions.sign_up_for_past(tx, first=first, most=crowd.most, **asdict(crowd))
        if world.learns:
            await tx.rows(rows.LEARN)
        await sessions.count_places(tx, first=first)
        await sessions.mark_past(tx, first=first)
        await sessions.close_past(tx, first=first, teams=teams)
        await books.book_past(tx, first=first, teams=teams)
    here = {"team_id": made.teams["first"], "station_id": made.stations["one"]}
    await books.book_at_night(
        tx, many=world.root(BUSY_PERSON), person_id=made.people["volunteer_1"], lead_id=made.people["worker"], **here
    )
    await books.report_in_the_evening(
        tx, many=world.root(WAITING), first_person=world.first_big, people=world.big, **here
    )


async def look_ahead(tx: Tx, world: World, first_team: int) -> None:
    """What is posted for the next two months, with the first members of each team in it."""
    many = world.straight(COMING), world.root(OF_BIG_TEAM)
    for crowd, coming in zip(crowds(world, first_team), many, strict=True):
        first, teams = await newest_activity(tx) + 1, crowd.teams
        await sessions.add_activities(tx, many=coming, teams=teams, first_team=crowd.first_team, now=NOW)
        await sessions.add_coming_shifts(tx, first=first, teams=teams, midnight=MIDNIGHT)
        await sessions.sign_up_for_coming(tx, first=first, now=NOW, **asdict(crowd))
    await sessions.line_up(tx)


async def make(url: str, scale: float, language: Language = "zh_Hans") -> World:
    """A migrated database becomes a world in which nothing is due: the ticks have run, and what they said is sent."""
    database = await open_database(url, vault=Vault(KEY), beside=True)
    try:
        async with database.write() as tx:
            world = await add_world(tx, scale, language, learns=not is_sqlite(url))
        await calm(database)
    finally:
        await database.close()
    if not is_sqlite(url):
        connection = await asyncpg.connect(url)
        await connection.execute("VACUUM ANALYZE")  # what its autovacuum does by itself while records come in
        await connection.close()
    return world


async def calm(database: Database) -> None:
    for tick in TICKS:
        await run_tick(database, tick, lambda: NOW)
    async with database.write() as tx:
        await rows.hand_over(tx, now=NOW)


async def fault(url: str) -> object:
    """What ``check`` would say."""
    database = await open_database(url, vault=Vault(KEY), beside=True)
    async with database.read() as tx:
        found = await first_fault(tx)
    await database.close()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes a world and looks through it.")
    parser.add_argument("scale", type=float, nargs="?", default=1.0)
    parser.add_argument("url", nargs="?")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="liandong-world-") as folder:
        url = said.url or f"sqlite:///{Path(folder) / 'world.db'}"
        asyncio.run(migrate(url))
        began = time.perf_counter()
        world = asyncio.run(make(url, said.scale))
        print(f"{world.stations:,} stations, {world.teams:,} teams, {world.crowd + world.big:,} people: ", end="")
        print(f"made in {time.perf_counter() - began:.1f} s; check finds {asyncio.run(fault(url)) or 'nothing'}")


if __name__ == "__main__":
    main()
