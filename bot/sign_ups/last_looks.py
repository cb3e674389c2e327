"""The last look before a notice about a sign-up leaves: None where it no longer matters, and then nothing is sent."""

from collections.abc import Callable

from bot.activities import rows as activities
from bot.activities.permissions import may_manage
from bot.activities.rules import ActivityState, Shift
from bot.ground import notices
from bot.people import rows as people
from bot.people.notice_readers import reader
from bot.sign_ups import list_rows
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.rules import HALF_A_YEAR, Reason, SignUp, SignUpState
from bot.sign_ups.shown import LeadLook, SignUpLook
from bot.sign_ups.telling import subject
from bot.stations.rows import settings_of
from bot.store.outbox import message_under
from bot.store.transaction import Tx

Matters = Callable[[SignUp, Shift, int], bool]


def is_confirmed(sign_up: SignUp, shift: Shift, now: int) -> bool:
    return sign_up.state is SignUpState.CONFIRMED and coming(shift, now)


def is_offered(sign_up: SignUp, shift: Shift, now: int) -> bool:
    return sign_up.state is SignUpState.OFFERED and now < (sign_up.offer_ends_at or 0) and coming(shift, now)


def is_open(sign_up: SignUp, shift: Shift, now: int) -> bool:
    return (
        sign_up.state is SignUpState.WAITLISTED
        and sign_up.offered_at is not None
        and shift.free > 0
        and coming(shift, now)
    )


def is_expired(sign_up: SignUp, shift: Shift, now: int) -> bool:
    return sign_up.reason is Reason.EXPIRED and coming(shift, now)


def is_live(sign_up: SignUp, shift: Shift, now: int) -> bool:
    return sign_up.live and coming(shift, now)


def is_on(sign_up: SignUp, shift: Shift, now: int) -> bool:
    """Live, in what is to come or goes on."""
    return sign_up.live and not shift.activity.cancelled and now < shift.ends_at


def is_withdrawn(sign_up: SignUp, shift: Shift, now: int) -> bool:
    return sign_up.state is SignUpState.WITHDRAWN and coming(shift, now)


def is_reminded(sign_up: SignUp, shift: Shift, now: int) -> bool:
    """Not while it is on hold: then nothing is settled."""
    return is_confirmed(sign_up, shift, now) and shift.state is not ActivityState.ON_HOLD


def coming(shift: Shift, now: int) -> bool:
    return not shift.activity.cancelled and now < shift.starts_at


async def look_at(
    tx: Tx, sign_up_id: int, *, reader_id: int, now: int, matters: Matters, revision: int | None = None
) -> SignUpLook | None:
    """`revision`: of the time and place that the notice is about."""
    sign_up = await sign_ups.get_sign_up(tx, sign_up_id)
    shift = await activities.get_shift(tx, sign_up.shift_id) if sign_up else None
    if sign_up is None or shift is None or not matters(sign_up, shift, now):
        return None
    if revision is not None and revision != shift.revision:
        return None
    if not sign_up.live and await sign_ups.live_sign_up(tx, shift.id, sign_up.person_id):
        return None
    settings = await settings_of(tx, shift.station_id)
    return SignUpLook(
        sign_up=sign_up,
        shift=shift,
        now=now,
        name=None if reader_id == sign_up.person_id else (await people.person(tx, sign_up.person_id)).name,
        by=await who_acted(tx, sign_up),
        weather=settings.weather_outdoor if shift.activity.outdoor else settings.weather_all,
        weather_hours=settings.weather_hours,
    )


async def who_acted(tx: Tx, sign_up: SignUp) -> str | None:
    """Who signed this person up, or withdrew it; None where they did it themselves."""
    actor = sign_up.created_by if sign_up.live else sign_up.withdrawn_by
    return None if actor in {None, sign_up.person_id} else (await people.person(tx, actor or 0)).name


async def for_lead(tx: Tx, sign_up_id: int, *, reader_id: int, now: int, state: SignUpState) -> LeadLook | None:
    """None where it is not so any more: signed up again, cancelled, over; or somebody else leads it."""
    sign_up = await sign_ups.get_sign_up(tx, sign_up_id)
    shift = await activities.get_shift(tx, sign_up.shift_id) if sign_up else None
    if sign_up is None or shift is None or shift.activity.cancelled or shift.ends_at <= now:
        return None
    if sign_up.state is not state or not await leads(tx, shift, reader_id):
        return None
    if not sign_up.live and await sign_ups.live_sign_up(tx, shift.id, sign_up.person_id):
        return None
    held, missed = await sign_ups.reliability(tx, sign_up.person_id, since=now - HALF_A_YEAR, now=now)
    return LeadLook(
        sign_up=sign_up,
        shift=shift,
        name=(await people.person(tx, sign_up.person_id)).name,
        held=held,
        missed=missed,
        counts=await list_rows.counts(tx, shift.id),
    )


async def leads(tx: Tx, shift: Shift, person_id: int) -> bool:
    """Whether this person leads it, and still may."""
    viewer = await reader(tx, person_id, shift.zone) if person_id == shift.lead_id else None
    return viewer is not None and may_manage(viewer, shift.activity)


async def told_lead(tx: Tx, sign_up_id: int, *, person_id: int) -> int | None:
    """The message in which this lead heard of a late withdrawal."""
    sign_up, kind = await sign_ups.known(tx, sign_up_id), notices.WithdrewLate.kind
    return await message_under(tx, subject(sign_up.shift_id), kind, f"{kind}:sign_up:{sign_up_id}", person_id)
