"""The last look before a notice about an activity leaves: None where it no longer matters, and then nothing is sent."""

from bot.activities import rows as activities
from bot.activities.permissions import in_audience
from bot.activities.rules import Activity, ActivityState, Shift
from bot.desk import Desk, Seated
from bot.ground.frozen import replace
from bot.ground.refusals import NotFound
from bot.leading import whose_rows
from bot.leading.shown import Call, Gathered, News, Whose, WordTo
from bot.messages import audience_rows as audiences
from bot.messages import broadcast_rows as broadcasts
from bot.messages.audiences import named_audience
from bot.messages.broadcast_rules import BroadcastState
from bot.messages.broadcasting import progress
from bot.messages.shown import Letter, Progress
from bot.people import rows as people
from bot.people.notice_readers import reader
from bot.roll_call import attendance_rows
from bot.sign_ups import list_rows
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.last_looks import leads
from bot.sign_ups.looking import card_of, shift_card
from bot.sign_ups.rules import deadline_passed
from bot.sign_ups.shown import ShiftCard
from bot.store.transaction import Tx


async def call(tx: Tx, now: int, *, activity_id: int, person_id: int) -> Call | None:
    """Not to who signed up meanwhile, nor for what takes nobody any more."""
    activity = await activities.get_activity(tx, activity_id)
    if activity is None or activity.state != ActivityState.PUBLISHED:
        return None
    viewer = await reader(tx, person_id, activity.zone)
    coming = [shift for shift in await activities.shifts_of(tx, activity_id) if shift.starts_at > now]
    shifts = [shift for shift in coming if not deadline_passed(shift, now)]
    if viewer is None or not shifts or not in_audience(viewer, activity):
        return None
    for shift in coming:
        if await sign_ups.live_sign_up(tx, shift.id, person_id):
            return None
    if activity.shifts > 1:
        return Call(None, tuple(shifts))
    return Call(await card_of(Seated(tx, viewer, now), shifts[0]), tuple(shifts))


async def gathered(tx: Tx, now: int, *, since: int, person_id: int) -> Gathered | None:
    offers = await audiences.gathered_offers(tx, person_id, since=since, now=now)
    if not offers:
        return None
    viewer = await reader(tx, person_id, offers[0].zone)
    if len(offers) > 1 or viewer is None:
        return Gathered(tuple(offers), None)
    return Gathered(tuple(offers), await shift_card(Seated(tx, viewer, now), shift_id=offers[0].shift_id))


async def news(tx: Tx, now: int, *, activity_id: int, state: ActivityState | None = None) -> News | None:
    """While the activity is in this state, where one is given."""
    activity = await activities.get_activity(tx, activity_id)
    if activity is None or (state is not None and activity.state != state):
        return None
    shifts = tuple(shift for shift in await activities.shifts_of(tx, activity_id) if shift.ends_at > now)
    return News(activity, shifts, now) if shifts else None


async def news_for(tx: Tx, now: int, *, activity_id: int, person_id: int, state: ActivityState) -> News | None:
    """The same, with whom it is about."""
    found = await news(tx, now, activity_id=activity_id, state=state)
    return replace(found, whose=await whose(tx, found.activity, person_id, now)) if found else None


async def whose(tx: Tx, activity: Activity, reader_id: int, now: int) -> Whose:
    """Who sits on the places of a group that the reader speaks for is meant with the group."""
    about: dict[str, int] = {
        "activity_id": activity.id, "reader_id": reader_id, "cancelled_at": activity.cancelled_at or 0, "now": now,
    }  # fmt: skip
    groups = await whose_rows.groups_for(tx, **about)
    people, held = await whose_rows.people_for(tx, **about), {one.id for one in groups}
    others = tuple(one.name for one in people if one.person_id != reader_id and one.group_place_id not in held)
    own = any(one.person_id == reader_id for one in people)
    return Whose(own or not (others or groups), others, tuple((one.team, one.places) for one in groups))


