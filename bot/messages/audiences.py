"""To whom one may write: teams and stations of one's own, and who takes part in what one leads."""

from bot.activities import rows as activities
from bot.activities.permissions import STAFF, may_broadcast, may_manage
from bot.desk import Desk
from bot.ground.paging import pages_of, to_read
from bot.ground.refusals import NotAllowed, NotFound
from bot.messages.broadcast_rules import Broadcast
from bot.messages.shown import PAGE, Choice, ChoicePage, What
from bot.stations import rows as stations
from bot.stations.rules import topmost
from bot.store.transaction import Tx
from bot.teams import rows as teams


async def named_audience(desk: Desk, kind: str, target_id: int) -> tuple[str, int]:
    """Its name and its station. Raises NotFound where there is none, or none the viewer may write to."""
    if kind == "team":
        team = await teams.team(desk.tx, target_id)
        allowed, name, station_id = may_broadcast(desk.viewer, team.path), team.name, team.station_id
    elif kind == "station":
        station = await stations.station(desk.tx, target_id)
        allowed, name, station_id = may_broadcast(desk.viewer, station.path), station.name, station.id
    else:
        activity = await activities.get_activity(desk.tx, target_id)
        if activity is None:
            raise NotFound
        allowed = may_manage(desk.viewer, activity, await activities.helpers(desk.tx, target_id))
        name, station_id = activity.title, activity.station_id
    if not allowed:
        raise NotFound
    return name, station_id


async def audience_station(tx: Tx, broadcast: Broadcast) -> int:
    """Whose night it is. Raises NotFound."""
    if broadcast.kind == "team":
        return (await teams.team(tx, broadcast.target_id)).station_id
    if broadcast.kind == "station":
        return broadcast.target_id
    activity = await activities.get_activity(tx, broadcast.target_id)
    if activity is None:
        raise NotFound
    return activity.station_id


async def audience_name(desk: Desk, broadcast: Broadcast) -> str:
    name, _ = await named_audience(desk, broadcast.kind, broadcast.target_id)
    return name


async def choices(desk: Desk, *, what: What, page: int) -> ChoicePage:
    """A page of teams (t), stations (s) or coming activities (a). Raises NotAllowed."""
    paths = topmost({grant.path for grant in desk.viewer.grants if grant.role in STAFF})
    if not paths or not desk.viewer.registered:
        raise NotAllowed(needs="social_worker")
    page = min(max(page, 0), 10_000)
    most = page * PAGE + to_read(page, PAGE)
    if what == "a":
        found = await coming(desk, most)
    elif what == "s":
        below = [one for path in paths for one in await stations.under(desk.tx, path, most=most)]
        found = [Choice(f"s{one.id}", one.name) for one in below]
    else:
        theirs = [one for path in paths for one in await teams.teams_under(desk.tx, path, most=most)]
        found = [Choice(f"t{one.id}", one.name) for one in theirs]
    here = found[page * PAGE :]
    return ChoicePage(what, tuple(here[:PAGE]), page, more=len(here) > PAGE, pages=pages_of(page, PAGE, len(here)))


async def coming(desk: Desk, most: int) -> list[Choice]:
    """Each activity once, at its next session: who writes to it writes to everybody in it."""
    found, read = dict[int, Choice](), 0
    while len(found) < most:
        led = await activities.coming(desk.tx, desk.viewer.id, desk.now, limit=most, skip=read)
        for one in led:
            found.setdefault(one.activity_id, Choice(f"a{one.activity_id}", one.title, one.starts_at, one.zone))
        read += len(led)
        if len(led) < most:
            break
    return list(found.values())
