"""A group's places are full places: refused, not shortened, where there are fewer, and while somebody waits."""

from bot.activities import looking_rows
from bot.activities import rows as activities
from bot.activities.rules import Shift, check_coming
from bot.desk import Desk, note
from bot.ground.refusals import GroupTeamsOnly, NotEnoughPlaces, NotFound, OutOfRange
from bot.sign_ups import rows as sign_ups
from bot.sign_ups import waiting_line_rows
from bot.sign_ups.groups import rows as group_places
from bot.sign_ups.groups.rules import GroupCard, GroupPlace, GroupTeam, names_until
from bot.sign_ups.looking import seen_shift
from bot.sign_ups.permissions import may_reserve_for
from bot.sign_ups.promotion import fill_free_places
from bot.sign_ups.rules import Reason, check_open
from bot.sign_ups.telling import known_shift, withdrawn_by
from bot.stations.rows import settings_of
from bot.store.transaction import Tx

MOST = 500


async def group_teams(desk: Desk, *, shift_id: int) -> tuple[Shift, list[GroupTeam]]:
    """The viewer's group teams. Raises NotFound, GroupTeamsOnly where there is none."""
    shift = await seen_shift(desk, shift_id)
    found = await group_places.teams_for(desk.tx, desk.viewer.id)
    if not found:
        raise GroupTeamsOnly
    return shift, found


async def group_card(desk: Desk, *, shift_id: int, team_id: int) -> GroupCard:
    """Raises NotFound, GroupTeamsOnly."""
    shift, teams = await group_teams(desk, shift_id=shift_id)
    team = next((one for one in teams if one.id == team_id), None)
    if team is None:
        raise NotFound
    hours = (await settings_of(desk.tx, shift.station_id)).group_names_hours
    return GroupCard(
        shift=shift,
        team=team,
        place=await group_places.of_team(desk.tx, shift_id, team_id),
        names_until=names_until(shift.starts_at, hours),
        now=desk.now,
    )


async def reserve(desk: Desk, *, shift_id: int, team_id: int, places: int) -> GroupCard:
    """So many places in all, more or fewer than before; never fewer than are named.

    Raises NotFound, GroupTeamsOnly, OutOfRange, NotEnoughPlaces, and as `check_open`.
    """
    await group_card(desk, shift_id=shift_id, team_id=team_id)
    shift = await held(desk.tx, shift_id)
    before = await group_places.of_team(desk.tx, shift_id, team_id)
    check_open(shift, desk.now)
    fewest = max(1, len(before.names)) if before else 1
    if not fewest <= places <= MOST:
        raise OutOfRange(field="places", value=places, lowest=fewest, highest=MOST)
    await take(desk.tx, shift, places - (before.places if before else 0), places)
    if before is None:
        await group_places.add(
            desk.tx, shift_id=shift_id, team_id=team_id, places=places, by=desk.viewer.id, now=desk.now
        )
    else:
        await group_places.change(desk.tx, before.id, places)
        await fill_free_places(desk.tx, shift_id, desk.now)
    await looking_rows.groups_changed(desk.tx, shift_id)
    return await group_card(desk, shift_id=shift_id, team_id=team_id)


async def held(tx: Tx, shift_id: int) -> Shift:
    shift = await known_shift(tx, shift_id)
    await tx.lock("activity", shift.activity_id)
    await tx.lock("shift", shift_id)
    return await known_shift(tx, shift_id)


async def take(tx: Tx, shift: Shift, more: int, wanted: int) -> None:
    """Claims what is more, gives back what is less. Raises NotEnoughPlaces."""
    if more < 0:
        await waiting_line_rows.release_seats(tx, shift.id, -more)
    if more <= 0:
        return
    waits = await waiting_line_rows.anyone_waits(tx, shift.id)
    if waits or not await waiting_line_rows.claim_seats(tx, shift.id, more):
        raise NotEnoughPlaces(wanted=wanted, free=0 if waits else max(0, shift.free + wanted - more))


async def own_place(desk: Desk, group_place_id: int) -> tuple[GroupPlace, Shift]:
    """Raises NotFound."""
    place = await group_places.get_group_place(desk.tx, group_place_id)
    shift = await activities.get_shift(desk.tx, place.shift_id) if place else None
    if place is None or shift is None or place.cancelled_at is not None:
        raise NotFound
    if not may_reserve_for(desk.viewer, place.team_id, place.team_path):
        raise NotFound
    return place, shift


async def give_back(desk: Desk, *, group_place_id: int) -> tuple[GroupPlace, Shift]:
    """All of it, with the names on it; the places go to who waits. Raises NotFound, ActivityStarted."""
    place, shift = await own_place(desk, group_place_id)
    shift = await held(desk.tx, shift.id)
    check_coming(shift, desk.now)
    if await group_places.cancel(desk.tx, place.id, desk.now):
        for named in await group_places.named(desk.tx, place.id):
            await sign_ups.withdraw(desk.tx, named, now=desk.now, by=desk.viewer.id, reason=Reason.STAFF)
            if named.person_id != desk.viewer.id:
                await withdrawn_by(desk.tx, named, shift, by=desk.viewer.id, now=desk.now)
        await waiting_line_rows.release_seats(desk.tx, shift.id, place.places)
        await note(desk, "group_places_given_back", f"shift:{shift.id}")
        await fill_free_places(desk.tx, shift.id, desk.now)
    return place, shift
