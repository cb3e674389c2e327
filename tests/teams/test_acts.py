import pytest

from bot.desk import Seated
from bot.ground.refusals import (
    EmptyText,
    NameTaken,
    NotAllowed,
    NotAMember,
    NotForManagedPeople,
    NotFound,
    Refusal,
    TooManyCaptains,
    UnknownChoice,
)
from bot.store.database import Database
from bot.teams import acts as teams
from tests.helpers.lines import queued
from tests.helpers.town import NOW, build_town


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        pytest.param("olga", ["first", "second", "company"], id="coordinator of the city"),
        pytest.param("chan", ["first", "second"], id="social worker of a street"),
        pytest.param("carl", ["first"], id="captain"),
    ],
)
async def test_list_reaches_as_far_as_the_role(database: Database, who: str, expected: list[str]) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        assert [team.name for team in await teams.teams_in_sight(Seated(tx, await town.viewer(who), 0))] == expected


async def test_captain_with_a_role_sees_the_own_team_once(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.grants("carl", "social_worker", "futian")
        names = [team.name for team in await teams.teams_in_sight(Seated(tx, await town.viewer("carl"), 0))]
    assert names == ["first", "second"]


async def test_list_is_not_for_volunteers(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(NotAllowed):
            await teams.teams_in_sight(Seated(tx, await town.viewer("anna"), 0))


@pytest.mark.parametrize("who", ["anna", "li", "fay"])
async def test_team_out_of_reach_is_not_there(database: Database, who: str) -> None:
    """Fault 49."""
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(NotFound):
            await teams.team_card(Seated(tx, await town.viewer(who), 0), town.teams["first"])


async def test_team_is_created_and_renamed(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        olga = await town.viewer("olga")
        made = await teams.create_team(
            Seated(tx, olga, NOW), station_id=town.stations["futian"], name="  Third\u202e ", kind="service"
        )
        await teams.rename_team(Seated(tx, olga, NOW), made, "Third Team")
        card = await teams.team_card(Seated(tx, olga, 0), made)

    assert (card.team.name, card.team.kind, card.team.open, card.team.lead, card.members) == (
        "Third Team",
        "service",
        True,
        None,
        (),
    )


@pytest.mark.parametrize(
    ("who", "station", "name", "kind", "refusal"),
    [
        pytest.param("chan", "futian", "x", "service", NotFound(), id="a social worker makes none"),
        pytest.param("anna", "futian", "x", "service", NotFound(), id="a volunteer makes none"),
        pytest.param("olga", "futian", "first", "service", NameTaken("first"), id="taken"),
        pytest.param("olga", "futian", "\u200b", "service", EmptyText("team"), id="nothing left"),
        pytest.param("olga", "futian", "x", "choir", UnknownChoice("team_kind", "", ("service", "group")), id="kind"),
    ],
)
async def test_creating_is_refused(
    database: Database, who: str, station: str, name: str, kind: str, refusal: Refusal
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(type(refusal)) as caught:
            await teams.create_team(
                Seated(tx, await town.viewer(who), NOW), station_id=town.stations[station], name=name, kind=kind
            )
        assert caught.value == refusal


async def test_lead_runs_the_own_team(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan, first = await town.viewer("chan"), town.teams["first"]
        await teams.set_open(Seated(tx, chan, NOW), first, open=False)
        await teams.set_kind(Seated(tx, chan, NOW), first, "group")
        await teams.rename_team(Seated(tx, chan, NOW), first, "Team One")
        team = (await teams.team_card(Seated(tx, chan, 0), first)).team

    assert (team.open, team.kind, team.name) == (False, "group", "Team One")


@pytest.mark.parametrize(
    ("who", "refusal"),
    [
        pytest.param("carl", NotAllowed, id="captain"),
        pytest.param("other", NotAllowed, id="social worker who is not its lead"),
        pytest.param("anna", NotFound, id="member"),
        pytest.param("li", NotFound, id="another station's social worker"),
    ],
)
async def test_changing_is_refused(database: Database, who: str, refusal: type[Refusal]) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("other")
        await town.grants("other", "social_worker", "futian")
        viewer, first, ben = await town.viewer(who), town.teams["first"], town.people["ben"]
        for attempt in (
            teams.rename_team(Seated(tx, viewer, NOW), first, "x"),
            teams.set_open(Seated(tx, viewer, NOW), first, open=False),
            teams.set_kind(Seated(tx, viewer, NOW), first, "group"),
            teams.make_captain(Seated(tx, viewer, NOW), first, ben),
            teams.dismiss_captain(Seated(tx, viewer, NOW), first, town.people["carl"]),
            teams.take_out(Seated(tx, viewer, NOW), first, ben),
            teams.appoint_lead(Seated(tx, viewer, NOW), first, town.people["other"]),
        ):
            with pytest.raises(refusal):
                await attempt


async def test_lead_who_is_no_longer_staff_changes_nothing(database: Database) -> None:
    """Fault 47."""
    async with database.write() as tx:
        town = await build_town(tx)
        await town.team("third", "futian", lead="ben")
        with pytest.raises(NotFound):
            await teams.rename_team(Seated(tx, await town.viewer("ben"), NOW), town.teams["third"], "x")


async def test_lead_is_chosen_among_the_social_workers_there(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("mo")
        await town.grants("mo", "social_worker", "city")
        olga, first = await town.viewer("olga"), town.teams["first"]
        possible = [holder.name for holder in await teams.possible_leads(Seated(tx, olga, 0), first)]
        await teams.appoint_lead(Seated(tx, olga, NOW), first, town.people["mo"])
        lead = (await teams.team_card(Seated(tx, olga, 0), first)).team.lead
        told = await queued(town, "team_lead")
        with pytest.raises(NotFound):
            await teams.appoint_lead(Seated(tx, olga, NOW), first, town.people["li"])

    assert (possible, lead, told) == (["Chan", "Mo"], "Mo", [("team_lead", "mo", NOW)])


async def test_captain_is_made_and_dismissed(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan, first, anna = await town.viewer("chan"), town.teams["first"], town.people["anna"]
        await teams.make_captain(Seated(tx, chan, NOW), first, anna)
        await teams.make_captain(Seated(tx, chan, NOW), first, anna)
        captains = [one.name for one in (await teams.team_card(Seated(tx, chan, 0), first)).captains]
        await teams.dismiss_captain(Seated(tx, chan, NOW), first, town.people["carl"])
        await teams.dismiss_captain(Seated(tx, chan, NOW), first, town.people["carl"])
        left = [one.name for one in (await teams.team_card(Seated(tx, chan, 0), first)).captains]
        told = await queued(town)

    assert (captains, left) == (["Anna", "Carl"], ["Anna"])
    assert sorted(told) == [
        ("captain_dismissed", "carl", NOW),
        ("captain_made", "anna", NOW),
        ("menu", "anna", NOW),
        ("menu", "carl", NOW),
    ]


async def test_fourth_captain_is_refused(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan, first = await town.viewer("chan"), town.teams["first"]
        for name in ("anna", "ben"):
            await teams.make_captain(Seated(tx, chan, NOW), first, town.people[name])
        with pytest.raises(TooManyCaptains):
            await teams.make_captain(Seated(tx, chan, NOW), first, town.people["cora"])


async def test_captain_needs_telegram(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(NotForManagedPeople):
            await teams.make_captain(
                Seated(tx, await town.viewer("chan"), NOW), town.teams["first"], town.people["gran"]
            )


async def test_stranger_is_no_captain(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan, first = await town.viewer("chan"), town.teams["first"]
        with pytest.raises(NotAMember):
            await teams.make_captain(Seated(tx, chan, NOW), first, town.people["dan"])
        with pytest.raises(NotAMember):
            await teams.take_out(Seated(tx, chan, NOW), first, town.people["dan"])


async def test_member_is_taken_out_and_is_at_home_elsewhere(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.joins("carl", "second")
        await teams.take_out(Seated(tx, await town.viewer("chan"), NOW), town.teams["first"], town.people["carl"])
        carl = await town.viewer("carl")
        await town.joins("carl", "first")
        back = await town.viewer("carl")

    assert (carl.in_team(town.teams["first"]), carl.person.home_team_id) == (False, town.teams["second"])
    assert (back.in_team(town.teams["first"]), back.is_captain()) == (True, False)
