"""Who sent an update, as of this transaction. Nobody is inserted here: a stranger is a person with id 0."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.ground.viewer import Grant, Membership, Person, Role, known_language
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value

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


@sql("SELECT path, zone FROM station WHERE zone IS NOT NULL")
async def zones_of_stations(tx: Tx) -> dict[str, str]:
    """Stations that set a zone, with their way down the tree."""


@sql("UPDATE person SET unreachable_at = :now WHERE telegram_id = :telegram_id AND unreachable_at IS NULL")
async def mark_unreachable(tx: Tx, telegram_id: int, now: int) -> bool:
    """Telegram said that nothing can be delivered to this person. Sign-ups stay."""


@sql("""
UPDATE person SET unreachable_at = NULL, strikes = 0, first_strike_at = NULL WHERE telegram_id = :telegram_id
""")
async def mark_reachable(tx: Tx, telegram_id: int) -> None:
    """The person wrote or unblocked the bot."""


@sql("""
UPDATE person SET strikes = strikes + 1, first_strike_at = coalesce(first_strike_at, :now)
WHERE telegram_id = :telegram_id AND unreachable_at IS NULL
  AND (strikes = 0 OR first_strike_at + strikes * 129600 <= :now)
""")
async def strike_statement(tx: Tx, *, now: int, telegram_id: int) -> int:
    """A refusal that is no proof; the second counts after 36 hours, the third after 72."""


@sql("""
UPDATE person SET unreachable_at = :now WHERE telegram_id = :telegram_id AND unreachable_at IS NULL AND strikes >= 3
""")
async def third_strike(tx: Tx, *, now: int, telegram_id: int) -> int:
    """Three refusals over three days are proof enough."""


async def strike(tx: Tx, telegram_id: int, now: int) -> bool:
    """True when this was the third over three days, and the person is unreachable from now on."""
    await strike_statement(tx, telegram_id=telegram_id, now=now)
    return await third_strike(tx, telegram_id=telegram_id, now=now) > 0


@sql("""
UPDATE person SET strikes = 0, first_strike_at = NULL WHERE telegram_id = :telegram_id AND strikes > 0
""")
async def forgive_strikes_statement(tx: Tx, *, telegram_id: Value) -> None:
    """Something was delivered after all."""


async def forgive_strikes(tx: Tx, telegram_ids: Sequence[int]) -> None:
    await forgive_strikes_statement.many(tx, [{"telegram_id": one} for one in telegram_ids])


@sql("UPDATE person SET client_language = :client_language WHERE id = :person_id AND state = 'active'")
async def follow_client_language(tx: Tx, person_id: int, client_language: str) -> None:
    """An active person's app now speaks another language."""


@sql("UPDATE team SET chat_id = :to_id WHERE chat_id = :from_id")
async def move_team_chat(tx: Tx, from_id: int, to_id: int) -> None:
    """A group became a supergroup."""


@sql("UPDATE team SET chat_id = NULL WHERE chat_id = :chat_id")
async def forget_team_chat(tx: Tx, chat_id: int) -> None:
    """The bot was put out of a team's group."""


@sql("""
SELECT membership.team_id, team.station_id, station.path, membership.captain
FROM membership
JOIN team ON team.id = membership.team_id
JOIN station ON station.id = team.station_id
WHERE membership.person_id = :person_id AND membership.left_at IS NULL AND team.closed_at IS NULL
ORDER BY membership.joined_at, membership.id
""")
async def memberships_of_person(tx: Tx, *, person_id: int) -> list[Row]:
    """The living teams a person is in, with what a viewer's ``Membership`` says of each."""


async def memberships_of(tx: Tx, person_id: int) -> list[Membership]:
    """What a viewer acts by, in the order of `teams_of`."""
    rows = await memberships_of_person(tx, person_id=person_id)
    return [Membership(row["team_id"], row["station_id"], row["path"], bool(row["captain"])) for row in rows]
