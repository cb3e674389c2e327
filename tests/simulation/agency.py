"""A seeded agency of three languages: a head station, one below it in each, teams, staff, captains, volunteers.

It is put into the books before the play begins; whatever comes after that, people do by pressing what they see.
"""

from dataclasses import dataclass, field

from bot.ground.viewer import Role
from bot.people import menus
from bot.people import role_rows as grants
from bot.people import rows as people
from bot.stations import rows as stations
from bot.stations.rules import Station
from bot.store.transaction import Tx
from bot.teams import rows as teams
from tests.simulation.agency_words import TONGUES, Tongue

FIRST_ID = 5_300_000_001
LONG_AGO = 100 * 86400


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody as the play begins. `role`: administrator, coordinator, lead, captain or volunteer."""

    name: str
    role: str
    language: str
    telegram_id: int
    team: str = ""


@dataclass(slots=True)
class Agency:
    now: int
    members: list[Member] = field(default_factory=list)
    teams: dict[str, int] = field(default_factory=dict)
    typed: set[str] = field(default_factory=set)  # names and words that people typed: they stay as they are
    next_id: int = FIRST_ID

    def take_id(self) -> int:
        self.next_id += 1
        return self.next_id - 1


async def found(tx: Tx, now: int, many: int) -> Agency:
    """An agency of about so many people with Telegram."""
    agency = Agency(now)
    begun = now - LONG_AGO
    city = await stations.add_station(
        tx, parent=None, level="city", name="总站", zone="Asia/Shanghai", preset="mainland", now=begun
    )
    agency.typed.add("总站")
    await add_staff(tx, agency, "王慧", Role.COORDINATOR, city.id, "zh_Hans")
    await add_staff(tx, agency, "高健", Role.ADMINISTRATOR, city.id, "zh_Hans")
    for index, language in enumerate(TONGUES):
        await found_street(tx, agency, city, language, (many - 2 + 2 - index) // 3)
    return agency


async def found_street(tx: Tx, agency: Agency, city: Station, language: str, many: int) -> None:
    """A station with a lead, a captain and volunteers in its team, some without Telegram, and a partner's team."""
    tongue, begun = TONGUES[language], agency.now - LONG_AGO
    street = await stations.add_station(
        tx, parent=city, level="street", name=tongue.station, zone=tongue.zone, preset=tongue.preset, now=begun
    )
    agency.typed |= {tongue.station, *tongue.teams, *tongue.names, *tongue.newcomers, *tongue.managed}
    lead = await add_staff(tx, agency, tongue.names[0], Role.SOCIAL_WORKER, street.id, language)
    for name, kind in zip(tongue.teams, ("service", "group"), strict=True):
        agency.teams[name] = await teams.add_team(
            tx, station_id=street.id, name=name, kind=kind, open=kind == "service", lead_id=lead, now=begun
        )
    captain = await add_member(tx, agency, tongue.names[1], language, tongue, captain=True)
    await teams.add_membership(tx, team_id=agency.teams[tongue.teams[1]], person_id=captain, captain=True, now=begun)
    for name in tongue.names[2 : max(3, many)]:
        await add_member(tx, agency, name, language, tongue)
    for name in tongue.managed:
        await add_managed(tx, agency, name, tongue, captain)


async def add_person(tx: Tx, agency: Agency, name: str, language: str, telegram_id: int | None, **facts: int) -> int:
    return await people.add_person(
        tx,
        telegram_id=telegram_id,
        state="managed" if telegram_id is None else "active",
        name=name,
        language=None,
        client_language=TONGUES[language].client,
        age_band="60_up" if telegram_id is None else "adult",
        consent_at=agency.now - LONG_AGO,
        now=agency.now - LONG_AGO,
        **facts,
    )


async def add_staff(tx: Tx, agency: Agency, name: str, role: Role, station_id: int, language: str) -> int:
    member = Member(name, "lead" if role is Role.SOCIAL_WORKER else role.value, language, agency.take_id())
    agency.members.append(member)
    agency.typed.add(name)
    person = await add_person(tx, agency, name, language, member.telegram_id)
    await grants.add_grant(
        tx, person_id=person, role=role, station_id=station_id, granted_by=None, now=agency.now - LONG_AGO
    )
    await menus.refresh(tx, person, agency.now)
    return person


async def add_member(tx: Tx, agency: Agency, name: str, language: str, tongue: Tongue, *, captain: bool = False) -> int:
    team = tongue.teams[0]
    member = Member(name, "captain" if captain else "volunteer", language, agency.take_id(), team)
    agency.members.append(member)
    person = await add_person(tx, agency, name, language, member.telegram_id, home_team_id=agency.teams[team])
    await teams.add_membership(
        tx, team_id=agency.teams[team], person_id=person, captain=captain, now=agency.now - LONG_AGO
    )
    await menus.refresh(tx, person, agency.now)
    return person


async def add_managed(tx: Tx, agency: Agency, name: str, tongue: Tongue, captain: int) -> None:
    team = agency.teams[tongue.teams[0]]
    person = await add_person(tx, agency, name, "en", None, home_team_id=team, managed_by_id=captain)
    await teams.add_membership(tx, team_id=team, person_id=person, captain=False, now=agency.now - LONG_AGO)
