"""Fills an empty database with the agency of ``cast.py``. The past goes into the books by the same door as ever."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bot.activities import looking_rows
from bot.activities import rows as activities
from bot.activities.rules import ActivityFacts, Audience, Shift, ShiftFacts
from bot.demo.cast import FIRST_ID, Cast, Offer
from bot.desk import Seated
from bot.ground.refusals import NotFound
from bot.ground.times import first_valid, local_day, zone_named
from bot.ground.viewer import Grant, Role, Viewer, reading_language
from bot.hours import crediting
from bot.hours.rules import Entry, Source, Why
from bot.members.profile_rows import set_home_team
from bot.people import menus
from bot.people import role_rows as grants
from bot.people import rows as people
from bot.roll_call import rows as attendance
from bot.sign_ups import rows as sign_ups
from bot.sign_ups import waiting_line_rows
from bot.sign_ups.rules import SignUpState
from bot.stations import rows as stations
from bot.stations.settings import WORDS
from bot.store.transaction import Tx
from bot.teams import rows as teams

QUARTER = 900
AFTER = 1800  # the lead finishes the roll-call half an hour after the end


@dataclass(slots=True)
class Seeding:
    """Ids by part, as they come to be."""

    tx: Tx
    cast: Cast
    now: int
    people: dict[str, int] = field(default_factory=dict)
    teams: dict[str, int] = field(default_factory=dict)
    stations: dict[str, int] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)


async def seed(tx: Tx, cast: Cast, language: str, now: int) -> Seeding:
    """Everybody but the newcomer, who is not in the database yet."""
    made = Seeding(tx, cast, now)
    await build_tree(made)
    await settle_people(made, language)
    await build_teams(made)
    await grant_roles(made)
    await say_who_we_are(made)
    for offer in cast.past:
        await serve(made, offer)
    for offer in cast.coming:
        await announce(made, offer)
    await give_menus(made)
    return made


def is_managed(part: str) -> bool:
    return part.startswith("managed")


async def build_tree(made: Seeding) -> None:
    cast, begun = made.cast, made.now - 400 * 86400
    city = await stations.add_station(
        made.tx, parent=None, level="city", name=cast.city, zone=cast.zone, preset=cast.preset, now=begun
    )
    made.stations["city"], made.paths["city"] = city.id, city.path
    for key, name in zip(("one", "two"), cast.stations, strict=True):
        street = await stations.add_station(
            made.tx, parent=city, level="street", name=name, zone=None, preset=None, now=begun
        )
        made.stations[key], made.paths[key] = street.id, street.path


async def settle_people(made: Seeding, language: str) -> None:
    begun = made.now - 200 * 86400
    for index, actor in enumerate(made.cast.actors):
        if actor.part == "newcomer":
            continue
        managed = is_managed(actor.part)
        made.people[actor.part] = await people.add_person(
            made.tx,
            now=begun,
            state="managed" if managed else "active",
            name=actor.name,
            telegram_id=None if managed else FIRST_ID + index,
            client_language=language,
            age_band="60_up" if managed else "adult",
            consent_at=None if managed else begun,
            managed_by_id=made.people["captain"] if managed else None,
        )


async def build_teams(made: Seeding) -> None:
    begun = made.now - 150 * 86400
    for key, station, kind, lead in (
        ("first", "one", "service", "worker"),
        ("second", "two", "service", "worker_two"),
        ("company", "one", "group", "worker"),
    ):
        made.teams[key] = await teams.add_team(
            made.tx,
            station_id=made.stations[station],
            name=getattr(made.cast, key),
            kind=kind,
            open=kind == "service",
            lead_id=made.people[lead],
            now=begun,
        )
    for actor in made.cast.actors:
        if actor.team:
            await join(made, actor.part, actor.team, begun)


async def join(made: Seeding, part: str, team: str, at: int) -> None:
    person_id, team_id = made.people[part], made.teams[team]
    await teams.add_membership(
        made.tx, team_id=team_id, person_id=person_id, now=at, captain=part.startswith("captain")
    )
    await set_home_team(made.tx, person_id, team_id)


async def say_who_we_are(made: Seeding) -> None:
    for key, value in zip(WORDS, made.cast.agency, strict=True):
        await stations.set_setting(
            made.tx,
            station_id=made.stations["city"],
            key=key,
            value=value,
            set_by=made.people["administrator"],
            now=made.now - 150 * 86400,
        )


async def grant_roles(made: Seeding) -> None:
    for part, role, station in (
        ("administrator", Role.ADMINISTRATOR, "city"),
        ("coordinator", Role.COORDINATOR, "city"),
        ("worker", Role.SOCIAL_WORKER, "one"),
        ("worker_two", Role.SOCIAL_WORKER, "two"),
    ):
        await grants.add_grant(
            made.tx,
            person_id=made.people[part],
            role=role,
            station_id=made.stations[station],
            granted_by=None,
            now=made.now - 190 * 86400,
        )


async def give_menus(made: Seeding) -> None:
    """The lists of commands, as everybody gets them who joins or is given a role."""
    for part, person_id in made.people.items():
        if not is_managed(part):
            await menus.refresh(made.tx, person_id, made.now)


async def announce(made: Seeding, offer: Offer) -> Shift:
    """Posted, with those signed up who are named."""
    starts_at, ends_at = times(made, offer)
    posted_at = min(made.now, starts_at - 10 * 86400)
    activity_id = await activities.add_activity(made.tx, facts(made, offer), posted_at)
    shift_id = await activities.add_shift(
        made.tx,
        activity_id,
        ShiftFacts(starts_at=starts_at, ends_at=ends_at, meet_at=starts_at - QUARTER, capacity=offer.capacity),
    )
    for part in offer.who:
        await waiting_line_rows.claim_seats(made.tx, shift_id)
        person_id = made.people[part]
        await sign_ups.add(
            made.tx,
            shift_id=shift_id,
            person_id=person_id,
            state=SignUpState.CONFIRMED,
            by=person_id,
            now=posted_at + 3600,
        )
    shift = await activities.get_shift(made.tx, shift_id)
    if shift is None:
        raise NotFound
    return shift


def times(made: Seeding, offer: Offer) -> tuple[int, int]:
    zone = zone_named(made.cast.zone)
    day = local_day(zone, made.now) + timedelta(days=offer.day)
    return first_valid(zone, day, offer.start), first_valid(zone, day, offer.end)


def facts(made: Seeding, offer: Offer) -> ActivityFacts:
    lead = next(actor.name for actor in made.cast.actors if actor.part == offer.lead)
    return ActivityFacts(
        station_id=made.stations["two" if offer.team == "second" else "one"],
        team_id=made.teams[offer.team],
        lead_id=made.people[offer.lead],
        title=offer.title,
        kind=offer.kind,
        place=offer.place,
        meet_place=offer.place,
        contact=lead,
        outdoor=offer.outdoor,
        risk=offer.risk,
        audience=Audience.EVERYONE,
        bring=offer.bring,
        clothing=offer.clothing,
    )


async def serve(made: Seeding, offer: Offer) -> None:
    """Announced, attended, rolled and verified, as it would have been at the time."""
    shift = await announce(made, offer)
    closed_at = shift.ends_at + AFTER
    lead_id = made.people[offer.lead]
    for part in offer.who:
        await attendance.record_served(
            made.tx, shift_id=shift.id, person_id=made.people[part], by=lead_id, at=closed_at
        )
    await attendance.record_closed(
        made.tx, shift_id=shift.id, by=lead_id, at=closed_at, beneficiaries=offer.helped or None
    )
    await looking_rows.roll_finished(made.tx, shift.id)
    await crediting.credit_roll_call(
        Seated(made.tx, await as_viewer(made, offer.lead), closed_at),
        shift_id=shift.id,
        entries=entries(made, offer, shift),
    )


def entries(made: Seeding, offer: Offer, shift: Shift) -> Sequence[Entry]:
    minutes = shift.span.minutes
    return [
        Entry(
            person_id=made.people[part],
            station_id=shift.station_id,
            starts_at=shift.starts_at,
            ends_at=shift.ends_at,
            minutes=minutes,
            kind=offer.kind,
            source=Source.ROLL_CALL,
            team_id=shift.team_id,
            activity_id=shift.activity_id,
            shift_id=shift.id,
            why=(Why("planned", minutes),),
        )
        for part in offer.who
    ]


async def as_viewer(made: Seeding, part: str) -> Viewer:
    person = await people.person(made.tx, made.people[part])
    held: tuple[Grant, ...] = tuple(await grants.grants_of(made.tx, person.id))
    return Viewer(person, person.telegram_id or 0, reading_language(person.client_language), made.cast.zone, held)
