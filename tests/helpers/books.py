"""Records to test with: two and a half hours of Anna's at a care home, on Saturday 5 December, 9:00 in Shanghai."""

from typing import Any

from bot.desk import Seated
from bot.ground.frozen import replace
from bot.ground.times import DAY, HOUR
from bot.hours.crediting import enter_record, verify_record
from bot.hours.rules import Entry, ServiceRecord, Source
from bot.reports.integrity import rows as reports_integrity_rows
from bot.store.transaction import Tx
from tests.helpers import neighbours
from tests.helpers.offers import START
from tests.helpers.town import NOW, Town

LATER = NOW + 20 * DAY  # Saturday 12 December 2026, 10:00


def entry(town: Town, who: str | None = "anna", *, starts_at: int = START, hours: float = 2.5, **other: Any) -> Entry:
    made = Entry(
        person_id=town.people[who] if who else None,
        station_id=town.stations["futian"],
        team_id=town.teams["first"],
        starts_at=starts_at,
        ends_at=starts_at + int(hours * HOUR),
        minutes=int(hours * 60),
        kind="elderly",
        source=Source.SELF_REPORT,
    )
    return replace(made, **other)


async def entered(town: Town, who: str | None = "anna", *, now: int = LATER, **other: Any) -> ServiceRecord:
    made = entry(town, who, **other)
    return await enter_record(town.tx, now, made, entered_by=made.person_id or town.people["chan"])


async def verified(
    town: Town, who: str | None = "anna", *, by: str = "chan", now: int = LATER, reason: str = "", **other: Any
) -> ServiceRecord:
    """Entered and verified."""
    record = await entered(town, who, now=now, **other)
    return await verify_record(Seated(town.tx, await town.viewer(by), now), record_id=record.id, reason=reason)


async def sums(tx: Tx) -> dict[tuple[int, str], tuple[int, int]]:
    """Minutes and attendances by team and month, as kept; without the neighbours'."""
    rows = await tx.rows(reports_integrity_rows.all_team_months.statement)
    next_door = await neighbours.station_ids(tx)
    found: dict[tuple[int, str], tuple[int, int]] = {}
    for row in rows:
        if row["station_id"] in next_door:
            continue
        key = (row["team_id"], row["month"])
        minutes, attendances = found.get(key, (0, 0))
        found[key] = (minutes + row["minutes"], attendances + row["attendances"])
    return {key: value for key, value in found.items() if value != (0, 0)}
