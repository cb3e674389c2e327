"""Looks for what no constraint can see: sums that do not add up, places that nobody holds, dangling references."""

import json
from collections import Counter
from collections.abc import Sequence

from bot.reports.faults import Fault
from bot.reports.rules import from_json
from bot.reports.tallies import WHOLE
from bot.store import audit
from bot.store.transaction import Row, Tx

Key = tuple[int, int, str, str, str]


async def broken_reference(tx: Tx) -> Fault | None:
    row = await tx.row("broken_reference")
    return Fault("reference", row["place"], found=row["n"]) if row else None


async def overbooked(tx: Tx) -> Fault | None:
    """Taken places are those of confirmed and offered people and of groups, and never more than there are."""
    row = await tx.row("overbooked_shifts")
    if row is None:
        return None
    expected = row["held"] if row["taken"] != row["held"] else row["capacity"]
    return Fault("capacity", f"shift:{row['id']}", found=row["taken"], expected=expected)


async def overlapping(tx: Tx) -> Fault | None:
    row = await tx.row("overlapping_records")
    return Fault("overlap", f"record:{row['id']}", found=row["other_id"]) if row else None


async def unbalanced(tx: Tx) -> Fault | None:
    row = await tx.row("unbalanced_corrections")
    return Fault("correction", f"record:{row['id']}") if row else None


async def wrong_sum(tx: Tx) -> Fault | None:
    """The running sums are those of the records, to the minute and the attendance."""
    kept = by_key(await tx.rows("all_team_months"))
    real = by_key(await tx.rows("team_months_from_records"))
    for key in sorted(kept.keys() | real.keys()):
        have, want = kept.get(key, (0, 0)), real.get(key, (0, 0))
        if have != want:
            place = f"station:{key[0]} team:{key[1]} {key[2]} {key[3]} {key[4]}"
            part = 0 if have[0] != want[0] else 1
            return Fault("minutes" if part == 0 else "attendances", place, have[part], want[part])
    return None


def by_key(rows: Sequence[Row]) -> dict[Key, tuple[int, int]]:
    return {
        (row["station_id"], row["team_id"], row["month"], row["kind"], row["nature"]): (
            row["minutes"],
            row["attendances"],
        )
        for row in rows
    }


async def changed_tally(tx: Tx) -> Fault | None:
    """Nothing is booked into a closed month: its tally says what the sums say."""
    sums = await sums_of_trees(tx)
    for row in await tx.rows("every_tally"):
        figures = from_json(json.loads(row["totals"]))
        closed, now = figures.minutes + figures.other_minutes, sums[row["station_id"], row["month"], row["team_id"]]
        if closed != now:
            place = f"station:{row['station_id']} team:{row['team_id']} {row['month']}"
            return Fault("tally", place, found=now, expected=closed)
    return None


async def sums_of_trees(tx: Tx) -> Counter[tuple[int, str, int]]:
    """Minutes by station, month and team, each station with all below it; ``WHOLE`` stands for all its teams."""
    sums: Counter[tuple[int, str, int]] = Counter()
    for row in await tx.rows("sums_by_path"):
        for station in row["path"].strip("/").split("/"):
            for team in (row["team_id"], WHOLE):
                sums[int(station), row["month"], team] += row["minutes"]
    return sums


async def broken_audit(tx: Tx) -> Fault | None:
    bad = await audit.first_bad_note(tx)
    return Fault(f"audit_{bad.why}", f"audit:{bad.number}") if bad else None


async def size_of_books(tx: Tx) -> tuple[int, int]:
    """People that are known, and records of service."""
    row = await tx.row("size_of_books")
    return (row["people"], row["records"]) if row else (0, 0)
