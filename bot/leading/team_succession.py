"""Teams whose lead's role ends are led for now by the coordinator, who is told, and reminded while it is still so."""

from bot.desk import Desk, note
from bot.ground import notices
from bot.ground.times import DAY
from bot.roles.in_turn import holds_staff, next_staff
from bot.store.transaction import Tx
from bot.teams import rows as teams
from bot.teams.rules import Team
from bot.telling import tell

STILL_AFTER = 2 * DAY
"""Whoever leads teams for now is asked then whom they name."""


async def hand_teams_on(desk: Desk, person_id: int) -> None:
    """Those that this person may lead no more; whoever follows hears of all of theirs in one message."""
    given: dict[int, list[int]] = {}
    for led in await teams.led_under(desk.tx, "", person_id):
        if await holds_staff(desk.tx, person_id, led.path):
            continue
        await teams.hold(desk.tx, led.id)
        successor = await next_staff(desk.tx, led.path, but=person_id)
        if successor is not None:
            await give_team(desk, led, successor)
            given.setdefault(successor, []).append(led.id)
    for successor, theirs in given.items():
        await tell_successor(desk, person_id, successor, theirs)


async def give_team(desk: Desk, before: Team, successor: int) -> None:
    await teams.set_lead(desk.tx, before.id, successor)
    facts: dict[str, int | str | None] = {"from": before.lead_id, "to": successor, "why": "role_ended"}
    await note(desk, "team_lead", f"team:{before.id}", **facts)


async def tell_successor(desk: Desk, before: int, successor: int, theirs: list[int]) -> None:
    """At once, and two days later."""
    for again in (0, 1):
        await tell(
            desk.tx,
            notices.TeamsForNow(",".join(map(str, theirs)), again),
            successor,
            key=f"teams_for_now:{before}:{again}:{desk.now}:person:{successor}",
            subject=f"lead:{successor}",
            now=desk.now,
            due_at=desk.now + again * STILL_AFTER,
        )


async def teams_for_now(tx: Tx, team_ids: list[int], *, person_id: int) -> list[Team]:
    """Those that are theirs still. Raises NotFound."""
    found = [await teams.team(tx, id) for id in team_ids]
    theirs = [team for team in found if team.closed_at is None and team.lead_id == person_id]
    return [team for team in theirs if await holds_staff(tx, person_id, team.path)]
