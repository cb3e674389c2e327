"""Activities to test with: a care home visit of the first team, tomorrow week, for eight people."""

from typing import Any

from bot.activities import rows as activities
from bot.activities.rules import ActivityFacts, Audience, ShiftFacts
from bot.ground.frozen import replace
from bot.ground.times import DAY, HOUR, MINUTE
from tests.helpers.town import NOW, Town

START = NOW + 13 * DAY - HOUR  # Saturday 5 December 2026, 9:00 in Shanghai


def visit(town: Town, **other: Any) -> ActivityFacts:
    facts = ActivityFacts(
        station_id=town.stations["futian"],
        team_id=town.teams["first"],
        lead_id=town.people["chan"],
        title="Visit a care home and chat with residents",
        kind="elderly",
        place="Futian care home, 2F",
        meet_place="Futian Station Exit B",
        contact="Chan",
        outdoor=False,
        risk="wet floors; ask staff before helping anyone up",
        audience=Audience.TEAM,
    )
    return replace(facts, **other)


def morning(*, starts_at: int = START, hours: float = 2.5, capacity: int = 8, **other: Any) -> ShiftFacts:
    ends_at = starts_at + int(hours * HOUR)
    facts = ShiftFacts(starts_at=starts_at, ends_at=ends_at, meet_at=starts_at - 15 * MINUTE, capacity=capacity)
    return replace(facts, **other)


async def offer(town: Town, shift: ShiftFacts | None = None, **other: Any) -> int:
    """The id of the one shift of a new activity, published at NOW; keywords change the activity."""
    activity_id = await activities.add_activity(town.tx, visit(town, **other), NOW)
    return await activities.add_shift(town.tx, activity_id, shift or morning())
