"""Which open teams lead somewhere: to an activity behind a link, or out of being in none."""

import pytest

from bot.activities import rows as activities
from bot.activities.rules import ActivityState, Audience
from bot.desk import Seated
from bot.ground.refusals import NoWayIn
from bot.joining import own_teams
from bot.leading import rows as leading
from bot.sign_ups import looking
from bot.store.database import Database
from bot.teams import rows as teams
from tests.helpers.offers import START, offer
from tests.helpers.town import NOW, Town, build_town


async def way_of(town: Town, who: str, shift_id: int, now: int = NOW) -> tuple[str, list[str]] | None:
    """For whom, and the teams that lead in; None where nothing does."""
    try:
        way = await own_teams.way_in(Seated(town.tx, await town.viewer(who), now), shift_id)
    except NoWayIn:
        return None
    return way.audience, [team.name for team in way.teams]


@pytest.mark.parametrize(
    ("who", "audience", "expected"),
    [
        pytest.param("fay", Audience.TEAM, ("first", ["first"]), id="the team"),
        pytest.param("fay", Audience.STATION, ("futian", ["first", "second"]), id="any team of the station"),
        pytest.param("anna", Audience.TEAM, None, id="is in it"),
        pytest.param("fay", Audience.EVERYONE, None, id="needs none"),
    ],
)
async def test_way_in_names_the_open_teams(
    database: Database, who: str, audience: Audience, expected: tuple[str, list[str]] | None
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift = await offer(town, audience=audience)

        assert await way_of(town, who, shift) == expected


async def test_there_is_no_way_into_what_is_closed_over_or_nothing(database: Database) -> None:
    """Fault 49."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift = await offer(town)
        company = await offer(town, station_id=town.stations["nanshan"], team_id=town.teams["company"])
        over = await way_of(town, "fay", shift, now=START + 86_400)
        found = await activities.get_shift(tx, shift)
        assert found is not None
        await leading.set_state(tx, found.activity_id, ActivityState.CLOSED)
        stopped = await way_of(town, "fay", shift)
        await leading.set_state(tx, found.activity_id, ActivityState.PUBLISHED)
        await teams.set_open(tx, town.teams["first"], False)

        assert (over, stopped) == (None, None)
        assert [await way_of(town, "fay", one) for one in (shift, 987_654)] == [None, None]
        assert await way_of(town, "anna", company) is None


async def test_only_who_is_in_no_team_is_offered_the_first(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("kim")
        offered, alone = {}, {}
        for who in ("kim", "anna", "chan"):
            viewer = await town.viewer(who)
            offered[who] = [team.name for team in await own_teams.first_teams(Seated(tx, viewer, 0))]
            alone[who] = (await looking.upcoming(Seated(tx, viewer, NOW))).alone

    assert offered == {"kim": ["first", "second"], "anna": [], "chan": []}
    assert alone == {"kim": True, "anna": False, "chan": False}
