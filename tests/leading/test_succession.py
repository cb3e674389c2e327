"""What a lead leaves behind whose role ends is led by somebody at once, who may hand it on."""

from bot.activities import rows as activities
from bot.desk import Seated
from bot.ground import notices
from bot.ground.times import DAY, HOUR
from bot.hours.statements.acts import tell
from bot.leading.succession import hand_on
from bot.members import finding_rows as finding
from bot.roles.acts import withdraw_role
from bot.store import outbox_leaving
from bot.store.database import Database
from bot.teams import rows as teams
from tests.helpers.books import LATER, entered
from tests.helpers.gatherings import queued
from tests.helpers.offers import START, offer
from tests.helpers.town import NOW, Town, build_town


async def lead_of(town: Town, shift_id: int) -> str:
    shift = await activities.get_shift(town.tx, shift_id)
    assert shift is not None
    return next(name for name, id in town.people.items() if id == shift.lead_id)


async def loses_role(town: Town, name: str, now: int = NOW) -> None:
    for grant in await finding.roles_of(town.tx, town.people[name]):
        await withdraw_role(Seated(town.tx, await town.viewer("wu"), now), grant_id=grant.id)


async def test_coordinator_leads_and_is_told_once_for_each_activity(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await loses_role(town, "chan")
        told = await queued(town, "handed_over")
        await hand_on(Seated(tx, await town.viewer("wu"), NOW), town.people["chan"])

        assert (await lead_of(town, shift_id), told) == ("olga", {"olga": NOW})
        assert await queued(town, "handed_over") == told


async def test_social_worker_of_the_team_comes_first(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("mei")
        await town.grants("mei", "social_worker", "futian")
        await teams.set_lead(tx, town.teams["first"], town.people["mei"])
        shift_id = await offer(town)
        await loses_role(town, "chan")

        assert await lead_of(town, shift_id) == "mei"


async def test_who_keeps_another_role_above_keeps_what_they_lead(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.grants("chan", "coordinator", "city")
        shift_id = await offer(town)
        social = min(grant.id for grant in await finding.roles_of(tx, town.people["chan"]))
        await withdraw_role(Seated(tx, await town.viewer("wu"), NOW), grant_id=social)

        assert await lead_of(town, shift_id) == "chan"


async def test_open_roll_call_of_what_is_over_goes_along(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await loses_role(town, "chan", START + 9 * HOUR)

        assert await lead_of(town, shift_id) == "olga"


async def lead_of_team(town: Town, team: str) -> str | None:
    lead_id = (await teams.team(town.tx, town.teams[team])).lead_id
    return next((name for name, id in town.people.items() if id == lead_id), None)


async def test_team_whose_lead_goes_is_the_coordinators_who_is_told_and_reminded(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await loses_role(town, "chan")

        assert await lead_of_team(town, "first") == "olga"
        assert [(name, at >= NOW + 2 * DAY) for name, at in await every(town, "teams_for_now")] == [
            ("olga", False), ("olga", True),
        ]  # fmt: skip


async def every(town: Town, kind: str) -> list[tuple[str, int]]:
    names = {id: name for name, id in town.people.items()}
    rows = await outbox_leaving.due(town.tx, 0, NOW + 30 * DAY, 1000)
    return [(names[row["person_id"]], row["due_at"]) for row in rows if row["kind"] == kind]


async def test_what_a_team_does_goes_where_the_team_goes(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await teams.set_lead(tx, town.teams["second"], town.people["olga"])
        shift_id = await offer(town)
        await loses_role(town, "chan")

        assert (await lead_of(town, shift_id), await lead_of_team(town, "first")) == ("olga", "olga")


async def test_question_that_waits_for_a_team_s_lead_reaches_who_leads_it_now(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await entered(town)
        night = LATER + 15 * HOUR
        await tell(tx, notices.StatementQuestion(record.id, 0, 0), record, town.people["chan"], now=night)
        await loses_role(town, "chan", night)

        assert list(await queued(town, "statement_question")) == ["olga"]
