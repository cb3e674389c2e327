"""An announcement leaves through the outbox, one row a person: who publishes waits for nothing, and can stop it."""

from bot.activities import rows as activities
from bot.activities.permissions import may_manage, may_post
from bot.activities.rules import Activity, ActivityFacts, ActivityState, Shift, ShiftFacts
from bot.desk import queue_notices
from bot.ground.frozen import Frozen, narrowed, replace
from bot.ground.refusals import (
    ActivityCancelled,
    ActivityClosed,
    ActivityOnHold,
    ActivityStarted,
    DraftIncomplete,
    NotFound,
)
from bot.ground.times import HOUR, day_bounds, local_day, zone_named
from bot.ground.viewer import Viewer
from bot.messages import rows as broadcasts
from bot.messages.audience_rows import Told, audience_people
from bot.people import drafting
from bot.posting.acts import FORM
from bot.posting.looks import look
from bot.posting.recruiting import Leaving, leaving
from bot.posting.rules import activity_facts
from bot.sign_ups.rules import check_deadline
from bot.stations.rows import settings_of
from bot.stations.settings import StationSettings
from bot.store import audit
from bot.store.outbox import note_unreached
from bot.store.transaction import Tx

SINGLE, GATHERED = "recruiting", "recruiting_more"


class Announced(Frozen):
    """What was sent to whom: the broadcast keeps the numbers."""

    shift: Shift
    broadcast_id: int


async def publish(tx: Tx, viewer: Viewer, now: int, *, revision: int) -> Announced:
    """The draft becomes an activity and its audience is told.

    Raises NotFound, StaleCard, DraftIncomplete (also for what is wrong by now, such as a start that has passed).
    """
    draft = await drafting.find(tx, viewer, FORM, revision=revision)
    seen = await look(tx, viewer, now, draft)
    if not seen.ready or seen.target is None:
        raise DraftIncomplete(missing=(*seen.missing, *seen.problems))
    if not may_post(viewer, seen.target.station_path):
        raise NotFound
    facts = await as_before(tx, activity_facts(seen, viewer.id), draft.fields.get("after"))
    activity_id = await activities.add_activity(tx, facts, now)
    await activities.add_shift(tx, activity_id, narrowed(ShiftFacts, seen.values))
    await drafting.finish(tx, viewer, FORM)
    shift = (await activities.shifts_of(tx, activity_id))[0]
    announced = await announce(tx, viewer, now, shift)
    await audit.note(tx, at=now, actor_id=viewer.id, act="publish", subject=f"activity:{activity_id}")
    return announced


async def as_before(tx: Tx, facts: ActivityFacts, after: int | None) -> ActivityFacts:
    """With what no field of the form says: who may read the address, and where on the map an unchanged place is."""
    earlier = await activities.get_shift(tx, after) if after else None
    if earlier is None:
        return facts
    then = earlier.activity
    point = (then.latitude, then.longitude) if then.place == facts.place else (None, None)
    return replace(facts, confirmed_only=then.confirmed_only, latitude=point[0], longitude=point[1])


async def send_again(tx: Tx, viewer: Viewer, now: int, *, shift_id: int) -> Announced:
    """Announces it once more, to those of the audience who have not signed up.

    Raises NotFound, ActivityCancelled, ActivityClosed, ActivityOnHold, ActivityStarted, DeadlinePassed.
    """
    shift = await activities.get_shift(tx, shift_id)
    if shift is None:
        raise NotFound
    if not may_manage(viewer, shift.activity, await activities.helpers(tx, shift.activity_id)):
        raise NotFound
    check_open(shift, now)
    return await announce(tx, viewer, now, shift)


def check_open(shift: Shift, now: int) -> None:
    """Nobody is called to what does not take people."""
    activity = shift.activity
    if activity.cancelled:
        raise ActivityCancelled(reason=activity.cancel_reason or "other")
    if activity.state == ActivityState.CLOSED:
        raise ActivityClosed
    if activity.state == ActivityState.ON_HOLD:
        raise ActivityOnHold(decision_at=activity.decide_at)
    if shift.starts_at <= now:
        raise ActivityStarted(starts_at=shift.starts_at)
    check_deadline(shift, now)


async def announce(tx: Tx, viewer: Viewer, now: int, shift: Shift) -> Announced:
    settings = await settings_of(tx, shift.station_id)
    people = await audience_today(tx, shift.activity, now)
    called = [told for told in people if told.reachable and not told.silenced]
    broadcast_id = await broadcasts.add(
        tx, author_id=viewer.id, audience=f"offer:{shift.activity_id}", text="", now=now
    )
    gathered = await call(tx, called, shift, settings, broadcast_id, now)
    await broadcasts.start(
        tx,
        broadcast_id,
        people=len(called),
        gathered=gathered,
        unreachable=sum(not told.reachable and not told.blocked for told in people),
        now=now,
    )
    blocked = {told.id: f"recruiting:{broadcast_id}:person:{told.id}" for told in people if told.blocked}
    await note_unreached(tx, blocked, kind=SINGLE, subject=f"broadcast:{broadcast_id}", now=now)
    return Announced(shift, broadcast_id)


async def audience_today(tx: Tx, activity: Activity, now: int) -> list[Told]:
    """With what each of them was told on this day of the station."""
    zone = zone_named(activity.zone)
    today = local_day(zone, now)
    day = day_bounds(zone, today, today)
    return await audience_people(
        tx,
        audience=activity.audience,
        team_id=activity.team_id,
        path=activity.station_path,
        lead_id=activity.lead_id,
        activity_id=activity.id,
        day_start=day.starts_at,
        day_end=day.ends_at,
    )


async def call(tx: Tx, called: list[Told], shift: Shift, settings: StationSettings, broadcast_id: int, now: int) -> int:
    """Queues one message each, at once or gathered with others; how many were gathered."""
    zone = zone_named(shift.zone)
    leaves = {
        told.id: leaving(now, told.today, settings.recruiting_per_day, zone, settings.quiet)
        for told in called
        if not told.gathering
    }
    at_once = {id: f"recruiting:{broadcast_id}:person:{id}" for id, at in leaves.items() if not at.together}
    await queue_notices(
        tx,
        at_once,
        kind=SINGLE,
        subject=f"broadcast:{broadcast_id}",
        facts={"activity": shift.activity_id},
        now=now,
        station_id=shift.station_id,
        expires_at=shift.starts_at,
    )
    for later in {at for at in leaves.values() if at.together}:
        await gather(tx, [id for id, at in leaves.items() if at == later], later, now, shift.station_id)
    return len(called) - len(at_once)


async def gather(tx: Tx, people: list[int], later: Leaving, now: int, station_id: int) -> None:
    """One message each for everything that is posted from now until it leaves."""
    await queue_notices(
        tx,
        {id: f"recruiting:{later.day}:person:{id}" for id in people},
        kind=GATHERED,
        subject=None,
        facts={"since": now},
        now=now,
        station_id=station_id,
        due_at=later.at,
        expires_at=later.at + 12 * HOUR,
    )
