"""``--people N``: N more people without Telegram in teams and stations of their own, with two years of service.

Each station has a social worker of its own beside them, who leads its ten teams. Only the cast have phones on the page.
Months that are over are closed by the rule that closes them in life.
"""

import random
from collections.abc import Callable
from itertools import groupby, islice

from bot.demo import crowd_rows as crowd
from bot.demo import crowd_sessions_rows
from bot.demo.crowd_sessions import WEEKS, Home, sessions
from bot.demo.crowd_sessions_rows import add_sessions
from bot.demo.crowd_words import CROWDS, CrowdWords
from bot.demo.seed import Seeding
from bot.ground.viewer import Role
from bot.hours.noted import rows as noted
from bot.hours.sums.anew_rows import count_anew
from bot.people import role_rows as grants
from bot.people import rows as people
from bot.reports.closing import close_due
from bot.stations import rows as stations
from bot.store.transaction import Tx
from bot.teams import rows as teams

TEAM_SIZE = 100
TEAMS_OF_STATION = 10
BEGUN = (7 * WEEKS + 40) * 86400  # seconds ago
AT_ONCE = 500  # sessions
CLOSED_AT_ONCE = 16
Progress = Callable[[str, int, int], None]
"""What is being done, how much of it is done, out of how much."""


async def add_crowd(made: Seeding, language: str, client: str, many: int, report: Progress) -> None:
    """In the transaction of ``made``; the same crowd for the same clock."""
    chance = random.Random(many)
    words = CROWDS[language]
    homes = await found_teams(made, words, chance, -(-many // TEAM_SIZE))
    names = [(name_of(words, chance), homes[n // TEAM_SIZE].team_id) for n in range(many)]
    report("people", 0, many)
    members = await crowd.add_people(made.tx, names, client, made.now - BEGUN)
    report("people", many, many)
    before = await crowd_sessions_rows.newest_record(made.tx)
    of_team = {id: [one.id for one in found] for id, found in groupby(members, lambda one: one.team_id)}
    held = (one for home in homes for one in sessions(made, words, home, of_team[home.team_id], chance))
    done, whole = 0, WEEKS * len(homes)
    while batch := list(islice(held, AT_ONCE)):
        await add_sessions(made.tx, batch)
        done += len(batch)
        report("activities", done, whole)
    await crowd.add_sums(made.tx, before)
    await noted.take_as_they_are(made.tx)
    await count_anew(made.tx)
    await close_months(made.tx, made.now, (WEEKS // 4) * (len(homes) // TEAMS_OF_STATION + 4), report)


async def found_teams(made: Seeding, words: CrowdWords, chance: random.Random, many: int) -> list[Home]:
    """Stations below the city, ten teams each."""
    begun = made.now - BEGUN
    city = await stations.station(made.tx, made.stations["city"])
    homes: list[Home] = []
    for index in range(-(-many // TEAMS_OF_STATION)):
        name = words.stations[index]
        street = await stations.add_station(
            made.tx, parent=city, level="street", name=name, zone=None, preset=None, now=begun
        )
        lead = name_of(words, chance)
        lead_id = await appoint(made.tx, lead, street.id, begun)
        for n in range(1, min(TEAMS_OF_STATION, many - len(homes)) + 1):
            team = words.team.format(station=name, n=n)
            team_id = await teams.add_team(
                made.tx, station_id=street.id, name=team, kind="service", open=True, lead_id=lead_id, now=begun
            )
            homes.append(Home(team_id, street.id, lead_id, lead))
    return homes


async def appoint(tx: Tx, name: str, station_id: int, begun: int) -> int:
    """A social worker of this station."""
    id = await people.add_person(tx, now=begun, state="managed", name=name, age_band="adult")
    await grants.add_grant(tx, person_id=id, role=Role.SOCIAL_WORKER, station_id=station_id, granted_by=None, now=begun)
    return id


def name_of(words: CrowdWords, chance: random.Random) -> str:
    return words.name.format(family=chance.choice(words.families), given=chance.choice(words.given))


async def close_months(tx: Tx, now: int, guess: int, report: Progress) -> None:
    done, more = 0, CLOSED_AT_ONCE
    while more == CLOSED_AT_ONCE:
        more = await close_due(tx, now, CLOSED_AT_ONCE)
        done += more
        report("closed months", done, max(done, guess))
    report("closed months", done, done)
