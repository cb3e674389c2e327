"""Until it is handed over, the team's social worker or the coordinator leads what somebody may lead no more.

Whoever follows is told at once, with what waited for the one before, and reminded while it is still theirs.
"""

from bot.activities import rows as activities
from bot.activities.rules import Activity, Shift
from bot.desk import Desk, note
from bot.ground import notices
from bot.ground.notices import KINDS, Reads
from bot.ground.quiet_hours import out_of_quiet
from bot.ground.times import DAY, HOUR, zone_named
from bot.happened import hears
from bot.hours import rows as hours
from bot.leading import rows as leading
from bot.leading.shown import News
from bot.leading.team_succession import hand_teams_on
from bot.leading.telling import tell_one
from bot.roles.acts import RoleEnded
from bot.roles.in_turn import holds_staff, next_staff
from bot.sign_ups.telling_all import subject
from bot.stations import rows as stations
from bot.store.outbox import readdress, subjects_waiting
from bot.store.transaction import Tx
from bot.teams import rows as teams
from bot.telling import tell

STILL_AFTER, STILL_BEFORE = 2 * DAY, 24 * HOUR
"""When who leads for now is reminded: days after it came to them, and at the latest so long before it begins."""
LEAD_KINDS = tuple(sorted(kind for kind, row in KINDS.items() if row.reads is Reads.LEAD))
"""What waits for a lead and goes to whoever leads then."""
ABOUT_HOURS = (notices.StatementQuestion.kind, notices.HoursUnseen.kind)
"""Of these, what is about a record and no activity."""


@hears(RoleEnded)
async def hand_on(desk: Desk, person_id: int) -> None:
    """Until it is handed over, the team's social worker or the coordinator leads what this person may lead no more."""
    await hand_teams_on(desk, person_id)
    for activity_id in await leading.unfinished_of(desk.tx, person_id, desk.now):
        activity = await activities.get_activity(desk.tx, activity_id)
        if activity is None or await may_lead(desk.tx, person_id, activity):
            continue
        await desk.tx.lock("activity", activity_id)
        successor = await next_lead(desk.tx, activity)
        if successor is not None:
            await give(desk, activity, successor)
    await readdress_hours(desk.tx, person_id)


async def readdress_hours(tx: Tx, before: int) -> None:
    """What waits for this person about hours goes to whoever is to answer for them now."""
    for kind in ABOUT_HOURS:
        for about in await subjects_waiting(tx, person_id=before, kind=kind):
            record = await hours.get(tx, int(about.partition(":")[2]))
            if record is not None and record.lead_id not in {None, before}:
                await readdress(tx, subject=about, kinds=(kind,), before=before, after=record.lead_id or 0)


async def may_lead(tx: Tx, person_id: int, activity: Activity) -> bool:
    return await holds_staff(tx, person_id, activity.station_path)


async def next_lead(tx: Tx, activity: Activity) -> int | None:
    """None where no staff is left at all."""
    lead = (await teams.team(tx, activity.team_id)).lead_id if activity.team_id else None
    if lead is not None and lead != activity.lead_id and await may_lead(tx, lead, activity):
        return lead
    return await next_staff(tx, activity.station_path, but=activity.lead_id)


async def give(desk: Desk, before: Activity, successor: int) -> None:
    await leading.set_lead(desk.tx, before.id, successor)
    given = await activities.get_activity(desk.tx, before.id)
    if given is not None:
        mark = f"rev{given.revision}"
        await tell_one(
            desk.tx, given, desk.now, news=notices.HandedOver, mark=mark, reader=successor, leaves=desk.now,
        )  # fmt: skip
        shifts = await activities.shifts_of(desk.tx, given.id)
        for about in (subject(given.id), *(f"shift:{shift.id}" for shift in shifts)):
            await readdress(desk.tx, subject=about, kinds=LEAD_KINDS, before=before.lead_id, after=successor)
        await remind_later(desk, given, shifts, successor)
    facts: dict[str, int | str | None] = {"from": before.lead_id, "to": successor, "why": "role_ended"}
    await note(desk, "hand_over", subject(before.id), **facts)


async def remind_later(desk: Desk, activity: Activity, shifts: list[Shift], successor: int) -> None:
    """Two days later, or the day before, by day; not where that has passed: it has just come to them."""
    coming = [shift.starts_at for shift in shifts if shift.starts_at > desk.now]
    if not coming:
        return
    at = min(desk.now + STILL_AFTER, min(coming) - STILL_BEFORE)
    quiet = (await stations.settings_of(desk.tx, activity.station_id)).quiet
    due_at = out_of_quiet(at, min(coming), zone_named(activity.zone), quiet)
    if due_at <= desk.now + HOUR:
        return
    await tell(
        desk.tx,
        notices.StillLeading(activity.id, desk.now),
        successor,
        key=f"still_leading:activity:{activity.id}:{desk.now}:person:{successor}",
        subject=subject(activity.id),
        now=desk.now,
        due_at=due_at,
        until=max(coming),
    )


async def still_leading(tx: Tx, now: int, *, activity_id: int, person_id: int) -> News | None:
    """While it is theirs and to come."""
    activity = await activities.get_activity(tx, activity_id)
    if activity is None or activity.cancelled or activity.lead_id != person_id:
        return None
    shifts = tuple(shift for shift in await activities.shifts_of(tx, activity_id) if shift.starts_at > now)
    return News(activity, shifts, now) if shifts and await may_lead(tx, person_id, activity) else None
