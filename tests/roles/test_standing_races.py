"""Limits that two people might break together, each in a transaction of their own."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from bot.desk import Seated
from bot.ground.refusals import NotFound, Refusal
from bot.ground.viewer import Role
from bot.members import finding_rows as finding
from bot.people import role_rows as grants
from bot.roles import acts as roles
from bot.roles import last_looks
from bot.store.database import Database, in_transaction
from bot.store.transaction import Tx
from bot.teams import acts as team_acts
from bot.teams import rows as teams
from tests.helpers.town import NOW, build_town

Work = Callable[[Tx], Awaitable[object]]


async def at_once(database: Database, acts: Sequence[Work]) -> list[str]:
    """What each act came to: 'done', or the refusal's code."""

    async def one(act: Work) -> str:
        try:
            await in_transaction(database, act)
        except Refusal as refusal:
            return refusal.code
        return "done"

    return sorted(await asyncio.gather(*(one(act) for act in acts)))


async def test_two_administrators_withdraw_each_other(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("xu")
        await town.grants("xu", "administrator", "city")
        viewers = {name: await town.viewer(name) for name in ("wu", "xu")}
        held = {name: (await finding.roles_of(tx, town.people[name]))[0].id for name in ("wu", "xu")}

    def withdraws(who: str, whose: str) -> Work:
        return lambda tx: roles.withdraw_role(Seated(tx, viewers[who], NOW), grant_id=held[whose])

    outcomes = await at_once(database, [withdraws("wu", "xu"), withdraws("xu", "wu")])

    async with database.read() as tx:
        assert outcomes == ["done", "last_administrator"]
        assert len(await grants.holders_of(tx, Role.ADMINISTRATOR)) == 1


async def test_many_captains_are_made_at_once(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan, first = await town.viewer("chan"), town.teams["first"]
        await town.person("rob", team="first")
        await town.joins("rob", "first")
        wanted = [town.people[name] for name in ("anna", "ben", "cora", "rob")]

    def makes(person_id: int) -> Work:
        return lambda tx: team_acts.make_captain(Seated(tx, chan, NOW), first, person_id)

    outcomes = await at_once(database, [makes(id) for id in wanted])

    async with database.read() as tx:
        captains = [one for one in await teams.members(tx, first) if one.captain]
        assert (outcomes, len(captains)) == (["done", "done", "too_many_captains", "too_many_captains"], 3)


async def test_role_is_given_once_by_two(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        olga, anna, futian = await town.viewer("olga"), town.people["anna"], town.stations["futian"]

    def gives(tx: Tx) -> Awaitable[object]:
        return roles.grant_role(Seated(tx, olga, NOW), person_id=anna, role=Role.SOCIAL_WORKER, station_id=futian)

    assert await at_once(database, [gives, gives]) == ["done", "role_held_already"]


async def test_last_look_tells_only_what_is_still_so(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        first, carl, chan = town.teams["first"], town.people["carl"], town.people["chan"]
        futian = town.stations["futian"]
        looks = [
            await last_looks.team_standing(tx, carl, first, "captain"),
            await last_looks.team_standing(tx, carl, first, "no_captain"),
            await last_looks.team_standing(tx, chan, first, "lead"),
            await last_looks.team_standing(tx, carl, first, "lead"),
        ]
        held = [await last_looks.holds_role(tx, one, Role.SOCIAL_WORKER, futian) for one in (chan, carl)]
        try:
            await last_looks.team_standing(tx, carl, 999, "captain")
            gone = False
        except NotFound:
            gone = True

    roles = [("futian", "social_worker", True), ("futian", "social_worker", False)]
    assert (looks, held, gone) == (["first", None, "first", None], roles, True)
