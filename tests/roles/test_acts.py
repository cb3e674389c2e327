import pytest

from bot.desk import Seated
from bot.ground.refusals import LastAdministrator, NotAllowed, NotForManagedPeople, NotFound, RoleHeldAlready
from bot.ground.viewer import Role
from bot.members import finding_rows as finding
from bot.members.shown import Withdrawn
from bot.roles import acts as roles
from bot.roles import last_looks
from bot.stations import rows as stations
from bot.store import outbox
from bot.store.database import Database
from bot.store.transaction import Tx
from tests.helpers.notes import notes_about
from tests.helpers.town import NOW, Town, build_town


async def held(tx: Tx, town: Town, name: str) -> list[tuple[Role, str]]:
    return [(one.role, one.station) for one in await finding.roles_of(tx, town.people[name])]


async def test_role_is_given_told_and_noted(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await roles.grant_role(
            Seated(tx, await town.viewer("olga"), NOW),
            person_id=town.people["anna"],
            role=Role.SOCIAL_WORKER,
            station_id=town.stations["futian"],
        )
        given = await held(tx, town, "anna")
        notes = await notes_about(tx, f"person:{town.people['anna']}")
        told = await outbox.counts(tx, f"person:{town.people['anna']}")

    assert given == [(Role.SOCIAL_WORKER, "futian")]
    assert [(note.act, note.actor_id) for note in notes] == [("role_given", town.people["olga"])]
    assert told == {"pending": 1}


@pytest.mark.parametrize(
    ("actor", "who", "role", "station", "refusal"),
    [
        pytest.param("chan", "anna", Role.SOCIAL_WORKER, "futian", NotFound(), id="a social worker gives none"),
        pytest.param("anna", "ben", Role.SOCIAL_WORKER, "futian", NotFound(), id="a volunteer sees nobody"),
        pytest.param("carl", "anna", Role.COORDINATOR, "futian", NotFound(), id="a captain gives none"),
        pytest.param("olga", "anna", Role.ADMINISTRATOR, "city", NotAllowed("coordinator"), id="console only"),
        pytest.param("wu", "anna", Role.ADMINISTRATOR, "city", NotAllowed("coordinator"), id="console only, by wu"),
        pytest.param("olga", "gran", Role.SOCIAL_WORKER, "futian", NotForManagedPeople(), id="no Telegram"),
        pytest.param("olga", "chan", Role.SOCIAL_WORKER, "futian", RoleHeldAlready("social_worker"), id="held"),
        pytest.param("olga", "nobody", Role.SOCIAL_WORKER, "futian", NotFound(), id="nobody there"),
        pytest.param("olga", "anna", Role.SOCIAL_WORKER, "nowhere", NotFound(), id="no such station"),
    ],
)
async def test_role_is_refused(
    database: Database, actor: str, who: str, role: Role, station: str, refusal: Exception
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(type(refusal)) as caught:
            await roles.grant_role(
                Seated(tx, await town.viewer(actor), NOW),
                person_id=town.people.get(who, 999),
                role=role,
                station_id=town.stations.get(station, 999),
            )
        assert caught.value == refusal


async def test_coordinator_of_a_street_gives_nothing_beside_it(database: Database) -> None:
    """Fault 49: another station's ids get the answer of what does not exist."""
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("street")
        await town.grants("street", "coordinator", "futian")
        street = await town.viewer("street")
        for person, station in (("fay", "futian"), ("anna", "nanshan"), ("anna", "city")):
            with pytest.raises(NotFound):
                await roles.grant_role(
                    Seated(tx, street, NOW),
                    person_id=town.people[person],
                    role=Role.SOCIAL_WORKER,
                    station_id=town.stations[station],
                )


async def test_role_held_above_is_not_given_below(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(RoleHeldAlready):
            await roles.grant_role(
                Seated(tx, await town.viewer("wu"), NOW),
                person_id=town.people["olga"],
                role=Role.COORDINATOR,
                station_id=town.stations["futian"],
            )


async def grant_id(tx: Tx, town: Town, name: str) -> int:
    return (await finding.roles_of(tx, town.people[name]))[0].id


async def test_role_is_withdrawn_and_says_what_is_left_behind(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        withdrawn = await roles.withdraw_role(
            Seated(tx, await town.viewer("olga"), NOW), grant_id=await grant_id(tx, town, "chan")
        )
        left = await held(tx, town, "chan")

    chan = town.people["chan"]
    assert withdrawn == Withdrawn(chan, Role.SOCIAL_WORKER, "futian", "social_worker", ("first", "second"), ())
    assert left == []


async def test_staff_are_called_as_the_station_has_set(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        city, chan = town.stations["city"], town.people["chan"]
        await stations.set_setting(tx, station_id=city, key="staff_title", value="officer", set_by=None, now=NOW)
        [shown] = await finding.roles_of(tx, chan)
        standing_now = await last_looks.holds_role(tx, chan, Role.SOCIAL_WORKER, town.stations["futian"])

    assert (shown.title, standing_now) == ("officer", ("futian", "officer", True))


async def test_withdrawing_twice_finds_nothing(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        id, olga = await grant_id(tx, town, "chan"), await town.viewer("olga")
        await roles.withdraw_role(Seated(tx, olga, NOW), grant_id=id)
        with pytest.raises(NotFound):
            await roles.withdraw_role(Seated(tx, olga, NOW), grant_id=id)


async def test_demoted_person_has_no_power_left(database: Database) -> None:
    """Fault 47: with a viewer as of now, an old button gives nothing."""
    async with database.write() as tx:
        town = await build_town(tx)
        await roles.withdraw_role(Seated(tx, await town.viewer("wu"), NOW), grant_id=await grant_id(tx, town, "olga"))
        with pytest.raises(NotFound):
            await roles.withdraw_role(
                Seated(tx, await town.viewer("olga"), NOW), grant_id=await grant_id(tx, town, "chan")
            )


@pytest.mark.parametrize(
    ("actor", "whose", "refusal"),
    [
        pytest.param("olga", "wu", NotFound, id="coordinator takes no administrator's"),
        pytest.param("chan", "li", NotFound, id="social worker takes none"),
        pytest.param("wu", "wu", LastAdministrator, id="the last one stays"),
    ],
)
async def test_withdrawing_is_refused(database: Database, actor: str, whose: str, refusal: type[Exception]) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(refusal):
            await roles.withdraw_role(
                Seated(tx, await town.viewer(actor), NOW), grant_id=await grant_id(tx, town, whose)
            )
        assert len(await held(tx, town, whose)) == 1


async def test_one_administrator_takes_anothers_role(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("xu")
        await town.grants("xu", "administrator", "city")
        await roles.withdraw_role(Seated(tx, await town.viewer("wu"), NOW), grant_id=await grant_id(tx, town, "xu"))
        assert await held(tx, town, "xu") == []
