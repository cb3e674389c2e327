"""A member of that name, however it is written, is taken; any other becomes a new person; no one is taken twice."""

from bot.activities import looking_rows
from bot.activities.looking import PAGE, soonest
from bot.desk import Desk
from bot.ground import notices
from bot.ground.reading.names import read_names
from bot.ground.refusals import AlreadySignedUp, EmptyText, NamesClosed, NotEnoughPlaces
from bot.ground.text import folded, line
from bot.ground.times import DAY, MINUTE
from bot.members.acts import NAME_LIMIT, add_managed
from bot.people import drafting
from bot.people.consent.acts import require_consent
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.acting_for import seen_as
from bot.sign_ups.acts import check_clash
from bot.sign_ups.groups import rows as group_places
from bot.sign_ups.groups.acts import group_card, held, own_place
from bot.sign_ups.groups.rows import NamesLook, Unnamed
from bot.sign_ups.groups.rules import GroupCard, NamesTyped, names_reminder_at, names_until
from bot.sign_ups.rules import SignUpState
from bot.sign_ups.telling import known_shift, signed_up_by, subject
from bot.stations.rows import settings_of
from bot.store import occurrences
from bot.store.transaction import Tx
from bot.teams import rows as teams
from bot.telling import tell

FORM = "group_names"
AGAIN = 10 * MINUTE
"""Until it is looked again at groups that are all named: names are taken back, too."""
AHEAD = 30 * DAY


async def ask_names(desk: Desk, *, group_place_id: int) -> GroupCard:
    """What is typed next is read as names. Raises NotFound, NamesClosed, ActivityStarted."""
    place, shift = await own_place(desk, group_place_id)
    card = await group_card(desk, shift_id=shift.id, team_id=place.team_id)
    if not card.names_open:
        raise NamesClosed(due_at=card.names_until)
    await drafting.start(desk, FORM, "names", {"place": place.id})
    return card


async def typed_names(desk: Desk, text: str) -> NamesTyped:
    """The text as names, kept until they are confirmed. Raises EmptyText, TextTooLong, NotEnoughPlaces."""
    draft = await drafting.find(desk, FORM)
    place, shift = await own_place(desk, draft.fields["place"])
    read = read_names(text)
    names = [line("name", one, NAME_LIMIT) for one in read.names]
    every = [name for name in names if name not in place.names]
    new = list(dict.fromkeys(every))
    if not new:
        raise EmptyText(field="name")
    if len(new) > place.unnamed:
        raise NotEnoughPlaces(wanted=len(new), free=place.unnamed)
    draft = await drafting.advance(desk.tx, draft, desk.now, names=new, every=every)
    return NamesTyped(tuple(new), place, shift, draft.revision, tuple(every), read.left_out)


async def keep_names(desk: Desk, *, group_place_id: int, revision: int, doubles: bool = False) -> GroupCard:
    """Each name gets a sign-up on a place of the group; all of them are 18 or over.

    `doubles`: a name that was typed twice means two people. Raises NotFound, StaleCard, NamesClosed,
    AlreadySignedUp, Clash, OthersClash, NotEnoughPlaces.
    """
    draft = await drafting.find(desk, FORM, revision=revision)
    place, shift = await own_place(desk, group_place_id)
    shift = await held(desk.tx, shift.id)
    hours = (await settings_of(desk.tx, shift.station_id)).group_names_hours
    if desk.now >= names_until(shift.starts_at, hours):
        raise NamesClosed(due_at=names_until(shift.starts_at, hours))
    names: list[str] = draft.fields["every" if doubles else "names"]
    if len(names) > place.unnamed:
        raise NotEnoughPlaces(wanted=len(names), free=place.unnamed)
    members = [(member.name, member.person_id) for member in await teams.members(desk.tx, place.team_id)]
    for name in names:
        known = next((member for member in members if folded(member[0]) == folded(name)), None)
        if known is not None:
            members.remove(known)
        person_id = (
            known[1]
            if known
            else await add_managed(desk, team_id=place.team_id, name=name, age_band="adult", again=True)
        )
        await name_place(desk, person_id=person_id, group_place_id=place.id, shift_id=shift.id)
    await drafting.finish(desk, FORM)
    return await group_card(desk, shift_id=shift.id, team_id=place.team_id)


