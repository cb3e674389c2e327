"""An announcement leaves through the outbox, one row a person: who publishes waits for nothing, and can stop it."""

from bot.activities import rows as activities
from bot.activities.audiences import Audience
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
    Refusal,
)
from bot.ground.times import HOUR, day_bounds, local_day, zone_named
from bot.messages import broadcast_rows as broadcasts
from bot.messages import piece_rows
from bot.messages.audience_rows import Told
from bot.messages.pieces import NOWHERE, PIECE, At, following, of_station
from bot.people import drafting
from bot.posting.acts import FORM
from bot.posting.draft_card import look
from bot.posting.recruiting_rules import Leaving, leaving
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
    shift = (await activities.shifts_of(desk.tx, activity_id))[0]
    announced = await announce(desk, shift)
    await drafting.finish_as(desk, FORM, announced.broadcast_id)
    await note(desk, "publish", f"activity:{activity_id}")
    return announced


async def published_before(desk: Desk, *, revision: int) -> Announced | None:
    """What this card's draft has become already; None where it was not published."""
    broadcast_id = await drafting.became(desk, FORM, revision)
    found = await broadcasts.get(desk.tx, broadcast_id) if broadcast_id else None
    shifts = await activities.shifts_of(desk.tx, found.target_id) if found else []
    return Announced(shifts[0], found.id) if found and shifts else None


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
    """Of a large audience the first are called; ticks go on."""
    broadcast_id = await broadcasts.add(
        desk.tx, author_id=desk.viewer.id, audience=f"offer:{shift.activity_id}", text="", now=desk.now
    )
    await broadcasts.start(desk.tx, broadcast_id, now=desk.now)
    await call_piece(desk.tx, shift, broadcast_id, At(), desk.now)
    return Announced(shift, broadcast_id)


async def call_next(tx: Tx, now: int) -> bool:
    """The next piece of an announcement that is not queued whole; False where there is none.

    Nobody is called any more to what does not take people.
    """
    broadcast = await broadcasts.to_go_on(tx, "offer")
    if broadcast is None:
        return False
    shift = next(iter(await activities.shifts_of(tx, broadcast.target_id)), None)
    try:
        if shift is None:
            raise NotFound
        check_open(shift, now)
    except Refusal:
        await broadcasts.add_people(tx, broadcast.id, people=0, gathered=0, unreachable=0, team=None, person=None)
        return True
    await call_piece(tx, shift, broadcast.id, At(broadcast.next_team or 0, broadcast.next_person or 0), now)
    return True


async def call_piece(tx: Tx, shift: Shift, broadcast_id: int, at: At, now: int) -> None:
    found, more = await audience_today(tx, shift.activity, at, now)
    people = [told for told in found if told.meant]
    called = [told for told in people if told.reachable and not told.silenced]
    gathered = await call(tx, called, shift, await settings_of(tx, shift.station_id), broadcast_id, now)
    await broadcasts.add_people(
        tx, broadcast_id, people=len(called), gathered=gathered,
        unreachable=sum(not told.reachable and not told.blocked for told in people),
        team=more.team if more else None, person=more.person if more else None,
    )  # fmt: skip
    blocked = {told.id: f"recruiting:{broadcast_id}:person:{told.id}" for told in people if told.blocked}
    await note_unreached(tx, blocked, kind=notices.Recruiting.kind, subject=f"broadcast:{broadcast_id}", now=now)


async def audience_today(tx: Tx, activity: Activity, at: At, now: int) -> tuple[list[Told], At | None]:
    """The next of the audience with what each of them was told on this day of the station, and where it goes on."""
    zone = zone_named(activity.zone)
    today = local_day(zone, now)
    day = day_bounds(zone, today, today)
    about = {
        "lead_id": activity.lead_id, "activity_id": activity.id, "day_start": day.starts_at, "day_end": day.ends_at
    }  # fmt: skip
    if activity.audience == Audience.EVERYONE:
        found = await piece_rows.anybody_told(tx, at.person, PIECE, **about)
        return found, following(found, PIECE)
    if activity.audience == Audience.TEAM:
        found = await piece_rows.members_told(tx, activity.team_id or 0, at.person, PIECE, path=NOWHERE, **about)
        return found, following(found, PIECE)

    async def page(team: int, after: int, many: int) -> list[Told]:
        return await piece_rows.members_told(tx, team, after, many, path=activity.station_path, **about)

    return await of_station(tx, activity.station_path, at, page)


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
