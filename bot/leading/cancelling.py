"""Calling off: at once, and everybody is told. In the same transaction what waited about it is dropped."""

from typing import Final

from bot.activities import permissions as may
from bot.activities import rows as activities
from bot.activities.acts import CalledOff, led_activity, phone_to_call
from bot.activities.rules import Activity, ActivityState, CancelReason, Led
from bot.desk import Desk, note
from bot.ground import notices
from bot.ground.frozen import replace
from bot.ground.refusals import ActivityCancelled, ActivityOver, NotAllowed, NotFound, ReasonMissing, UnknownChoice
from bot.ground.text import line
from bot.ground.times import DAY, day_bounds, local_day, zone_named
from bot.ground.viewer import Viewer
from bot.happened import happen
from bot.leading import acknowledgement_rows as acknowledgements
from bot.leading import rows as leading
from bot.leading.rules import Concerned, GotItList, OffToday, Planned, Told
from bot.leading.telling import forget_waiting, tell_all
from bot.people import drafting
from bot.sign_ups.telling_all import subject
from bot.store.outbox import drop_subject

FORM = "cancel_activity"
CANCELLED: Final = "cancelled"
HELD: Final = "held"
WHAT = (CANCELLED, HELD)
TEXT_LIMIT = 200
REASONS = tuple(reason.value for reason in CancelReason)


async def cancel(desk: Desk, *, activity_id: int, reason: str, text: str | None = None) -> GotItList:
    """Everybody signed up is told, with *Got it*. What was served stays credited.

    Raises NotFound, UnknownChoice, ReasonMissing (`other` wants words), ActivityCancelled, ActivityOver.
    """
    if reason not in REASONS:
        raise UnknownChoice(field="reason", value="", choices=REASONS)
    said = line("reason", text, TEXT_LIMIT) if text else None
    if reason == CancelReason.OTHER and said is None:
        raise ReasonMissing
    await led_activity(desk, activity_id)
    await call_off(desk, activity_id, reason, said)
    await note(desk, "cancel_activity", subject(activity_id), reason=reason)
    return await got_it_list(desk, activity_id=activity_id, what=CANCELLED)


async def planned(desk: Desk, *, activity_id: int) -> Planned:
    """Whom it concerns if it were called off now. Raises NotFound, ActivityCancelled."""
    activity = await led_activity(desk, activity_id)
    if activity.cancelled:
        raise ActivityCancelled(reason=activity.cancel_reason or "other")
    return Planned(activity, await leading.concerned(desk.tx, activity, now=desk.now, but=desk.viewer.id))


async def call_off(desk: Desk, activity_id: int, reason: str, text: str | None) -> None:
    """Raises ActivityCancelled, ActivityOver."""
    await desk.tx.lock("activity", activity_id)
    shifts = await activities.shifts_of(desk.tx, activity_id)
    for shift in sorted(shifts, key=lambda one: one.id):
        await desk.tx.lock("shift", shift.id)
    if shifts and all(shift.ends_at <= desk.now for shift in shifts):
        raise ActivityOver(ends_at=max(shift.ends_at for shift in shifts))
    done = await leading.set_state(
        desk.tx, activity_id, ActivityState.CANCELLED, reason=reason, text=text, cancelled_at=desk.now
    )
    if not done:
        raise ActivityCancelled(reason=reason)
    activity = await activities.get_activity(desk.tx, activity_id)
    if activity is None:
        raise NotFound
    await forget_waiting(desk.tx, activity)
    await drop_subject(desk.tx, subject(activity_id))
    mark = f"rev{activity.revision}"  # it may have been cancelled before, by mistake
    await tell_all(desk.tx, activity, desk.now, news=notices.Cancelled, what=CANCELLED, mark=mark, but=desk.viewer.id)
    await happen(desk, CalledOff(activity_id))


async def keep_words(desk: Desk, *, activity_id: int, text: str) -> tuple[Activity, str, int]:
    """The reason as typed, to be confirmed by a press: words typed later than meant must not call anything off.

    Gives back the activity, the words, and the draft's revision. Raises NotFound, EmptyText, TextTooLong.
    """
    draft = await drafting.find(desk, FORM)
    said = line("reason", text, TEXT_LIMIT)
    activity = await led_activity(desk, activity_id)
    kept = await drafting.advance(desk.tx, draft, desk.now, step="confirm", text=said)
    return activity, said, kept.revision


