"""What a draft says so far, what is missing or wrong in it, and what to ask next."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.activities.fields import Filled
from bot.activities.permissions import STAFF
from bot.activities.requirements import read_requirements
from bot.desk import Desk
from bot.ground.drafts import Draft
from bot.ground.refusals import NotFound, Refusal
from bot.ground.times import local_day, zone_named
from bot.messages.audience_rows import audience_size
from bot.messages.pieces import COUNTED
from bot.posting import rows as posting
from bot.posting.form import ASKED, FIELDS
from bot.posting.form_values import PostReading, read_post
from bot.posting.rules import PostDraft, Target, audience, find_target
from bot.stations import rows as stations
from bot.stations.rules import Station, topmost
from bot.teams import rows as teams
from bot.teams.rules import Team

PLACES = 6
NEAREST = 12
EVERY = 2**31
"""More than there are of anything."""


async def look(desk: Desk, draft: Draft) -> PostDraft:
    """The draft as its screen shows it; never refuses."""
    fields = draft.fields
    target = await target_of(desk, fields.get("target") or "")
    every = await targets(desk, EVERY) if target is None and "team" in fields["typed"] else ()
    zone = zone_named(target.zone if target else desk.viewer.zone)
    reading = read_post(fields["typed"], now=desk.now, zone=zone)
    problems, missing = troubles(fields, reading, target, every)
    asks = asked(draft.step, problems, missing)
    told = await audience_of(desk, reading.values, target) if not problems and not missing else (0, 0, False)
    return PostDraft(
        revision=draft.revision,
        values=reading.values,
        target=target,
        requirements=read_requirements(reading.values.requires, await posting.known_trainings(desk.tx)),
        lead=desk.viewer.person.name,
        zone=zone.key,
        today=local_day(zone, desk.now),
        problems=problems,
        missing=missing,
        asks=asks,
        day=date.fromisoformat(fields["day"]) if fields.get("day") else None,
        like=bool(fields.get("like")),
        targets=(every or await targets(desk, NEAREST)) if asks == "team" else (),
        places=tuple(await posting.recent_places(desk.tx, desk.viewer.id, PLACES)) if asks == "place" else (),
        at_same_hour=await other_then(desk, reading.values, target),
        people=told[0],
        out_of_reach=told[1],
        more=told[2],
    )


async def other_then(desk: Desk, values: Filled, target: Target | None) -> str | None:
    """What the same team has at that hour already; its people could come to one of the two only."""
    if target is None or target.team_id is None or not values.starts_at or not values.ends_at:
        return None
    return await posting.at_same_hour(
        desk.tx, team_id=target.team_id, starts_at=values.starts_at, ends_at=values.ends_at
    )


def troubles(
    fields: Mapping[str, Any], reading: PostReading, target: Target | None, every: tuple[Target, ...]
) -> tuple[dict[str, Refusal], tuple[str, ...]]:
    """What is wrong and what is missing, in the order of asking."""
    problems, missing = dict(reading.problems), set(reading.missing)
    typed = fields["typed"]
    if target is None:
        try:
            if "team" in typed:
                find_target(typed["team"], every)
            missing.add("team")
        except Refusal as unknown:
            problems["team"] = unknown
    if "outdoor" not in typed and not fields.get("form"):
        missing.add("outdoor")
    if "start" in problems:
        missing.discard("end")
    return problems, tuple(field for field in ASKED if field in missing)


def asked(step: str, problems: Mapping[str, Refusal], missing: tuple[str, ...]) -> str | None:
    """The field that is being changed, else the first that is wrong or missing."""
    return step if step in FIELDS else next((field for field in FIELDS if field in problems or field in missing), None)


async def audience_of(desk: Desk, values: Filled, target: Target | None) -> tuple[int, int, bool]:
    """How many would be told, how many of the audience Telegram does not reach, and whether there are more."""
    if target is None:
        return 0, 0, False
    told, out, seen = await audience_size(
        desk.tx,
        audience=audience(values, target),
        team_id=target.team_id,
        path=target.station_path,
        lead_id=desk.viewer.id,
        most=COUNTED,
    )
    return told, out, seen > COUNTED


async def targets(desk: Desk, most: int) -> tuple[Target, ...]:
    """For whom the viewer may post: own teams first, then the first of the other teams, then of whole stations."""
    found: dict[str, Target] = {}
    for path in staffed(desk):
        for team in await teams.led_under(desk.tx, path, desk.viewer.id):
            add(found, of_team(team, own=True))
        for team in await teams.teams_under(desk.tx, path, most=most):
            add(found, of_team(team, own=team.lead_id == desk.viewer.id))
        for station in await stations.under(desk.tx, path, most=most):
            add(found, of_station(station))
    return tuple(sorted(found.values(), key=lambda target: (not target.own, target.team_id is None)))


def staffed(desk: Desk) -> tuple[str, ...]:
    return topmost({grant.path for grant in desk.viewer.grants if grant.role in STAFF})


def add(found: dict[str, Target], target: Target) -> None:
    found.setdefault(target.code, target)


def of_team(team: Team, *, own: bool) -> Target:
    return Target(team.station_id, team.path, team.zone, team.name, team.id, own)


def of_station(station: Station) -> Target:
    return Target(station.id, station.path, station.zone, station.name)


async def target_of(desk: Desk, code: str) -> Target | None:
    """The team or station of this code, where the viewer may post for it."""
    number = code[1:]
    if code[:1] not in {"t", "s"} or not (number.isascii() and number.isdigit() and len(number) < 16):
        return None
    try:
        if code.startswith("t"):
            team = await teams.team(desk.tx, int(number))
            found = None if team.closed_at else of_team(team, own=team.lead_id == desk.viewer.id)
        else:
            found = of_station(await stations.station(desk.tx, int(number)))
    except NotFound:
        return None
    reached = found is not None and any(found.station_path.startswith(path) for path in staffed(desk))
    return found if reached else None


async def zone_of(desk: Desk, fields: Mapping[str, Any]) -> str:
    """The zone in which a draft's times are read: before a team or station is chosen, the poster's."""
    target = await target_of(desk, fields.get("target") or "")
    return target.zone if target else desk.viewer.zone
