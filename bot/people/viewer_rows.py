"""Who sent an update, as of this transaction. Nobody is inserted here: a stranger is a person with id 0."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.ground.viewer import Grant, Membership, Person, Role, known_language
from bot.store.transaction import Row, Tx

STRANGER = Person(0, None, "new", "", None, "", None, None, None, None, None)
PERSON = (
    "id", "telegram_id", "state", "name", "language", "client_language",
    "age_band", "age_band_at", "home_team_id", "managed_by_id", "unreachable_at",
)  # fmt: skip


@dataclass(slots=True)
class Roles:
    """Of every person in question, by person id; and the zones of stations, by path."""

    grants: dict[int, list[Grant]] = field(default_factory=lambda: defaultdict(list))
    memberships: dict[int, list[Membership]] = field(default_factory=lambda: defaultdict(list))
    zones: dict[str, str] = field(default_factory=dict)


def person_of(row: Row) -> Person:
    """The person joined to an update, or a stranger."""
    if row["id"] is None:
        return STRANGER
    said = {name: row[name] for name in PERSON}
    return Person(**{**said, "language": known_language(said["language"])})


def roles_of(rows: Iterable[Row]) -> Roles:
    found = Roles()
    for row in rows:
        if row["what"] == "zone":
            found.zones[row["path"]] = row["value"]
        elif row["what"] == "grant":
            grant = Grant(Role(row["value"]), row["station_id"], row["path"])
            found.grants[row["person_id"]].append(grant)
        else:
            member = Membership(row["team_id"], row["station_id"], row["path"], bool(row["captain"]))
            found.memberships[row["person_id"]].append(member)
    return found


def zone_of(zones: Mapping[str, str], path: str | None, default: str) -> str:
    """The zone set nearest above ``path``; without one the root station's."""
    if not zones:
        return default
    at = path or min(zones, key=len)
    above = [one for one in zones if at.startswith(one)]
    return zones[max(above, key=len)] if above else default


async def zones_of_stations(tx: Tx) -> dict[str, str]:
    return {row["path"]: row["zone"] for row in await tx.rows("zones_of_stations")}


async def mark_unreachable(tx: Tx, telegram_id: int, now: int) -> bool:
    return await tx.change("mark_unreachable", telegram_id=telegram_id, now=now) > 0


async def mark_reachable(tx: Tx, telegram_id: int) -> None:
    await tx.change("mark_reachable", telegram_id=telegram_id)


async def strike(tx: Tx, telegram_id: int, now: int) -> bool:
    """True when this was the third over three days, and the person is unreachable from now on."""
    await tx.change("strike", telegram_id=telegram_id, now=now)
    return await tx.change("third_strike", telegram_id=telegram_id, now=now) > 0


async def forgive_strikes(tx: Tx, telegram_ids: Sequence[int]) -> None:
    await tx.change_many("forgive_strikes", [{"telegram_id": one} for one in telegram_ids])


async def follow_client_language(tx: Tx, person_id: int, client_language: str) -> None:
    await tx.change("follow_client_language", id=person_id, client_language=client_language)


async def move_team_chat(tx: Tx, from_id: int, to_id: int) -> None:
    await tx.change("team_chat_moved", from_id=from_id, to_id=to_id)


async def forget_team_chat(tx: Tx, chat_id: int) -> None:
    await tx.change("team_chat_gone", chat_id=chat_id)


async def memberships_of(tx: Tx, person_id: int) -> list[Membership]:
    """What a viewer acts by, in the order of `teams_of`."""
    rows = await tx.rows("memberships_of_person", person_id=person_id)
    return [Membership(row["team_id"], row["station_id"], row["path"], bool(row["captain"])) for row in rows]
