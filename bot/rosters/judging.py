"""What becomes of one row of a list: somebody new, somebody known, or what is the matter with it."""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from bot.desk import Desk
from bot.ground.frozen import Frozen
from bot.ground.text import folded
from bot.ground.times import local_day, zone_named
from bot.ground.viewer import STAFF
from bot.people.ages import AgeBand
from bot.people.permissions import may_add_managed
from bot.people.rows import phone_place
from bot.rosters import known_rows, rows
from bot.rosters.ages import band_of
from bot.rosters.columns import Columns
from bot.rosters.known_rows import Known
from bot.rosters.rules import Entry, Misread, Outcome, Roster, Why, entry_of, same_phone
from bot.stations.rules import topmost
from bot.store.transaction import Row, Tx
from bot.teams import rows as teams

EVERY = 2**31


class Judged(Frozen):
    outcome: Outcome
    why: Why = Why.OK
    person_id: int | None = None
    mark: str = ""
    team_id: int = 0
    entry: Entry | None = None
    band: AgeBand = AgeBand.ADULT


class Bench(Frozen):
    """What every row of a piece is judged by."""

    roster: Roster
    columns: Columns
    salt: str
    teams: Mapping[str, tuple[int, ...]]  # by folded name
    allowed: frozenset[int]
    today: date


def place(roster_id: int, what: int | str) -> str:
    return f"roster:{roster_id}:{what}"


def cells_of(tx: Tx, roster_id: int, row: Row) -> list[str]:
    """Raises NoDataKey, WrongKey."""
    found: list[str] = json.loads(tx.vault.open(row["cells"], place(roster_id, row["line"])))
    return found


async def bench(desk: Desk, roster: Roster) -> Bench:
    tops = topmost({grant.path for grant in desk.viewer.grants if grant.role in STAFF})
    theirs = [
        team
        for top in tops
        for team in await teams.teams_under(desk.tx, top, most=EVERY)
        if may_add_managed(desk.viewer, team.id, team.path)
    ]
    named: dict[str, tuple[int, ...]] = {}
    for team in theirs:
        named[folded(team.name)] = (*named.get(folded(team.name), ()), team.id)
    return Bench(
        roster=roster,
        columns=json.loads(roster.columns),
        salt=desk.tx.vault.open(roster.salt, place(roster.id, "salt")),
        teams=named,
        allowed=frozenset(team.id for team in theirs),
        today=local_day(zone_named(desk.viewer.zone), desk.now),
    )


async def judged(desk: Desk, at: Bench, row: Row) -> Judged:
    """Changes nothing."""
    try:
        entry = entry_of(cells_of(desk.tx, at.roster.id, row), at.columns)
        team_id = team_of(at, entry)
        band = age_of(at, entry)
    except Misread as misread:
        return Judged(Outcome.BAD, misread.why)
    mark = sha256(f"{at.salt}:{team_id}:{folded(entry.name)}".encode()).hexdigest()[:32]
    known: dict[str, Any] = {"mark": mark, "team_id": team_id, "entry": entry, "band": band}
    before = await rows.row_before(desk.tx, roster_id=at.roster.id, mark=mark, line=row["line"])
    if before is not None and (why := against(entry, entry_of(cells_of(desk.tx, at.roster.id, before), at.columns))):
        return Judged(Outcome.SAME if why is Why.TWICE else Outcome.DOUBTFUL, why, **known)
    return await among_known(desk, entry, team_id, known)


def team_of(at: Bench, entry: Entry) -> int:
    """Raises Misread."""
    if not entry.team:
        found: tuple[int, ...] = (at.roster.team_id,) if at.roster.team_id else ()
    else:
        found = at.teams.get(folded(entry.team), ())
    if len(found) > 1 and at.roster.team_id in found:
        found = (at.roster.team_id or 0,)
    if len(found) != 1 or found[0] not in at.allowed:
        raise Misread(Why.NO_TEAM)
    return found[0]


def age_of(at: Bench, entry: Entry) -> AgeBand:
    """Who is not said to be under 18 is not. Raises Misread."""
    if not entry.age:
        return AgeBand.ADULT
    band = band_of(entry.age, at.today)
    if band is None:
        raise Misread(Why.BAD_AGE)
    return band


def against(entry: Entry, before: Entry) -> Why | None:
    """A row of the same name in the same team stands above it; None: two people, told apart by their numbers."""
    if entry.number and before.number and entry.number != before.number:
        return None
    phones = entry.phone and before.phone and not same_phone(entry.phone, before.phone)
    return Why.SAME_NAME if phones else Why.TWICE


async def among_known(desk: Desk, entry: Entry, team_id: int, known: dict[str, Any]) -> Judged:
    if entry.number:
        bearing = await known_rows.numbered(
            desk.tx, team_id=team_id, number=entry.number, viewer_id=desk.viewer.id
        )  # fmt: skip
        if bearing:
            one = bearing[0]
            if folded(one.name) != folded(entry.name):
                return Judged(Outcome.DOUBTFUL, Why.OTHER_NAME, **known)
            return compared(desk.tx, entry, one, known) if one.in_team else Judged(
                Outcome.DOUBTFUL, Why.OTHER_TEAM, **known
            )  # fmt: skip
    same = [
        one
        for one in await known_rows.named(desk.tx, team_id=team_id, name=entry.name)
        if not (one.number and entry.number)  # by number it is somebody else
    ]
    if len(same) > 1 and entry.phone:
        same = [one for one in same if has_phone(desk.tx, one, entry.phone)] or same
    if not same:
        return Judged(Outcome.NEW, **known)
    if len(same) > 1:
        return Judged(Outcome.DOUBTFUL, Why.TWO_OF_THE_NAME, **known)
    return compared(desk.tx, entry, same[0], known)


def compared(tx: Tx, entry: Entry, one: Known, known: dict[str, Any]) -> Judged:
    """Who has Telegram says of themselves what is kept: nothing of it changes by a list."""
    if entry.phone and one.phone and not has_phone(tx, one, entry.phone):
        return Judged(Outcome.DOUBTFUL, Why.OTHER_PHONE, **known)
    more = (entry.phone and not one.phone) or (entry.number and not one.number)
    outcome = Outcome.CHANGED if more and one.state == "managed" else Outcome.SAME
    return Judged(outcome, person_id=one.id, **known)


def has_phone(tx: Tx, one: Known, phone: str) -> bool:
    return bool(one.phone) and same_phone(tx.vault.open(one.phone or "", phone_place(one.id)), phone)
