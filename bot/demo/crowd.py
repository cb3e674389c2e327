"""``--people N``: N more people without Telegram in teams and stations of their own, with two years of service.

Only the cast have phones on the page. Months that are over are closed by the rule that closes them in life.
"""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice

from bot.demo.cast import Cast
from bot.demo.crowd_words import CROWDS, CrowdWords
from bot.demo.seed import Seeding
from bot.domain.kinds import KINDS
from bot.domain.times import first_valid, local_day, zone_named
from bot.storage import crowd, stations, teams
from bot.storage.crowd import Member, Served
from bot.storage.transaction import Tx
from bot.use_cases.closing_months import close_due

TEAM_SIZE = 100
TEAMS_OF_STATION = 10
DAYS = 730
SERVED = (2, 18)  # records of one person
AT_ONCE = 5000
CLOSED_AT_ONCE = 16
Progress = Callable[[str, int, int], None]
"""What is being done, how much of it is done, out of how much."""


async def add_crowd(made: Seeding, language: str, client: str, people: int, report: Progress) -> None:
    """In the transaction of ``made``; the same crowd for the same clock."""
    chance = random.Random(people)
    words = CROWDS[language]
    homes = await found_teams(made, words, -(-people // TEAM_SIZE))
    begun = made.now - (DAYS + 30) * 86400
    names = [(name_of(words, chance), homes[n // TEAM_SIZE]) for n in range(people)]
    report("people", 0, people)
    members = await crowd.add_people(made.tx, names, client, begun)
    report("people", people, people)
    before = await crowd.newest_record(made.tx)
    records = served(made.cast, members, made.people["coordinator"], made.now, chance)
    done = 0
    while batch := list(islice(records, AT_ONCE)):
        await crowd.add_records(made.tx, batch)
        done += len(batch)
        report("records", done, max(done, people * sum(SERVED) // 2))
    await crowd.add_sums(made.tx, before)
    await close_months(made.tx, made.now, (DAYS // 30 + 1) * (len(homes) // TEAMS_OF_STATION + 4), report)


async def found_teams(made: Seeding, words: CrowdWords, many: int) -> list[int]:
    """Stations below the city, ten teams each."""
    begun = made.now - (DAYS + 40) * 86400
    city = await stations.station(made.tx, made.stations["city"])
    homes: list[int] = []
    for index in range(-(-many // TEAMS_OF_STATION)):
        name = words.stations[index]
        street = await stations.add_station(
            made.tx, parent=city, level="street", name=name, zone=None, preset=None, now=begun
        )
        for n in range(1, min(TEAMS_OF_STATION, many - len(homes)) + 1):
            team = words.team.format(station=name, n=n)
            homes.append(
                await teams.add_team(
                    made.tx, station_id=street.id, name=team, kind="service", open=True, lead_id=None, now=begun
                )
            )
    return homes


def name_of(words: CrowdWords, chance: random.Random) -> str:
    return words.name.format(family=chance.choice(words.families), given=chance.choice(words.given))


def served(cast: Cast, members: list[Member], by: int, now: int, chance: random.Random) -> Iterator[Served]:
    """Nobody serves twice on one day, so nothing overlaps."""
    zone = zone_named(cast.zone)
    today = local_day(zone, now)
    mornings: dict[date, int] = {}
    for member in members:
        for ago in chance.sample(range(1, DAYS), chance.randint(*SERVED)):
            day = today - timedelta(days=ago)
            if day not in mornings:
                mornings[day] = first_valid(zone, day, "09:00")
            starts_at = mornings[day] + 1800 * chance.randrange(18)
            yield Served(member, day, starts_at, 30 * chance.randint(2, 8), chance.choice(KINDS), by)


async def close_months(tx: Tx, now: int, guess: int, report: Progress) -> None:
    done, more = 0, CLOSED_AT_ONCE
    while more == CLOSED_AT_ONCE:
        more = await close_due(tx, now, CLOSED_AT_ONCE)
        done += more
        report("closed months", done, max(done, guess))
    report("closed months", done, done)