async def name_place(desk: Desk, *, person_id: int, group_place_id: int, shift_id: int) -> None:
    """The person sits on one of the group's places. Raises AlreadySignedUp, as `check_clash` and `require_consent`."""
    shift = await known_shift(desk.tx, shift_id)
    person = await seen_as(desk, person_id)
    before = await sign_ups.live_sign_up(desk.tx, shift_id, person_id)
    if before is not None:
        raise AlreadySignedUp(name=person.person.name)
    await require_consent(desk.tx, person.person, at=shift.starts_at, zone=shift.zone, now=desk.now, by=desk.viewer.id)
    await check_clash(desk, person, shift, instead=False)
    made = await sign_ups.add(
        desk.tx,
        shift_id=shift_id,
        person_id=person_id,
        state=SignUpState.CONFIRMED,
        by=desk.viewer.id,
        now=desk.now,
        group_place_id=group_place_id,
    )
    if person_id != desk.viewer.id:
        await signed_up_by(desk.tx, made, by=desk.viewer.id, now=desk.now)


async def remind_of_names(tx: Tx, now: int, limit: int) -> int:
    """A day before names are due, captains hear that some are missing; for how many groups, and `limit` where there
    may be more to look at.
    """
    found = await group_places.shifts_with_groups(tx, until=now, limit=limit)
    following, done = [], 0
    for look in found:
        groups, at, until = await missing_names(tx, look, now)
        if at <= now:
            for group in [one for one in groups if one.missing]:
                if await occurrences.claim(tx, f"group_names:{group.id}/{look.revision}", now):
                    done += 1
                    await remind_captains(tx, group, look, now, until=until)
        waits = any(at > now or not group.missing for group in groups)
        ahead = (at if at > now else now + AGAIN) if waits else None
        following.append({"shift_id": look.id, "at": ahead})
    await looking_rows.next_names.many(tx, sorted(following, key=lambda one: one["shift_id"]))
    return limit if len(found) == limit else done


async def missing_names(tx: Tx, look: NamesLook, now: int) -> tuple[list[Unnamed], int, int]:
    """Groups to be reminded, when, and until when that is of use; none where it is not."""
    hours = (await settings_of(tx, look.station_id)).group_names_hours
    until = names_until(look.starts_at, hours)
    groups = await group_places.not_reminded(tx, look) if look.takes_place and now < until else []
    return groups, names_reminder_at(look.starts_at, hours), until


async def next_names(tx: Tx, now: int) -> list[tuple[int, str]]:
    """When captains will be reminded, later than now, and about which shift."""
    coming: list[tuple[int, str]] = []

    async def page(since: int, after: int) -> list[NamesLook]:
        return await group_places.shifts_with_groups(tx, since=since, after=after, until=now + AHEAD, limit=PAGE)

    async def instants(look: NamesLook) -> list[int]:
        groups, at, _ = await missing_names(tx, look, now)
        found = [(at, subject(look.id)) for group in groups if group.missing and at > now]
        coming.extend(found)
        return [one for one, _ in found]

    await soonest(page, instants)
    return coming


async def remind_captains(tx: Tx, group: Unnamed, look: NamesLook, now: int, *, until: int) -> None:
    for captain in await group_places.captains_of(tx, group.team_id) or [group.created_by]:
        await tell(
            tx,
            notices.GroupNames(group.id, look.revision),
            captain,
            key=f"group_names:{group.id}/{look.revision}:person:{captain}",
            subject=subject(look.id),
            now=now,
            until=until,
        )
