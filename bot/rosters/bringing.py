"""A list comes in: its rows are kept, sealed, and compared with who is there. Nobody is made by that."""

import json
import secrets
from collections.abc import Sequence

from bot import telling
from bot.desk import Desk
from bot.ground import notices
from bot.ground.frozen import replace
from bot.ground.refusals import NoDataKey, NotAllowed, NotFound
from bot.members.acts import adding_to
from bot.people.permissions import may_add_managed
from bot.rosters import rows
from bot.rosters.columns import guessed, headed
from bot.rosters.judging import EVERY, place
from bot.rosters.pasted import rows_of_paste
from bot.rosters.permissions import may_bring, may_see
from bot.rosters.rules import WAITS, Roster, RosterState
from bot.rosters.shown import Asked
from bot.store.transaction import Tx
from bot.teams.acts import teams_in_sight
from bot.teams.rules import Team

LONGEST_SALT = 16  # bytes
SAMPLES = 3


async def check(desk: Desk, team_id: int | None = None) -> Team | None:
    """Before a list is asked for. Raises NotAllowed, NotFound, NoDataKey."""
    if not may_bring(desk.viewer):
        raise NotAllowed(needs="social_worker")
    if not desk.tx.vault.has_key:
        raise NoDataKey
    return await adding_to(desk, team_id) if team_id else None


async def bring_file(desk: Desk, *, file_id: str, team_id: int | None) -> Roster:
    """It is fetched once this is committed. Raises as `check`."""
    await check(desk, team_id)
    roster = await added(desk, RosterState.SENT, file_id, team_id)
    await telling.tell(
        desk.tx, notices.RosterArrived(roster.id), desk.viewer.id, key=f"roster_arrived:{roster.id}",
        subject=None, now=desk.now,
    )  # fmt: skip
    return roster


async def added(desk: Desk, state: RosterState, file_id: str | None, team_id: int | None) -> Roster:
    made = await rows.add(
        desk.tx, person_id=desk.viewer.id, file_id=file_id, state=state, team_id=team_id, now=desk.now,
        expires_at=desk.now + WAITS,
    )  # fmt: skip
    return await seen(desk, made)


async def bring_pasted(desk: Desk, *, text: str, team_id: int | None) -> Roster | None:
    """None where there is no name in it. Raises as `check`."""
    await check(desk, team_id)
    found = rows_of_paste(text)
    if not found:
        return None
    roster = await added(desk, RosterState.SENT, None, team_id)
    await keep_rows(desk.tx, roster.id, found, first=0)
    return await read(desk, await keep_head(desk.tx, roster, found))


async def seen(desk: Desk, roster_id: int) -> Roster:
    """Raises NotFound."""
    roster = await rows.get(desk.tx, roster_id)
    if roster is None or not may_see(desk.viewer, roster):
        raise NotFound
    return roster


async def keep_rows(tx: Tx, roster_id: int, found: Sequence[Sequence[str]], *, first: int) -> None:
    """By their number in the list; empty ones are left out."""
    await rows.add_row.many(
        tx,
        [
            {
                "roster_id": roster_id,
                "line": line,
                "cells": tx.vault.seal(json.dumps(list(cells), ensure_ascii=False), place(roster_id, line)),
            }
            for line, cells in enumerate(found, first + 1)
            if any(cells)
        ],
    )


async def keep_head(tx: Tx, roster: Roster, found: Sequence[Sequence[str]]) -> Roster:
    """What its columns are, as far as they say it; what stands above the people is not one of them."""
    at, columns = headed(found)
    await rows.forget_above(tx, roster_id=roster.id, line=at + 1)
    heads = list(found[at]) if at >= 0 else []
    samples = [list(row) for row in found[:SAMPLES]] if at < 0 else []
    await rows.keep_heads(
        tx,
        roster.id,
        heads=tx.vault.seal(json.dumps([heads, samples], ensure_ascii=False), place(roster.id, "heads")),
        salt=tx.vault.seal(secrets.token_hex(LONGEST_SALT), place(roster.id, "salt")),
        rows=len(found) - at - 1,
    )
    await rows.set_columns(tx, roster.id, json.dumps(columns))
    return replace(roster, columns=json.dumps(columns))


async def read(desk: Desk, roster: Roster) -> Roster:
    """What is not clear is asked; else it is compared. The list as it is now."""
    asks = await asked(desk, roster)
    if asks == "team" and len(possible := await possible_teams(desk)) == 1:
        await rows.set_team(desk.tx, roster.id, possible[0].id)
        asks = ""
    state = RosterState.ASKING if asks else RosterState.MATCHING
    if roster.state is not state:
        await rows.step(desk.tx, roster.id, roster.state, state)
    return await seen(desk, roster.id)


async def asked(desk: Desk, roster: Roster) -> str:
    """What must be known first: `name`, which column that is; `team`; '' nothing."""
    columns = json.loads(roster.columns or "{}")
    if "name" not in columns:
        return "name"
    return "" if "team" in columns or roster.team_id else "team"


async def asked_of(desk: Desk, roster: Roster) -> Asked | None:
    """With what can be chosen from; None where all is clear."""
    what = await asked(desk, roster)
    if what == "name":
        _, samples = await heads_of(desk, roster)
        return Asked(roster.id, "name", samples=tuple(map(tuple, samples)))
    return Asked(roster.id, "team", teams=tuple(await possible_teams(desk))) if what else None


async def ask_template(desk: Desk) -> None:
    """Raises as `check`."""
    await check(desk)
    key = f"roster_template:{desk.viewer.id}:{desk.now}"
    await telling.tell(desk.tx, notices.RosterTemplate(), desk.viewer.id, key=key, subject=None, now=desk.now)


async def possible_teams(desk: Desk) -> list[Team]:
    """Into which people may be brought. Raises NotAllowed."""
    seen_teams = await teams_in_sight(desk, EVERY)
    return [team for team in seen_teams if may_add_managed(desk.viewer, team.id, team.path)]


async def heads_of(desk: Desk, roster: Roster) -> tuple[list[str], list[list[str]]]:
    """What its columns are called, and its first rows where they are called nothing."""
    heads, samples = json.loads(desk.tx.vault.open(roster.heads, place(roster.id, "heads")))
    return heads, samples


async def choose_name(desk: Desk, *, roster_id: int, column: int) -> Roster:
    """Which column is the name. Raises NotFound."""
    roster = await seen(desk, roster_id)
    if roster.state is not RosterState.ASKING:
        return roster
    _, samples = await heads_of(desk, roster)
    if not samples or column >= len(samples[0]):
        raise NotFound
    columns = json.dumps(guessed(samples, column))
    await rows.set_columns(desk.tx, roster_id, columns)
    return await read(desk, replace(roster, columns=columns))


async def choose_team(desk: Desk, *, roster_id: int, team_id: int) -> Roster:
    """Raises NotFound."""
    roster = await seen(desk, roster_id)
    if roster.state is not RosterState.ASKING:
        return roster
    await adding_to(desk, team_id)
    await rows.set_team(desk.tx, roster_id, team_id)
    return await read(desk, replace(roster, team_id=team_id))
