"""Who has no role any more when a notice leaves gets none of what they were to get by it; whoever leads now does."""

from collections.abc import Awaitable, Callable

import pytest

from bot.desk import Seated
from bot.ground.notices import Reads
from bot.ground.refusals import NotFound
from bot.ground.times import DAY, HOUR
from bot.hours.statements import acts as asking
from bot.leading import holding
from bot.members import finding_rows as finding
from bot.messages import broadcasting, passing_on
from bot.roles.acts import withdraw_role
from bot.roll_call import acts as roll_call
from bot.sign_ups.withdrawing import withdraw
from bot.speech.words import Words
from bot.store.database import Database
from bot.teams import rows as teams
from bot.wire.rendering import Telling
from handlers.routes import NOTICES
from tests.helpers.books import LATER, entered
from tests.helpers.gatherings import activity_of, full_house, queued
from tests.helpers.lines import sign_up_id
from tests.helpers.offers import START, morning, offer
from tests.helpers.rolls import END, OPENS, all_here, card, finish, shift_with
from tests.helpers.town import NOW, ZONE, Town, build_town
from tests.sign_ups.test_groups import open_day, reserves
from tests.wire.hello import ROWS

Facts = tuple[int | str, ...]
Scene = Callable[[Town], Awaitable[tuple[int, Facts]]]
"""Makes what the notice is about; when it leaves, and its facts."""
SCENES: dict[str, Scene] = {}
ELSEWHERE = {
    "call_list": "tests/call_list",
    "hours_unseen": "tests/call_list",
    "summary_file": "tests/reports: made for who may see it",
    "roll_call_submitted": "looks through the card, as roll_call_card does",
    "withdrew_fresh": "looks as withdrew_late does, at a message that this lead has",
    "missing_reminder": "looks as month_reminder does",
    "checkpoint": "tests/reports/test_checkpoints: to who is an administrator when it leaves",
    "month_closed": "is month_report once it is closed",
    "group_moved": "looks as group_names does",
    "group_after_all": "looks as group_names does",
}
"""Kinds that are addressed by a role and asked in another place."""


def scene(kind: str) -> Callable[[Scene], Scene]:
    def add(made: Scene) -> Scene:
        SCENES[kind] = made
        return made

    return add


async def at(town: Town, name: str, now: int) -> Seated:
    return Seated(town.tx, await town.viewer(name), now)


@scene("decide")
async def on_hold(town: Town) -> tuple[int, Facts]:
    shift_id = await offer(town)
    await holding.hold(await at(town, "chan", NOW), shift_id=shift_id, decide_at=START - 2 * HOUR)
    return NOW, (shift_id, START - 2 * HOUR)


@scene("withdrew_late")
async def gone(town: Town) -> tuple[int, Facts]:
    shift_id = await shift_with(town, "anna")
    id = await sign_up_id(town, "anna", shift_id)
    await withdraw(await at(town, "anna", START - HOUR), sign_up_id=id)
    return START - HOUR, (id,)


@scene("passed_over")
async def waits(town: Town) -> tuple[int, Facts]:
    shift_id = await full_house(town)
    return NOW, (await sign_up_id(town, "cora", shift_id),)


@scene("activity_paper")
async def asked_for(town: Town) -> tuple[int, Facts]:
    return NOW, (await shift_with(town, "anna"), "insurer", "https://t.me/bot?start=a_1")


@scene("running_late")
async def comes(town: Town) -> tuple[int, Facts]:
    shift_id = await shift_with(town, "anna")
    return START - HOUR, (await sign_up_id(town, "anna", shift_id),)


@scene("lead_list")
async def evening(town: Town) -> tuple[int, Facts]:
    return START - 13 * HOUR, (str(await shift_with(town, "anna")),)


@scene("lead_changes")
async def since_then(town: Town) -> tuple[int, Facts]:
    shift_id = await shift_with(town, "anna")
    return START - HOUR, (shift_id, 0, NOW - DAY)


@scene("too_few")
async def missing(town: Town) -> tuple[int, Facts]:
    return START - DAY, (await offer(town, morning(minimum=4)), 0)


@scene("roll_call_card")
async def begins(town: Town) -> tuple[int, Facts]:
    return OPENS, (await shift_with(town, "anna"),)


@scene("finish_roll")
async def over(town: Town) -> tuple[int, Facts]:
    shift_id = await shift_with(town, "anna")
    await all_here(town, shift_id)
    return END, (shift_id, 0)


@scene("statement_question")
async def disputed(town: Town) -> tuple[int, Facts]:
    shift_id = await shift_with(town, "anna")
    await all_here(town, shift_id)
    done = await finish(town, shift_id)
    record = done.credited[0].record
    assert record is not None
    await asking.dispute(await at(town, "anna", END + HOUR), record_id=record.id, text="I came at 8:30")
    return END + HOUR, (record.id, 0, 0)


