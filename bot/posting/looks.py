"""What a draft says so far, what is missing or wrong in it, and what to ask next."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.activities.fields import Filled
from bot.activities.permissions import STAFF
from bot.activities.requirements import read_requirements
from bot.ground.drafts import Draft
from bot.ground.refusals import Refusal
from bot.ground.times import local_day, zone_named
from bot.ground.viewer import Viewer
from bot.messages.audience_rows import audience_people
from bot.posting import rows as posting
from bot.posting.form import ASKED, FIELDS
from bot.posting.rules import PostDraft, Target, audience, find_target
from bot.posting.values import PostReading, read_post
from bot.stations import rows as stations
from bot.stations.rules import topmost
from bot.store.transaction import Tx
from bot.teams import rows as teams

PLACES = 6


async def look(tx: Tx, viewer: Viewer, now: int, draft: Draft) -> PostDraft:
    """The draft as its screen shows it; never refuses."""
    fields = draft.fields
    every = await targets(tx, viewer)
    target = next((one for one in every if one.code == fields.get("target")), None)
    zone = zone_named(target.zone if target else viewer.zone)
    reading = read_post(fields["typed"], now=now, zone=zone)
    problems, missing = troubles(fields, reading, target, every)
    asks = asked(draft.step, problems, missing)
    told = await audience_of(tx, viewer, reading.values, target) if not problems and not missing else (0, 0)
    return PostDraft(
        revision=draft.revision,
        values=reading.values,
        target=target,
        requirements=read_requirements(reading.values.requires, await posting.known_trainings(tx)),
        lead=viewer.person.name,
        zone=zone.key,
        today=local_day(zone, now),
        problems=problems,
        missing=missing,
        asks=asks,
        day=date.fromisoformat(fields["day"]) if fields.get("day") else None,
        like=bool(fields.get("like")),
        targets=every if asks == "team" else (),
        places=tuple(await posting.recent_places(tx, viewer.id, PLACES)) if asks == "place" else (),
        people=told[0],
        out_of_reach=told[1],
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


async def audience_of(tx: Tx, viewer: Viewer, values: Filled, target: Target | None) -> tuple[int, int]:
    """How many would be told, and how many of the audience Telegram does not reach."""
    if target is None:
        return 0, 0
    people = await audience_people(
        tx,
        audience=audience(values, target),
        team_id=target.team_id,
        path=target.station_path,
        lead_id=viewer.id,
    )
    reachable = sum(one.reachable and not one.silenced for one in people)
    return reachable, sum(not one.reachable for one in people)


async def targets(tx: Tx, viewer: Viewer) -> tuple[Target, ...]:
    """For whom the viewer may post: own teams first, then the other teams, then whole stations."""
    found: list[Target] = []
    for path in topmost({grant.path for grant in viewer.grants if grant.role in STAFF}):
        for team in await teams.teams_under(tx, path):
            own = team.lead_id == viewer.id
            found.append(Target(team.station_id, team.path, team.zone, team.name, team.id, own))
        for station in await stations.under(tx, path):
            found.append(Target(station.id, station.path, station.zone, station.name))
    return tuple(sorted(found, key=lambda target: (not target.own, target.team_id is None)))


async def zone_of(tx: Tx, viewer: Viewer, fields: Mapping[str, Any]) -> str:
    """The zone in which a draft's times are read: before a team or station is chosen, the poster's."""
    code = fields.get("target")
    found = [target.zone for target in await targets(tx, viewer) if target.code == code] if code else []
    return found[0] if found else viewer.zone
