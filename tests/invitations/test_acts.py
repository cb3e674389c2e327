import asyncio

import pytest

from bot.desk import Seated
from bot.ground.frozen import replace
from bot.ground.refusals import (
    AlreadyMember,
    InvitationExpired,
    InvitationInvalid,
    InvitationsPaused,
    InvitationUsed,
    NotFound,
    NotRegistered,
    OutOfRange,
    RoleHeldAlready,
)
from bot.ground.times import DAY
from bot.ground.viewer import Role, Viewer
from bot.invitations import rows as invitations
from bot.invitations.acts import (
    accept_role,
    invite_to_role,
    invite_to_team,
    join_by_invitation,
    make_administrator_code,
    new_code,
    open_invitations,
    withdraw_invitation,
)
from bot.invitations.rules import NewLink
from bot.members import finding_rows as finding
from bot.roles.acts import withdraw_role
from bot.store.database import Database, in_transaction
from bot.store.transaction import Tx
from bot.teams import rows as teams
from bot.teams.rules import Team
from tests.helpers.town import NOW, Town, build_town

MINUTE = 60


async def team_link(tx: Tx, town: Town, *, uses: int = 2, maker: str = "chan") -> str:
    viewer = await town.viewer(maker)
    link = await invite_to_team(Seated(tx, viewer, NOW), team_id=town.teams["first"], days=7, uses=uses)
    return link.payload.removeprefix("t_")


async def role_code(tx: Tx, town: Town, *, role: Role = Role.SOCIAL_WORKER, maker: str = "olga") -> str:
    viewer = await town.viewer(maker)
    link = await invite_to_role(Seated(tx, viewer, NOW), role=role, station_id=town.stations["futian"], days=3, uses=1)
    return link.payload.removeprefix("r_")