@scene("passed_on")
async def words_for_the_lead(town: Town) -> tuple[int, Facts]:
    await shift_with(town, "anna")
    said = await passing_on.offer(await at(town, "anna", NOW), chat_id=5, message_id=7)
    assert said is not None
    await passing_on.settle(await at(town, "anna", NOW), said.id, pass_on=True)
    return NOW, (said.id,)


@scene("handed_over")
@scene("still_leading")
async def coming(town: Town) -> tuple[int, Facts]:
    return NOW, (await activity_of(town, await offer(town)), 0)


@scene("month_report")
async def month(town: Town) -> tuple[int, Facts]:
    await town.grants("chan", "coordinator", "futian")
    return LATER, (town.stations["futian"], "2026-11")


@scene("month_reminder")
async def still_open(town: Town) -> tuple[int, Facts]:
    await entered(town, starts_at=START)
    return LATER, (town.stations["futian"], "2026-12")


@scene("digest")
async def week(town: Town) -> tuple[int, Facts]:
    await entered(town, starts_at=START)
    return LATER, ("2026-12-07", ZONE)


@scene("long_days")
async def long_day(town: Town) -> tuple[int, Facts]:
    await town.grants("chan", "coordinator", "futian")
    await entered(town, hours=9)
    return LATER, ()


@scene("broadcast_done")
async def letter(town: Town) -> tuple[int, Facts]:
    chan = await at(town, "chan", NOW)
    found = await broadcasting.write(chan, audience=f"team:{town.teams['first']}", text="Bring umbrellas")
    await broadcasting.send(chan, broadcast_id=found.broadcast.id)
    return NOW, (found.broadcast.id,)


@scene("team_lead")
async def answers_for_a_team(town: Town) -> tuple[int, Facts]:
    await teams.set_lead(town.tx, town.teams["first"], town.people["chan"])
    return NOW, (town.teams["first"],)


@scene("teams_for_now")
async def leads_teams_for_now(town: Town) -> tuple[int, Facts]:
    await teams.set_lead(town.tx, town.teams["first"], town.people["chan"])
    return NOW, (str(town.teams["first"]), 1)


CAPTAIN_OF = {"roll_call_handed": ("carl", "first"), "group_names": ("finn", "company")}


@scene("roll_call_handed")
async def handed(town: Town) -> tuple[int, Facts]:
    shift_id = await shift_with(town, "anna")
    await card(town, shift_id)
    await roll_call.hand_to(await at(town, "chan", OPENS), shift_id=shift_id, captain_id=town.people["carl"])
    return OPENS, (shift_id, town.people["chan"])


@scene("group_names")
async def heads(town: Town) -> tuple[int, Facts]:
    shift_id = await open_day(town)
    return NOW, (await reserves(town, shift_id, 3), 0)


async def said(town: Town, kind: str, who: str, now: int, facts: Facts) -> bool:
    """Whether anything would leave, now, to this person."""
    try:
        return await NOTICES[kind](Telling(town.tx, town.people[who], 0, now, Words("en", ZONE)), *facts) is not None
    except NotFound:
        return False


def test_every_kind_that_goes_to_a_role_is_asked_here_or_elsewhere() -> None:
    by_role = {kind for kind, row in ROWS.items() if row.reads is not Reads.PERSON}

    assert by_role == {*SCENES, *ELSEWHERE, "helper_named"}
    assert not ELSEWHERE.keys() & SCENES.keys()


@pytest.mark.parametrize("kind", sorted(SCENES.keys() - CAPTAIN_OF.keys()))
async def test_who_has_no_role_any_more_gets_nothing_and_who_leads_now_does(database: Database, kind: str) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        now, facts = await SCENES[kind](town)
        before = await said(town, kind, "chan", now, facts)
        for grant in await finding.roles_of(tx, town.people["chan"]):
            await withdraw_role(await at(town, "wu", now), grant_id=grant.id)

        assert before
        assert not await said(town, kind, "chan", now, facts)
        if ROWS[kind].reads is Reads.LEAD and kind != "passed_on":
            assert await said(town, kind, "olga", now, facts)


@pytest.mark.parametrize("kind", sorted(CAPTAIN_OF))
async def test_captain_no_more_gets_nothing_for_captains(database: Database, kind: str) -> None:
    name, team = CAPTAIN_OF[kind]
    async with database.write() as tx:
        town = await build_town(tx)
        now, facts = await SCENES[kind](town)
        before = await said(town, kind, name, now, facts)
        await teams.mark_captain(tx, town.teams[team], town.people[name], False)

        assert before
        assert not await said(town, kind, name, now, facts)


async def test_what_waits_for_a_lead_leaves_to_who_leads_then(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        now, _ = await on_hold(town)
        for grant in await finding.roles_of(tx, town.people["chan"]):
            await withdraw_role(await at(town, "wu", now), grant_id=grant.id)

        assert set(await queued(town, "decide")) == {"olga"}