async def called_off(tx: Tx, now: int, *, activity_id: int, person_id: int) -> News | None:
    """A cancellation, with whether it caught the reader on the way or at work."""
    state = ActivityState.CANCELLED
    found = await news_for(tx, now, activity_id=activity_id, person_id=person_id, state=state)
    if found is None:
        return None
    caught = [
        (shift.id, one.sign_up.person_id)
        for shift in found.shifts
        if shift.starts_at <= now
        for one in await list_rows.of_shift(tx, shift.id)
        if one.reader_id == person_id
    ]
    marks = [await attendance_rows.of_person(tx, shift_id, served_by) for shift_id, served_by in caught]
    return replace(found, begun=bool(caught), there=any(mark is not None and mark.came for mark in marks))


async def word_to(tx: Tx, sign_up_id: int, *, reader_id: int, by: int, at: tuple[int, int]) -> WordTo | None:
    """`at`: the chat and the message where the words stand. None once the person is gone."""
    sign_up = await sign_ups.known(tx, sign_up_id)
    person = await people.person(tx, sign_up.person_id)
    if person.state == "erased":
        return None
    name = None if person.id == reader_id else person.name
    return WordTo((await people.person(tx, by)).name, name, *at)


async def session_before(tx: Tx, sign_up_id: int) -> Shift:
    """From where somebody was moved. Raises NotFound."""
    shift = await activities.get_shift(tx, (await sign_ups.known(tx, sign_up_id)).shift_id)
    if shift is None:
        raise NotFound
    return shift


async def decision(tx: Tx, now: int, *, shift_id: int, decide_at: int, person_id: int) -> News | None:
    """To the lead, while it is still to be decided by then."""
    shift = await activities.get_shift(tx, shift_id)
    if shift is None or shift.state != ActivityState.ON_HOLD or shift.activity.decide_at != decide_at:
        return None
    return News(shift.activity, (shift,), now) if await leads(tx, shift, person_id) else None


async def led_now(tx: Tx, now: int, *, activity_id: int, person_id: int) -> News | None:
    """To the new lead, while it is still theirs."""
    found = await news(tx, now, activity_id=activity_id)
    return found if found and found.activity.lead_id == person_id and not found.activity.cancelled else None


async def helps_now(tx: Tx, now: int, *, activity_id: int, person_id: int) -> News | None:
    found = await news(tx, now, activity_id=activity_id)
    helping = await activities.helpers(tx, activity_id)
    return found if found and person_id in helping and not found.activity.cancelled else None


async def entry(tx: Tx, now: int, *, shift_id: int, person_id: int) -> ShiftCard | None:
    """For a calendar file, as its reader may see it."""
    shift = await activities.get_shift(tx, shift_id)
    viewer = await reader(tx, person_id, shift.zone) if shift else None
    return await shift_card(Seated(tx, viewer, now), shift_id=shift_id) if viewer else None


async def letter(tx: Tx, now: int, *, broadcast_id: int) -> Letter | None:
    """Words to one of many, unless they were stopped."""
    broadcast = await broadcasts.get(tx, broadcast_id)
    if broadcast is None or broadcast.state not in {BroadcastState.SENDING, BroadcastState.DONE}:
        return None
    author = await people.person(tx, broadcast.author_id)
    viewer = await reader(tx, broadcast.author_id, "UTC")
    return Letter(
        author.name,
        await name_of(Seated(tx, viewer, now) if viewer else None, broadcast.kind, broadcast.target_id),
        broadcast.text,
    )


async def name_of(author: Desk | None, kind: str, target_id: int) -> str:
    """The audience's, while the author may still write to it; else nothing."""
    if author is None:
        return ""
    try:
        name, _ = await named_audience(author, kind, target_id)
    except NotFound:
        return ""
    return name


async def finished(tx: Tx, now: int, *, broadcast_id: int, person_id: int) -> Progress | None:
    """How it went, to its author."""
    viewer = await reader(tx, person_id, "UTC")
    try:
        return await progress(Seated(tx, viewer, now), broadcast_id=broadcast_id) if viewer else None
    except NotFound:
        return None
