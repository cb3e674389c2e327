"""Many people with many records at once, for trying the product out at the size of a district. Only into new teams."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.frozen import Frozen
from bot.storage.transaction import Tx, Value


class Member(Frozen):
    id: int
    team_id: int
    station_id: int


class Served(Frozen):
    """One verified record; ``verified_by`` is never the member. Minutes, and an instant in seconds since 1970."""

    member: Member
    day: date
    starts_at: int
    minutes: int
    kind: str
    verified_by: int


async def add_people(tx: Tx, names: Sequence[tuple[str, int]], language: str, now: int) -> list[Member]:
    """Names with the teams they belong to."""
    after = await tx.value("newest_person")
    rows: list[Mapping[str, Value]] = [
        {"name": name, "team_id": team_id, "client_language": language, "now": now} for name, team_id in names
    ]
    await tx.change_many("add_crowd_person", rows)
    members = [Member(**row) for row in await tx.rows("crowd_of", after=after)]
    joined: list[Mapping[str, Value]] = [
        {"team_id": one.team_id, "person_id": one.id, "captain": 0, "now": now} for one in members
    ]
    await tx.change_many("add_membership", joined)
    return members


async def newest_record(tx: Tx) -> int:
    id: int = await tx.value("newest_record")
    return id


async def add_records(tx: Tx, served: Sequence[Served]) -> None:
    """Without their sums: ``add_sums`` follows when all are there."""
    await tx.change_many("add_service_record", [row_of(one) for one in served])


def row_of(one: Served) -> dict[str, Value]:
    ends_at = one.starts_at + one.minutes * 60
    return {
        "person_id": one.member.id, "team_id": one.member.team_id, "station_id": one.member.station_id,
        "activity_id": None, "shift_id": None, "kind": one.kind, "nature": "service", "day": one.day.isoformat(),
        "month": f"{one.day:%Y-%m}", "starts_at": one.starts_at, "ends_at": ends_at, "minutes": one.minutes,
        "heads": 1, "state": "verified", "source": "roll_call", "note": "", "why": "[]", "flags": "",
        "entered_by": one.verified_by, "entered_at": ends_at, "verified_by": one.verified_by, "verified_at": ends_at,
        "verified_reason": None, "reverses_id": None, "replaces_id": None,
    }  # fmt: skip


async def add_sums(tx: Tx, after: int) -> None:
    """Of every record later than ``after``."""
    await tx.change("add_sums_of_crowd", after=after)
