"""Running sums per station, team and month, kept in the transaction that books a record; `check` compares them."""

from bot.hours.rules import ServiceRecord
from bot.store.asking import sql
from bot.store.transaction import Tx, Value

NO_TEAM = 0


@sql("""
INSERT INTO team_month (station_id, team_id, month, kind, nature, minutes, attendances)
VALUES (:station_id, :team_id, :month, :kind, :nature, :minutes, :attendances)
ON CONFLICT (station_id, team_id, month, kind, nature) DO UPDATE
SET minutes = team_month.minutes + excluded.minutes, attendances = team_month.attendances + excluded.attendances
""")
async def add_to_team_month(tx: Tx, /, **values: Value) -> int:
    """The running sums of a station and team ('0' is no team), in the transaction that books a record."""


async def book(tx: Tx, record: ServiceRecord, *, month: str) -> None:
    """Adds a verified record (a reversing one subtracts by its own sign)."""
    await add_to_team_month(
        tx,
        station_id=record.entry.station_id,
        team_id=record.entry.team_id or NO_TEAM,
        month=month,
        kind=record.entry.kind,
        nature=record.entry.nature.value,
        minutes=record.minutes_of_all,
        attendances=record.attendances,
    )


@sql("""
WITH RECURSIVE up(id, parent_id) AS (
  SELECT id, parent_id FROM station WHERE id = :station_id
  UNION ALL SELECT above.id, above.parent_id FROM up JOIN station AS above ON above.id = up.parent_id)
SELECT t.month FROM up JOIN tally t ON t.station_id = up.id AND t.month = :month LIMIT 1
""")
async def is_closed(tx: Tx, station_id: int, month: str) -> bool:
    """Whether the month has a tally, of the station itself or of one above: a station founded later cannot change a
    report that is out.
    """
