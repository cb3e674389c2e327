"""An announcement leaves through the outbox, one row a person: who publishes waits for nothing, and can stop it."""

from bot.activities import rows as activities
from bot.activities.permissions import may_manage, may_post
from bot.activities.rules import Activity, ActivityFacts, ActivityState, Shift, ShiftFacts
from bot.desk import Desk, note
from bot.ground import notices
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
from bot.store.outbox import note_unreached
from bot.store.transaction import Tx
from bot.telling import tell_many


class Announced(Frozen):
    """What was sent to whom: the broadcast keeps the numbers."""

    shift: Shift
    broadcast_id: int


async def publish(desk: Desk, *, revision: int) -> Announced:
    """The draft becomes an activity and its audience is told.

    Raises NotFound, StaleCard, DraftIncomplete (also for what is wrong by now, such as a start that has passed).
    """
    draft = await drafting.find(desk, FORM, revision=revision)
    seen = await look(desk, draft)
    if not seen.ready or seen.target is None:
        raise DraftIncomplete(missing=(*seen.missing, *seen.problems))
    if not may_post(desk.viewer, seen.target.station_path):
        raise NotFound
    facts = await as_before(desk.tx, activity_facts(seen, desk.viewer.id), draft.fields.get("after"))
    activity_id = await activities.add_activity(desk.tx, facts, desk.now)
    await activities.add_shift(desk.tx, activity_id, narrowed(ShiftFacts, seen.values))
    await drafting.finish(desk, FORM)
    shift = (await activities.shifts_of(desk.tx, activity_id))[0]
    announced = await announce(desk, shift)
    await note(desk, "publish", f"activity:{activity_id}")
    return announced


async def as_before(tx: Tx, facts: ActivityFacts, after: int | None) -> ActivityFacts:
    """With what no field of the form says: who may read the address, and where on the map an unchanged place is."""
    earlier = await activities.get_shift(tx, after) if after else None
    if earlier is None:
        return facts
    then = earlier.activity
    point = (then.latitude, then.longitude) if then.place == facts.place else (None, None)
    return replace(facts, confirmed_only=then.confirmed_only, latitude=point[0], longitude=point[1])


async def send_again(desk: Desk, *, shift_id: int) -> Announced:
    """Announces it once more, to those of the audience who have not signed up.

    Raises NotFound, ActivityCancelled, ActivityClosed, ActivityOnHold, ActivityStarted, DeadlinePassed.
    """
    shift = await activities.get_shift(desk.tx, shift_id)
    if shift is None:
        raise NotFound
    if not may_manage(desk.viewer, shift.activity, await activities.helpers(desk.tx, shift.activity_id)):
        raise NotFound
    check_open(shift, desk.now)
    return await announce(desk, shift)


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


async def announce(desk: Desk, shift: Shift) -> Announced:
    settings = await settings_of(desk.tx, shift.station_id)
    people = await audience_today(desk.tx, shift.activity, desk.now)
    called = [told for told in people if told.reachable and not told.silenced]
    broadcast_id = await broadcasts.add(
        desk.tx, author_id=desk.viewer.id, audience=f"offer:{shift.activity_id}", text="", now=desk.now
    )
    gathered = await call(desk.tx, called, shift, settings, broadcast_id, desk.now)
    await broadcasts.start(
        desk.tx,
        broadcast_id,
        people=len(called),
        gathered=gathered,
        unreachable=sum(not told.reachable and not told.blocked for told in people),
        now=desk.now,
    )
    blocked = {told.id: f"recruiting:{broadcast_id}:person:{told.id}" for told in people if told.blocked}
    await note_unreached(
        desk.tx, blocked, kind=notices.Recruiting.kind, subject=f"broadcast:{broadcast_id}", now=desk.now
    )
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
    await tell_many(
        tx,
        notices.Recruiting(shift.activity_id),
        at_once,
        subject=f"broadcast:{broadcast_id}",
        now=now,
        station_id=shift.station_id,
        until=shift.starts_at,
    )
    for later in {at for at in leaves.values() if at.together}:
        await gather(tx, [id for id, at in leaves.items() if at == later], later, now, shift.station_id)
    return len(called) - len(at_once)


async def gather(tx: Tx, people: list[int], later: Leaving, now: int, station_id: int) -> None:
    """One message each for everything that is posted from now until it leaves."""
    await tell_many(
        tx,
        notices.RecruitingMore(now),
        {id: f"recruiting:{later.day}:person:{id}" for id in people},
        subject=None,
        now=now,
        station_id=station_id,
        due_at=later.at,
        until=later.at + 12 * HOUR,
    )