async def test_link_is_shown_once_and_kept_as_a_fingerprint(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        link = await invite_to_team(
            Seated(tx, await town.viewer("chan"), NOW), team_id=town.teams["first"], days=7, uses=2
        )
        kept = await open_invitations(Seated(tx, await town.viewer("chan"), NOW))

    assert link == NewLink(link.id, link.payload, NOW + 7 * DAY, 2)
    assert (link.payload[:2], 20 < len(link.payload) <= 64, link.payload.isascii()) == ("t_", True, True)
    assert [(one.invitation.id, one.team, one.invitation.uses_left) for one in kept] == [(link.id, "first", 2)]
    assert link.payload[2:] not in repr(kept)


async def test_link_into_a_team_makes_a_member(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        joined = await join_by_invitation(Seated(tx, await town.viewer("dan"), NOW), await team_link(tx, town))
        after = await town.viewer("dan")

    assert isinstance(joined, Team)
    assert (joined.name, after.in_team(town.teams["first"]), after.is_captain()) == ("first", True, False)
    assert after.person.home_team_id == town.teams["second"]


async def test_member_already_spends_no_use(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        code = await team_link(tx, town, uses=1)
        again = await join_by_invitation(Seated(tx, await town.viewer("anna"), NOW), code)
        joined = await join_by_invitation(Seated(tx, await town.viewer("dan"), NOW), code)

    assert (again, isinstance(joined, Team)) == (AlreadyMember(team="first"), True)


async def test_spent_link_is_refused(database: Database) -> None:
    """Fault 50: reused."""
    async with database.write() as tx:
        town = await build_town(tx)
        code = await team_link(tx, town, uses=1)
        await join_by_invitation(Seated(tx, await town.viewer("dan"), NOW), code)
        assert await join_by_invitation(Seated(tx, await town.viewer("eve"), NOW), code) == InvitationUsed()


async def test_old_link_is_refused(database: Database) -> None:
    """Fault 50: expired, on the very second."""
    async with database.write() as tx:
        town = await build_town(tx)
        code, dan, ends = await team_link(tx, town), await town.viewer("dan"), NOW + 7 * DAY
        late = await join_by_invitation(Seated(tx, dan, ends), code)
        in_time = await join_by_invitation(Seated(tx, dan, ends - 1), code)

    assert (late, isinstance(in_time, Team)) == (InvitationExpired(expired_at=ends), True)


async def test_last_use_is_taken_by_one_of_many(database: Database) -> None:
    """Fault 50: raced."""
    async with database.write() as tx:
        town = await build_town(tx)
        code = await team_link(tx, town, uses=1)
        viewers = [await town.viewer(name) for name in ("dan", "eve", "fay", "olga", "wu")]

    async def press(viewer: Viewer) -> bool:
        async def work(tx: Tx) -> bool:
            return isinstance(await join_by_invitation(Seated(tx, viewer, NOW), code), Team)

        return await in_transaction(database, work)

    joined = await asyncio.gather(*(press(viewer) for viewer in viewers))

    async with database.read() as tx:
        assert (sum(joined), len(await teams.members(tx, town.teams["first"]))) == (1, 6)


async def guess(tx: Tx, viewer: Viewer, now: int, times: int) -> list[object]:
    return [await join_by_invitation(Seated(tx, viewer, now + i), f"guess{i}") for i in range(times)]


async def test_guessing_stops_for_an_hour(database: Database) -> None:
    """Fault 50: five failures in ten minutes; even the right code is not looked at then."""
    async with database.write() as tx:
        town = await build_town(tx)
        code, dan = await team_link(tx, town), await town.viewer("dan")
        guesses = await guess(tx, dan, NOW, 5)
        until = NOW + 4 + 3600
        paused = await join_by_invitation(Seated(tx, dan, NOW + 10), code)
        still = await accept_role(Seated(tx, dan, until - 1), code)
        other = await join_by_invitation(Seated(tx, await town.viewer("eve"), NOW + 10), code)
        free = await join_by_invitation(Seated(tx, dan, until), code)

    assert guesses == [InvitationInvalid()] * 5
    assert (paused, still) == (InvitationsPaused(until=until), InvitationsPaused(until=until))
    assert (isinstance(other, Team), isinstance(free, Team)) == (True, True)


async def test_slow_mistakes_do_not_pause(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        code, dan = await team_link(tx, town), await town.viewer("dan")
        for i in range(8):
            await join_by_invitation(Seated(tx, dan, NOW + i * 3 * MINUTE), f"mistyped{i}")
        assert isinstance(await join_by_invitation(Seated(tx, dan, NOW + 25 * MINUTE), code), Team)


async def test_link_waits_for_somebody_who_has_not_joined(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        code, anna = await team_link(tx, town), await town.viewer("anna")
        newcomer = replace(anna, person=replace(anna.person, id=0, state="new"), memberships=())
        with pytest.raises(NotRegistered):
            await join_by_invitation(Seated(tx, newcomer, NOW), code)


async def test_code_of_one_kind_is_no_code_of_the_other(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        dan = await town.viewer("dan")
        as_role = await accept_role(Seated(tx, dan, NOW), await team_link(tx, town))
        as_team = await join_by_invitation(Seated(tx, dan, NOW), await role_code(tx, town))
    assert (as_role, as_team) == (InvitationInvalid(), InvitationInvalid())


async def test_role_link_gives_the_role(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        code = await role_code(tx, town)
        taken = await accept_role(Seated(tx, await town.viewer("dan"), NOW), code)
        again = await accept_role(Seated(tx, await town.viewer("eve"), NOW), code)
        held = [(one.role, one.station) for one in await finding.roles_of(tx, town.people["dan"])]

    assert not isinstance(taken, Exception)
    assert (taken.role, taken.station.name, again) == (Role.SOCIAL_WORKER, "futian", InvitationUsed())
    assert held == [(Role.SOCIAL_WORKER, "futian")]


async def test_role_held_already_spends_no_use(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        code = await role_code(tx, town)
        with pytest.raises(RoleHeldAlready):
            await accept_role(Seated(tx, await town.viewer("chan"), NOW), code)
        assert len(await open_invitations(Seated(tx, await town.viewer("olga"), NOW))) == 1


async def test_role_link_of_a_demoted_maker_is_worth_nothing(database: Database) -> None:
    """Fault 47."""
    async with database.write() as tx:
        town = await build_town(tx)
        code = await role_code(tx, town)
        [held] = await finding.roles_of(tx, town.people["olga"])
        await withdraw_role(Seated(tx, await town.viewer("wu"), NOW), grant_id=held.id)
        assert await accept_role(Seated(tx, await town.viewer("dan"), NOW), code) == InvitationInvalid()


async def test_first_administrator_comes_from_the_console(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        link = await make_administrator_code(tx, NOW)
        code, anna = link.payload.removeprefix("r_"), await town.viewer("anna")
        late = await accept_role(Seated(tx, anna, NOW + 15 * MINUTE), code)
        taken = await accept_role(Seated(tx, anna, NOW + 15 * MINUTE - 1), code)
        held = [(one.role, one.station) for one in await finding.roles_of(tx, anna.id)]

    assert (link.uses, link.expires_at) == (1, NOW + 15 * MINUTE)
    assert late == InvitationExpired(expired_at=NOW + 15 * MINUTE)
    assert not isinstance(taken, Exception)
    assert held == [(Role.ADMINISTRATOR, "city")]


async def test_console_code_needs_a_root_station(database: Database) -> None:
    async with database.write() as tx:
        with pytest.raises(NotFound):
            await make_administrator_code(tx, NOW)


@pytest.mark.parametrize(
    ("maker", "role", "station"),
    [
        pytest.param("chan", Role.SOCIAL_WORKER, "futian", id="social worker"),
        pytest.param("carl", Role.SOCIAL_WORKER, "futian", id="captain"),
        pytest.param("olga", Role.ADMINISTRATOR, "city", id="administrators by console only"),
        pytest.param("olga", Role.SOCIAL_WORKER, "nowhere", id="no such station"),
    ],
)
async def test_role_link_is_refused(database: Database, maker: str, role: Role, station: str) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(NotFound):
            await invite_to_role(
                Seated(tx, await town.viewer(maker), NOW),
                role=role,
                station_id=town.stations.get(station, 99),
                days=1,
                uses=1,
            )


@pytest.mark.parametrize(("maker", "team"), [("anna", "first"), ("carl", "second"), ("li", "first"), ("olga", "none")])
async def test_team_link_is_refused(database: Database, maker: str, team: str) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(NotFound):
            await invite_to_team(
                Seated(tx, await town.viewer(maker), NOW), team_id=town.teams.get(team, 99), days=1, uses=1
            )


@pytest.mark.parametrize(("days", "uses"), [(0, 1), (91, 1), (1, 0), (1, 201)])
async def test_terms_have_limits(database: Database, days: int, uses: int) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(OutOfRange):
            await invite_to_team(
                Seated(tx, await town.viewer("carl"), NOW), team_id=town.teams["first"], days=days, uses=uses
            )


async def test_own_link_is_withdrawn_and_no_other(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        code, chan = await team_link(tx, town), await town.viewer("chan")
        [kept] = await open_invitations(Seated(tx, chan, NOW))
        with pytest.raises(NotFound):
            await withdraw_invitation(Seated(tx, await town.viewer("olga"), NOW), kept.invitation.id)
        await withdraw_invitation(Seated(tx, chan, NOW), kept.invitation.id)
        assert await join_by_invitation(Seated(tx, await town.viewer("dan"), NOW), code) == InvitationUsed()
        assert await invitations.by_code(tx, "no such code") is None


def test_codes_are_128_bits_and_never_the_same() -> None:
    made = {new_code() for _ in range(64)}

    assert len(made) == 64
    assert {len(code) for code in made} == {22}
