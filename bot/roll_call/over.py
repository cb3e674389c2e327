"""It is over: finish the roll? Asked at the end and again that evening; who checked in is asked to check out."""

from collections import Counter

from bot import telling
from bot.activities import looking_rows
from bot.activities import rows as activities
from bot.activities.looking import PAGE, soonest
from bot.activities.rules import Shift
from bot.desk import Desk
from bot.ground import notices
from bot.ground.frozen import replace
from bot.ground.times import DAY, HOUR, MINUTE, first_valid, local_day, zone_named
from bot.roll_call import over_rows
from bot.roll_call import rows as attendance
from bot.roll_call.due_cards import card_for
from bot.roll_call.over_rows import OverRoll
from bot.roll_call.rules import RollCallState
from bot.roll_call.shown import RollCallCard
from bot.sign_ups.groups import rows as group_places
from bot.stations import rows as stations
from bot.store.transaction import Tx

APART = HOUR
"""It is asked again in the evening only where it was not over just then."""
EMPTY = 10 * MINUTE
"""Until it is looked again whether anybody came to what was posted and nobody signed up for."""
LAST = 2**63 - 1


async def ask_to_finish(tx: Tx, now: int, limit: int) -> int:
    """How many rolls were asked about, and `limit` where there may be more to look at."""
    found = await over_rows.over_to_look_at(tx, until=now, limit=limit)
    following, done = [], 0
    for roll in sorted(found, key=lambda one: (one.ends_at, one.id)):
        at = await asked_next(tx, roll)
        due = at in range(now - DAY, now + 1)
        if due and roll.peopled:
            await over_rows.set_asked(tx, roll.id, now)
            await ask(tx, roll, now, again=roll.asked_at is not None)
            done += 1
            at = await asked_next(tx, replace(roll, asked_at=now))
        elif due:
            at = now + EMPTY
        following.append({"shift_id": roll.id, "at": at if at > now else None})
    await looking_rows.next_over.many(tx, sorted(following, key=lambda one: one["shift_id"]))
    return limit if len(found) == limit else done


async def asked_next(tx: Tx, roll: OverRoll) -> int:
    """When it is to be asked: at the end, then in the evening of that day; 0 once both are past, or it is finished."""
    if not roll.unfinished:
        return 0
    if roll.asked_at is None:
        return roll.ends_at
    evening = await evening_of(tx, roll)
    return evening if roll.asked_at < evening - APART else 0


async def evening_of(tx: Tx, roll: OverRoll) -> int:
    zone = zone_named(roll.zone)
    settings = await stations.settings_of(tx, roll.station_id)
    return first_valid(zone, local_day(zone, roll.ends_at), settings.lead_list_time)


async def ask(tx: Tx, roll: OverRoll, now: int, *, again: bool) -> None:
    for person_id in await asked_people(tx, roll):
        await telling.tell(
            tx,
            notices.FinishRoll(roll.id, int(again)),
            person_id,
            key=f"finish_roll:shift:{roll.id}:person:{person_id}:{now}",
            subject=f"shift:{roll.id}",
            now=now,
        )
    for person_id in [] if again else await over_rows.still_in(tx, roll.id):
        await telling.tell(
            tx,
            notices.CheckOut(roll.id),
            person_id,
            key=f"check_out:shift:{roll.id}:person:{person_id}:{now}",
            subject=f"shift:{roll.id}",
            now=now,
        )


async def asked_people(tx: Tx, roll: OverRoll) -> list[int]:
    """The lead, and the captain to whom it was handed; every captain of the team, where it was handed to nobody."""
    if roll.captain_id is not None:
        return sorted({roll.lead_id, roll.captain_id})
    captains = await group_places.captains_of(tx, roll.team_id) if roll.team_id is not None else []
    return sorted({roll.lead_id, *captains})


async def next_asked(tx: Tx, now: int) -> tuple[int, int] | None:
    """When it is asked next, and how many people."""
    people: Counter[int] = Counter()

    async def page(since: int, after: int) -> list[OverRoll]:
        return await over_rows.over_to_look_at(tx, since=since, after=after, until=LAST, limit=PAGE)

    async def instants(roll: OverRoll) -> list[int]:
        at = await asked_next(tx, roll)
        if at <= now or not roll.peopled:
            return []
        people[at] += len(await asked_people(tx, roll))
        return [at]

    await soonest(page, instants)
    return min(people.items(), default=None)


async def check_out_look(desk: Desk, *, shift_id: int) -> Shift | None:
    """None for who has left meanwhile, or once the roll is finished."""
    shift = await activities.get_shift(desk.tx, shift_id)
    call = await attendance.roll_call(desk.tx, shift_id)
    if call is None or call.state in {RollCallState.SUBMITTED, RollCallState.CLOSED}:
        return None
    return shift if desk.viewer.id in await over_rows.still_in(desk.tx, shift_id) else None


async def unfinished_look(desk: Desk, *, shift_id: int) -> RollCallCard | None:
    """None once it is finished, or not theirs any more; a submitted one waits for a tap that is asked for elsewhere."""
    look = await card_for(desk, shift_id=shift_id)
    return None if look is None or look.call.state is RollCallState.SUBMITTED else look
