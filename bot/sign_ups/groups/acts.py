"""A group's places are full places: refused, not shortened, where there are fewer, and while somebody waits."""

from bot.activities import rows as activities
from bot.activities.rules import Shift
from bot.ground.refusals import GroupTeamsOnly, NotEnoughPlaces, NotFound, OutOfRange
from bot.ground.viewer import Viewer
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.groups import rows as group_places
from bot.sign_ups.groups.rules import GroupCard, GroupPlace, GroupTeam, names_until
from bot.sign_ups.looking import seen_shift
from bot.sign_ups.permissions import may_reserve_for
from bot.sign_ups.promotion import fill_free_places
from bot.sign_ups.rules import Reason, check_coming, check_open
from bot.sign_ups.telling import known_shift, withdrawn_by
from bot.stations.rows import settings_of
from bot.store import audit
from bot.store.transaction import Tx

MOST = 500


async def group_teams(tx: Tx, viewer: Viewer, *, shift_id: int) -> tuple[Shift, list[GroupTeam]]:
    """The viewer's group teams. Raises NotFound, GroupTeamsOnly where there is none."""
    shift = await seen_shift(tx, viewer, shift_id)
    found = await group_places.teams_for(tx, viewer.id)
    if not found:
        raise GroupTeamsOnly
    return shift, found


async def group_card(tx: Tx, viewer: Viewer, now: int, *, shift_id: int, team_id: int) -> GroupCard:
    """Raises NotFound, GroupTeamsOnly."""
    shift, teams = await group_teams(tx, viewer, shift_id=shift_id)
    team = next((one for one in teams if one.id == team_id), None)
    if team is None:
        raise NotFound
    hours = (await settings_of(tx, shift.station_id)).group_names_hours
    return GroupCard(
        shift=shift,
        team=team,
        place=await group_places.of_team(tx, shift_id, team_id),
        names_until=names_until(shift.starts_at, hours),
        now=now,
    )


async def reserve(tx: Tx, viewer: Viewer, now: int, *, shift_id: int, team_id: int, places: int) -> GroupCard:
    """So many places in all, more or fewer than before; never fewer than are named.

    Raises NotFound, GroupTeamsOnly, OutOfRange, NotEnoughPlaces, and as `check_open`.
    """
    await group_card(tx, viewer, now, shift_id=shift_id, team_id=team_id)
    shift = await held(tx, shift_id)
    before = await group_places.of_team(tx, shift_id, team_id)
    check_open(shift, now)
    fewest = max(1, len(before.names)) if before else 1
    if not fewest <= places <= MOST:
        raise OutOfRange(field="places", value=places, lowest=fewest, highest=MOST)
    await take(tx, shift, places - (before.places if before else 0), places)
    if before is None:
        await group_places.add(tx, shift_id=shift_id, team_id=team_id, places=places, by=viewer.id, now=now)
    else:
        await group_places.change(tx, before.id, places)
        await fill_free_places(tx, shift_id, now)
    return await group_card(tx, viewer, now, shift_id=shift_id, team_id=team_id)


async def held(tx: Tx, shift_id: int) -> Shift:
    shift = await known_shift(tx, shift_id)
    await tx.lock("activity", shift.activity_id)
    await tx.lock("shift", shift_id)
    return await known_shift(tx, shift_id)


async def take(tx: Tx, shift: Shift, more: int, wanted: int) -> None:
    """Claims what is more, gives back what is less. Raises NotEnoughPlaces."""
    if more < 0:
        await sign_ups.release_seats(tx, shift.id, -more)
    if more <= 0:
        return
    waits = await sign_ups.anyone_waits(tx, shift.id)
    if waits or not await sign_ups.claim_seats(tx, shift.id, more):
        raise NotEnoughPlaces(wanted=wanted, free=0 if waits else max(0, shift.free + wanted - more))


async def own_place(tx: Tx, viewer: Viewer, group_place_id: int) -> tuple[GroupPlace, Shift]:
    """Raises NotFound."""
    place = await group_places.get_group_place(tx, group_place_id)
    shift = await activities.get_shift(tx, place.shift_id) if place else None
    if place is None or shift is None or place.cancelled_at is not None:
        raise NotFound
    if not may_reserve_for(viewer, place.team_id, place.team_path):
        raise NotFound
    return place, shift


async def give_back(tx: Tx, viewer: Viewer, now: int, *, group_place_id: int) -> tuple[GroupPlace, Shift]:
    """All of it, with the names on it; the places go to who waits. Raises NotFound, ActivityStarted."""
    place, shift = await own_place(tx, viewer, group_place_id)
    shift = await held(tx, shift.id)
    check_coming(shift, now)
    if await group_places.cancel(tx, place.id, now):
        for named in await group_places.named(tx, place.id):
            await sign_ups.withdraw(tx, named, now=now, by=viewer.id, reason=Reason.STAFF)
            if named.person_id != viewer.id:
                await withdrawn_by(tx, named, shift, by=viewer.id, now=now)
        await sign_ups.release_seats(tx, shift.id, place.places)
        await audit.note(tx, at=now, actor_id=viewer.id, act="group_places_given_back", subject=f"shift:{shift.id}")
        await fill_free_places(tx, shift.id, now)
    return place, shift