async def cancel_in_words(desk: Desk, *, activity_id: int, revision: int) -> GotItList:
    """For the reason that was kept. Raises StaleCard, and as `cancel`."""
    draft = await drafting.find(desk, FORM, revision=revision)
    if draft.fields["activity"] != activity_id:
        raise NotFound
    text: str | None = draft.fields.get("text")
    done = await cancel(desk, activity_id=activity_id, reason=CancelReason.OTHER, text=text)
    await drafting.finish(desk, FORM)
    return done


async def think_again(desk: Desk) -> None:
    """What is typed from now on is no reason any more."""
    await drafting.finish(desk, FORM)


NOD_AFTER = 3 * DAY


async def got_it(desk: Desk, *, activity_id: int, what: str) -> bool:
    """Noted for the person and for those whom they look after. False where there was nothing to press."""
    return await acknowledgements.acknowledge(desk.tx, activity_id, what, desk.viewer.id, desk.now)


async def nodded(desk: Desk) -> bool:
    """A nod in words is *Got it* for what was told last. False where nothing of the last days waits for one."""
    waiting = await acknowledgements.newest_unanswered(desk.tx, person_id=desk.viewer.id, since=desk.now - NOD_AFTER)
    return waiting is not None and await got_it(desk, activity_id=waiting.activity_id, what=waiting.what)


async def got_it_list(desk: Desk, *, activity_id: int, what: Told) -> GotItList:
    """Who was told and who has not pressed. Raises NotFound."""
    if what not in WHAT:
        raise NotFound
    activity = await led_activity(desk, activity_id)
    told, seen = await acknowledgements.seen(desk.tx, activity_id, what)
    unseen = tuple(await acknowledgements.unseen(desk.tx, activity_id, what))
    return GotItList(activity_id, activity.title, what, told, seen, unseen)


async def with_phones(desk: Desk, *, activity_id: int, what: Told) -> GotItList:
    """With the numbers of those to call; every look is noted. Raises NotFound, NoDataKey."""
    found = await got_it_list(desk, activity_id=activity_id, what=what)
    activity = await led_activity(desk, activity_id)
    phones = [await phone_to_call(desk, activity, one.person_id, what) for one in found.unseen]
    called = (replace(one, phone=phone) for one, phone in zip(found.unseen, phones, strict=True))
    return replace(found, unseen=tuple(called), phones=True)


async def outdoor_today(desk: Desk, *, whole: bool) -> list[Led]:
    """Outdoor activities of today that are not over: the viewer's own, or all that they coordinate.

    One shift stands for each activity. Raises NotAllowed.
    """
    if whole and not desk.viewer.has(*may.ABOVE):
        raise NotAllowed(needs="coordinator")
    zone = zone_named(desk.viewer.zone)
    day = day_bounds(zone, local_day(zone, desk.now), local_day(zone, desk.now))
    led = await activities.led_between(
        desk.tx, desk.viewer.id, first=desk.now, until=day.ends_at, outdoor=True, limit=200
    )
    return list(
        {one.activity_id: one for one in reversed(led) if one.own or (whole and above(desk.viewer, one))}.values()
    )[::-1]


async def planned_today(desk: Desk, *, whole: bool) -> OffToday:
    """The same, with whom it concerns. As `outdoor_today`."""
    led = await outdoor_today(desk, whole=whole)
    each = [(await planned(desk, activity_id=one.activity_id)).concerned for one in led]
    return OffToday(tuple(led), Concerned(sum(one.people for one in each), sum(one.to_phone for one in each)))


def above(viewer: Viewer, led: Led) -> bool:
    return may.may_cancel_for_station(viewer, led.station_path)


async def cancel_today(desk: Desk, *, whole: bool) -> list[Led]:
    """All of them, for the weather. Raises NotAllowed, NotFound where there is none."""
    found = await outdoor_today(desk, whole=whole)
    if not found:
        raise NotFound
    for one in sorted(found, key=lambda led: led.activity_id):
        await call_off(desk, one.activity_id, CancelReason.WEATHER, None)
    await note(
        desk, "cancel_today", f"person:{desk.viewer.id}", activities=",".join(str(one.activity_id) for one in found)
    )
    return found
