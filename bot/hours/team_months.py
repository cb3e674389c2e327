"""Running sums per station, team and month, kept in the transaction that books a record; `check` compares them."""

from bot.hours.rules import ServiceRecord
from bot.store.transaction import Tx

NO_TEAM = 0


async def book(tx: Tx, record: ServiceRecord, *, month: str) -> None:
    """Adds a verified record (a reversing one subtracts by its own sign)."""
    await tx.change(
        "add_to_team_month",
        station_id=record.entry.station_id,
        team_id=record.entry.team_id or NO_TEAM,
        month=month,
        kind=record.entry.kind,
        nature=record.entry.nature.value,
        minutes=record.minutes_of_all,
        attendances=record.attendances,
    )


async def is_closed(tx: Tx, station_id: int, month: str) -> bool:
    """By the station itself, or by one above: a station founded later cannot change a report that is out."""
    return await tx.value("month_is_closed", station_id=station_id, month=month) is not None
