"""Lines of the books and closed months against what the chain of notes says of them."""

import json

from bot.hours.noted import rows as noted
from bot.reports.closing_rows import CLOSED, print_of_month
from bot.reports.rules import Fault
from bot.store.asking import sql
from bot.store.transaction import Row, Tx


async def unfit_line(tx: Tx) -> Fault | None:
    """Every line that was booked is as it was booked, and none is there that nobody booked."""
    found = await noted.first_unfit(tx)
    return Fault(found[0], f"record:{found[1]}") if found else None


@sql(f"SELECT id, subject, facts FROM audit WHERE act = '{CLOSED}' AND id > :after ORDER BY id LIMIT 1000")  # noqa: S608  # a word of ours
async def noted_closings(tx: Tx, *, after: int) -> list[Row]:
    """A page of the closings that were noted, in order."""


async def changed_closing(tx: Tx) -> Fault | None:
    """Every month that was closed says what it said then."""
    after = 0
    while page := await noted_closings(tx, after=after):
        for row in page:
            facts, station_id = json.loads(row["facts"]), int(row["subject"].removeprefix("station:"))
            if facts["line"] != await print_of_month(tx, station_id, facts["month"]):
                return Fault("closing_changed", f"{row['subject']} {facts['month']}")
            after = row["id"]
    return None
