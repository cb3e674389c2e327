"""A member of that name, however it is written, is taken; any other becomes a new person; no one is taken twice."""

from bot.desk import Desk
from bot.ground import notices
from bot.ground.refusals import AlreadySignedUp, EmptyText, NamesClosed, NotEnoughPlaces
from bot.ground.text import folded, line
from bot.ground.times import DAY
from bot.members.acts import NAME_LIMIT, add_managed
from bot.people import drafting
from bot.people.consenting import require_consent
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.acts import check_clash
from bot.sign_ups.groups import rows as group_places
from bot.sign_ups.groups.acts import group_card, held, own_place
from bot.sign_ups.groups.rows import Unnamed
from bot.sign_ups.groups.rules import GroupCard, NamesTyped, listed_names, names_reminder_at, names_until
from bot.sign_ups.rules import SignUpState
from bot.sign_ups.subjects import seen_as
from bot.sign_ups.telling import known_shift, signed_up_by, subject
from bot.stations.rows import settings_of
from bot.store import occurrences
from bot.store.transaction import Tx
from bot.teams import rows as teams
from bot.telling import tell

FORM = "group_names"


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
    names = [line("name", one, NAME_LIMIT) for one in listed_names(text)]
    every = [name for name in names if name not in place.names]
    new = list(dict.fromkeys(every))
    if not new:
        raise EmptyText(field="name")
    if len(new) > place.unnamed:
        raise NotEnoughPlaces(wanted=len(new), free=place.unnamed)
    draft = await drafting.advance(desk.tx, draft, desk.now, names=new, every=every)
    return NamesTyped(tuple(new), place, shift, draft.revision, tuple(every))


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
    await check_clash(desk, person, shift)
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
    """A day before names are due, captains hear that some are missing; for how many groups, at most `limit`."""
    done = 0
    for group in await group_places.unnamed(tx, now=now, until=now + 30 * DAY):
        hours = (await settings_of(tx, group.station_id)).group_names_hours
        due = names_reminder_at(group.starts_at, hours) <= now < names_until(group.starts_at, hours)
        if done < limit and due and await occurrences.claim(tx, f"group_names:{group.id}/{group.revision}", now):
            done += 1
            await remind_captains(tx, group, now, until=names_until(group.starts_at, hours))
    return done


async def next_names(tx: Tx, now: int) -> list[tuple[int, str]]:
    """When captains will be reminded, later than now, and about which shift."""
    found = []
    for group in await group_places.unnamed(tx, now=now, until=now + 30 * DAY):
        hours = (await settings_of(tx, group.station_id)).group_names_hours
        found.append((names_reminder_at(group.starts_at, hours), subject(group.shift_id)))
    return [(at, about) for at, about in found if at > now]


async def remind_captains(tx: Tx, group: Unnamed, now: int, *, until: int) -> None:
    for captain in await group_places.captains_of(tx, group.team_id) or [group.created_by]:
        await tell(
            tx,
            notices.GroupNames(group.id, group.revision),
            captain,
            key=f"group_names:{group.id}/{group.revision}:person:{captain}",
            subject=subject(group.shift_id),
            now=now,
            until=until,
        )
