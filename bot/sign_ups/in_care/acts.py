"""One answer for all whom one person reads for; each of them keeps a sign-up of their own."""

from bot.activities import rows as activities
from bot.activities.rules import ActivityState, check_coming, weather_rule
from bot.desk import Desk
from bot.ground.frozen import replace
from bot.ground.refusals import NotFound, StaleCard
from bot.people import rows as people
from bot.sign_ups import list_rows
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.clashes import rows as clashes
from bot.sign_ups.groups import rows as group_places
from bot.sign_ups.groups.rules import GroupPlace
from bot.sign_ups.in_care.shown import InCare
from bot.sign_ups.rules import Listed, SignUpState
from bot.stations.rows import settings_of
from bot.store.transaction import Tx


async def in_care(desk: Desk, *, shift_id: int) -> InCare:
    """Raises NotFound where the viewer reads for nobody in it."""
    found = await look(desk.tx, shift_id, reader_id=desk.viewer.id, now=desk.now)
    if found is None:
        raise NotFound
    return found


async def all_coming(desk: Desk, *, shift_id: int, revision: int) -> InCare:
    """*All coming*: a yes for each of them, but for who is down for something else then; these are named.

    Raises NotFound, StaleCard, ActivityCancelled, ActivityStarted.
    """
    await desk.tx.lock("shift", shift_id)
    found = await in_care(desk, shift_id=shift_id)
    check_coming(found.shift, desk.now)
    if found.shift.revision != revision:
        raise StaleCard(revision=found.shift.revision)
    busy = []
    for one in found.listed:
        if one.sign_up.said_yes(revision):
            continue
        if await clashes.overlaps(desk.tx, one.sign_up.person_id, shift_id=shift_id, **found.hours):
            busy.append(one.name)
        else:
            await sign_ups.answer_coming(desk.tx, one.sign_up, now=desk.now, revision=revision)
    return replace(await in_care(desk, shift_id=shift_id), busy=tuple(busy))


async def reminded(tx: Tx, shift_id: int, revision: int, *, reader_id: int, now: int) -> InCare | None:
    """The last look before they are reminded: None where it was moved, is on hold, has begun, or nobody is left."""
    found = await look(tx, shift_id, reader_id=reader_id, now=now)
    if found is None or found.shift.revision != revision or found.shift.starts_at <= now:
        return None
    off = found.shift.activity.cancelled or found.shift.state is ActivityState.ON_HOLD
    return None if off else found


async def asked_again(tx: Tx, shift_id: int, revision: int, *, reader_id: int, now: int) -> InCare | None:
    """The last look before they are asked anew: None where it was moved once more, is cancelled or over."""
    found = await look(tx, shift_id, reader_id=reader_id, now=now)
    if found is None or found.shift.revision != revision or found.shift.activity.cancelled:
        return None
    if now >= found.shift.ends_at:
        return None
    busy = [
        one.name
        for one in found.listed
        if await clashes.overlaps(tx, one.sign_up.person_id, shift_id=shift_id, **found.hours)
    ]
    return replace(found, busy=tuple(busy))


async def signed_up_by(tx: Tx, shift_id: int, by: int, *, reader_id: int, now: int) -> tuple[InCare, str] | None:
    """Whom this one has signed up, and the name of who did; None once it has begun or nobody is left."""
    found = await look(tx, shift_id, reader_id=reader_id, now=now)
    theirs = tuple(one for one in found.listed if one.sign_up.created_by == by) if found else ()
    if found is None or not theirs or found.shift.activity.cancelled or found.shift.starts_at <= now:
        return None
    return replace(found, listed=theirs), (await people.person(tx, by)).name


async def look(tx: Tx, shift_id: int, *, reader_id: int, now: int) -> InCare | None:
    shift = await activities.get_shift(tx, shift_id)
    everybody = await list_rows.of_shift(tx, shift_id) if shift else []
    listed = tuple(one for one in everybody if is_in_care(one, reader_id))
    if shift is None or not listed:
        return None
    settings = await settings_of(tx, shift.station_id)
    return InCare(
        shift=shift,
        listed=listed,
        now=now,
        group=await group_of(tx, listed),
        weather=weather_rule(settings, shift.activity.outdoor),
        weather_hours=settings.weather_hours,
    )


def is_in_care(one: Listed, reader_id: int) -> bool:
    confirmed = one.sign_up.state is SignUpState.CONFIRMED
    return confirmed and one.reader_id == reader_id and one.sign_up.person_id != reader_id


async def group_of(tx: Tx, listed: tuple[Listed, ...]) -> GroupPlace | None:
    places = {one.sign_up.group_place_id for one in listed}
    place = places.pop()
    return await group_places.get_group_place(tx, place) if place is not None and not places else None
