"""What a team of the crowd did in two years: some of its members once a week, so nobody is in two places at once."""

import random
from collections.abc import Iterator, Sequence
from datetime import timedelta

from bot.activities.rules import ActivityFacts, Audience
from bot.demo.crowd_sessions_rows import Session
from bot.demo.crowd_words import CrowdWords
from bot.demo.seed import Seeding
from bot.ground.frozen import Frozen
from bot.ground.times import first_valid, local_day, zone_named

WEEKS = 104
RECORDS = 10  # of one person, about
HALF_HOUR = 1800
OUTDOORS = ("environment", "public")


class Home(Frozen):
    """A team with who leads it."""

    team_id: int
    station_id: int
    lead_id: int
    lead: str


def sessions(
    made: Seeding, words: CrowdWords, home: Home, members: Sequence[int], chance: random.Random
) -> Iterator[Session]:
    """The newest first; none today."""
    zone = zone_named(made.cast.zone)
    today = local_day(zone, made.now)
    weekday = chance.randrange(1, 8)
    for week in range(WEEKS):
        day = today - timedelta(days=7 * week + weekday)
        came = chance.sample(members, turnout(len(members), chance))
        missed = came[1:2] if chance.random() < 0.1 else []
        yield Session(
            facts=facts_of(home, *chance.choice(words.sessions)),
            day=day,
            starts_at=first_valid(zone, day, "09:00") + HALF_HOUR * chance.randrange(16),
            minutes=30 * chance.randint(3, 6),
            came=tuple(id for id in came if id not in missed),
            missed=tuple(missed),
            helped=len(came) * chance.randint(1, 4),
        )


def turnout(members: int, chance: random.Random) -> int:
    """How many have a place, so that everybody serves about so often in the end."""
    often = members * RECORDS / WEEKS
    return min(members, max(1, round(often * chance.uniform(0.6, 1.4))))


def facts_of(home: Home, title: str, kind: str, place: str, risk: str) -> ActivityFacts:
    return ActivityFacts(
        station_id=home.station_id,
        team_id=home.team_id,
        lead_id=home.lead_id,
        title=title,
        kind=kind,
        place=place,
        meet_place=place,
        contact=home.lead,
        outdoor=kind in OUTDOORS,
        risk=risk,
        audience=Audience.TEAM,
    )
