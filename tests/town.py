"""A small town to test in: a city station, two street stations, three teams and their people."""

from dataclasses import dataclass, field

from bot.storage.transaction import Tx

NOW = 1_795_312_800  # Sunday 22 November 2026, 10:00 in Shanghai
ZONE = "Asia/Shanghai"


@dataclass(slots=True)
class Town:
    """Ids by name: ``town.people["anna"]``."""

    tx: Tx
    stations: dict[str, int] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    teams: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)

    async def station(
        self, name: str, parent: str | None = None, *, level: str = "street", preset: str | None = None
    ) -> int:
        above = self.stations[parent] if parent else None
        id: int = await self.tx.value(
            "add_station",
            parent_id=above,
            path=f"new:{name}",
            level=level,
            name=name,
            zone=ZONE,
            preset=preset,
            now=NOW,
        )
        path = f"{self.paths[parent] if parent else '/'}{id}/"
        await self.tx.change("place_station", id=id, path=path)
        self.stations[name], self.paths[name] = id, path
        return id

    async def person(
        self,
        name: str,
        *,
        language: str = "en",
        age_band: str | None = "adult",
        state: str = "active",
        team: str | None = None,
        managed_by: str | None = None,
    ) -> int:
        id: int = await self.tx.value(
            "add_person",
            telegram_id=None if state == "managed" else 5_000_000_000 + len(self.people),
            state=state,
            name=name.capitalize(),
            language=language,
            client_language=language,
            age_band=age_band,
            age_band_at=NOW,
            consent_at=NOW,
            home_team_id=self.teams[team] if team else None,
            managed_by_id=self.people[managed_by] if managed_by else None,
            now=NOW,
        )
        self.people[name] = id
        return id

    async def team(
        self, name: str, station: str, *, kind: str = "service", open: bool = True, lead: str | None = None
    ) -> int:
        id: int = await self.tx.value(
            "add_team", station_id=self.stations[station], name=name, kind=kind, open=int(open),
            lead_id=self.people[lead] if lead else None, now=NOW,
        )  # fmt: skip
        self.teams[name] = id
        return id

    async def joins(self, person: str, team: str, *, captain: bool = False) -> None:
        await self.tx.change(
            "add_membership", team_id=self.teams[team], person_id=self.people[person], captain=int(captain), now=NOW
        )

    async def grants(self, person: str, role: str, station: str) -> None:
        await self.tx.change(
            "add_grant",
            person_id=self.people[person],
            role=role,
            station_id=self.stations[station],
            granted_by=None,
            now=NOW,
        )


async def build_town(tx: Tx) -> Town:
    """City with the streets Futian and Nanshan; teams first, second (Futian), and company (a group team, Nanshan)."""
    town = Town(tx)
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
    return town
