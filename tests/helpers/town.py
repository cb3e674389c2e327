"""A small town to test in: a city station, two street stations, three teams and their people."""

from dataclasses import dataclass, field

from bot.ground.times import DAY, HOUR
from bot.ground.viewer import Language, Role, Viewer
from bot.people import role_rows as grants
from bot.people import rows as people
from bot.people import viewer_rows
from bot.stations import rows as stations
from bot.store.transaction import Tx
from bot.teams import rows as teams
from tests.helpers.neighbours import move_in

NOW = 1_795_312_800  # Sunday 22 November 2026, 10:00 in Shanghai
ZONE = "Asia/Shanghai"


@dataclass(slots=True)
class Town:
    """Ids by name: ``town.people["anna"]``."""

    tx: Tx
    language: str = "en"  # of everybody's client
    stations: dict[str, int] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    teams: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)

    async def station(
        self, name: str, parent: str | None = None, *, level: str = "street", preset: str | None = None
    ) -> int:
        made = await stations.add_station(
            self.tx,
            parent=await stations.station(self.tx, self.stations[parent]) if parent else None,
            level=level,
            name=name,
            zone=None if parent else ZONE,
            preset=preset,
            now=NOW,
        )
        self.stations[name], self.paths[name] = made.id, made.path
        return made.id

    async def person(
        self,
        name: str,
        *,
        language: str | None = None,
        age_band: str | None = "adult",
        state: str = "active",
        team: str | None = None,
        managed_by: str | None = None,
    ) -> int:
        self.people[name] = await people.add_person(
            self.tx,
            telegram_id=None if state == "managed" else 5_000_000_000 + len(self.people),
            state=state,
            name=name.capitalize(),
            language=None,
            client_language=language or self.language,
            age_band=age_band,
            consent_at=NOW,
            home_team_id=self.teams[team] if team else None,
            managed_by_id=self.people[managed_by] if managed_by else None,
            now=NOW,
        )
        return self.people[name]

    async def team(
        self, name: str, station: str, *, kind: str = "service", open: bool = True, lead: str | None = None
    ) -> int:
        self.teams[name] = await teams.add_team(
            self.tx,
            station_id=self.stations[station],
            name=name,
            kind=kind,
            open=open,
            lead_id=self.people[lead] if lead else None,
            now=NOW,
        )
        return self.teams[name]

    async def joins(self, person: str, team: str, *, captain: bool = False) -> None:
        await teams.add_membership(
            self.tx, team_id=self.teams[team], person_id=self.people[person], captain=captain, now=NOW
        )

    async def grants(self, person: str, role: str, station: str) -> None:
        await grants.add_grant(
            self.tx,
            person_id=self.people[person],
            role=Role(role),
            station_id=self.stations[station],
            granted_by=None,
            now=NOW,
        )

    async def viewer(self, name: str, *, language: Language = "en", zone: str = ZONE) -> Viewer:
        """This person as of now, with roles and teams."""
        return await viewer_of(self.tx, self.people[name], language=language, zone=zone)


async def viewer_of(tx: Tx, person_id: int, *, language: Language = "en", zone: str = ZONE) -> Viewer:
    person = await people.person(tx, person_id)
    return Viewer(
        person=person,
        telegram_id=person.telegram_id or 0,
        language=language,
        zone=zone,
        grants=tuple(await grants.grants_of(tx, person_id)),
        memberships=tuple(await viewer_rows.memberships_of(tx, person_id)),
    )


async def build_town(tx: Tx, language: str = "en") -> Town:
    """City with the streets Futian and Nanshan; teams first, second (Futian), and company (a group team, Nanshan)."""
    town = Town(tx, language)
    await town.station("city", level="city", preset="mainland")
    await town.station("futian", "city")
    await town.station("nanshan", "city")
    for staff in ("olga", "chan", "li", "wu"):
        await town.person(staff)
    await town.team("first", "futian", lead="chan")
    await town.team("second", "futian", lead="chan")
    await town.team("company", "nanshan", kind="group", lead="li")
    await town.grants("wu", "administrator", "city")
    await town.grants("olga", "coordinator", "city")
    await town.grants("chan", "social_worker", "futian")
    await town.grants("li", "social_worker", "nanshan")
    for volunteer, team in (
        ("anna", "first"),
        ("ben", "first"),
        ("cora", "first"),
        ("dan", "second"),
        ("eve", "second"),
        ("fay", "company"),
    ):
        await town.person(volunteer, team=team)
        await town.joins(volunteer, team)
    await town.person("carl", team="first")  # captain of the first team
    await town.joins("carl", "first", captain=True)
    await town.person("gran", state="managed", team="first", managed_by="carl")
    await town.joins("gran", "first")
    await move_in(tx, NOW, NOW + 13 * DAY - HOUR)
    return town
