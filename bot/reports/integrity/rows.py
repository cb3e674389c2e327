"""Looks for what no constraint can see: sums that do not add up, places that nobody holds, dangling references."""

import json
from collections import Counter
from collections.abc import Sequence

from bot.hours.sums import anew_rows
from bot.people import name_part_rows
from bot.reports.closing_rows import WHOLE
from bot.reports.figures import figures_from_json
from bot.reports.rules import Fault
from bot.store.asking import sql
from bot.store.audit.checking import first_bad_note
from bot.store.transaction import Row, Tx

Key = tuple[int, int, str, str, str]


@sql("""
SELECT q.id, q.taken, q.held, q.capacity FROM (
    SELECT h.id, h.taken, h.capacity,
        (SELECT cast(count(*) AS bigint) FROM sign_up u
            WHERE u.shift_id = h.id AND u.state IN ('confirmed', 'offered') AND u.group_place_id IS NULL)
        + (SELECT cast(coalesce(sum(g.places), 0) AS bigint) FROM group_place g
            WHERE g.shift_id = h.id AND g.cancelled_at IS NULL) AS held
    FROM shift h) q
WHERE q.taken <> q.held OR q.taken > q.capacity
ORDER BY q.id LIMIT 1
""")
async def overbooked_shifts(tx: Tx) -> Row | None:
    """Shifts whose taken places are not those of confirmed and offered people plus groups, or more than there are."""


async def overbooked(tx: Tx) -> Fault | None:
    """Taken places are those of confirmed and offered people and of groups, and never more than there are."""
    row = await overbooked_shifts(tx)
    if row is None:
        return None
    expected = row["held"] if row["taken"] != row["held"] else row["capacity"]
    return Fault("capacity", f"shift:{row['id']}", found=row["taken"], expected=expected)


@sql("""
WITH standing AS (
    SELECT r.id, r.ends_at, lead(r.id) OVER own AS next_id, lead(r.starts_at) OVER own AS next_starts
    FROM service_record r
    WHERE r.state <> 'returned' AND r.reverses_id IS NULL AND r.person_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM service_record x WHERE x.reverses_id = r.id)
    WINDOW own AS (PARTITION BY r.person_id ORDER BY r.starts_at, r.id)
)
SELECT id, next_id AS other_id FROM standing WHERE next_starts < ends_at ORDER BY id LIMIT 1
""")
async def overlapping_records(tx: Tx) -> Row | None:
    """Two records of one person at the same time, neither sent back nor reversed. One pass is enough: in order of their
    starts two neighbours overlap if any do.
    """


async def overlapping(tx: Tx) -> Fault | None:
    row = await overlapping_records(tx)
    return Fault("overlap", f"record:{row['id']}", found=row["other_id"]) if row else None


@sql("""
SELECT x.id FROM service_record x JOIN service_record r ON r.id = x.reverses_id
WHERE x.minutes <> -r.minutes OR x.heads <> r.heads OR x.station_id <> r.station_id
    OR coalesce(x.team_id, 0) <> coalesce(r.team_id, 0) OR x.kind <> r.kind OR x.nature <> r.nature
ORDER BY x.id LIMIT 1
""")
async def unbalanced_corrections(tx: Tx) -> Row | None:
    """A reversing record takes back exactly what it reverses, for the same team and kind."""


async def unbalanced(tx: Tx) -> Fault | None:
    row = await unbalanced_corrections(tx)
    return Fault("correction", f"record:{row['id']}") if row else None


@sql("""
SELECT station_id, team_id, month, kind, nature, minutes, attendances FROM team_month
ORDER BY station_id, team_id, month, kind, nature
""")
async def all_team_months(tx: Tx) -> list[Row]:
    """Every running sum, for comparing."""


@sql("""
SELECT station_id, coalesce(team_id, 0) AS team_id, month, kind, nature,
  cast(sum(minutes * heads) AS bigint) AS minutes,
    cast(sum(CASE WHEN minutes > 0 THEN heads ELSE -heads END) AS bigint) AS attendances
FROM service_record WHERE state = 'verified'
GROUP BY station_id, coalesce(team_id, 0), month, kind, nature
ORDER BY station_id, team_id, month, kind, nature
""")
async def team_months_from_records(tx: Tx) -> list[Row]:
    """The running sums of teams and months, added up anew from the records, for comparing."""


async def wrong_sum(tx: Tx) -> Fault | None:
    """The running sums are those of the records, to the minute and the attendance."""
    kept = by_key(await all_team_months(tx))
    real = by_key(await team_months_from_records(tx))
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


async def wrong_running_sum(tx: Tx) -> Fault | None:
    """What every team and station is told, folded and added, is what the records and roll-calls say; people once."""
    person_id = await anew_rows.wrong_person_month(tx)
    if person_id is not None:
        return Fault("person_month", f"person:{person_id}")
    row = await anew_rows.wrong_sum(tx)
    if row is None:
        return None
    return Fault("running_sum", f"{row['what']}:{row['node']} {row['period']}", row["kept"], row["counted"])


async def wrong_name(tx: Tx) -> Fault | None:
    """Everybody is found by the name that they have, and nobody by one that they had."""
    person_id = await name_part_rows.wrong_parts(tx) or await name_part_rows.wrong_in_teams(tx)
    return Fault("name", f"person:{person_id}") if person_id else None


@sql("SELECT station_id, month, team_id, totals FROM tally ORDER BY month, station_id, team_id")
async def every_tally(tx: Tx) -> list[Row]:
    """What the closed months say."""


async def changed_tally(tx: Tx) -> Fault | None:
    """Nothing is booked into a closed month: its tally says what the sums say."""
    sums = await sums_of_trees(tx)
    for row in await every_tally(tx):
        figures = figures_from_json(json.loads(row["totals"]))
        closed, now = figures.minutes + figures.other_minutes, sums[row["station_id"], row["month"], row["team_id"]]
        if closed != now:
            place = f"station:{row['station_id']} team:{row['team_id']} {row['month']}"
            return Fault("tally", place, found=now, expected=closed)
    return None


@sql("""
SELECT s.path, m.team_id, m.month, cast(sum(m.minutes) AS bigint) AS minutes
FROM team_month m JOIN station s ON s.id = m.station_id
GROUP BY s.path, m.team_id, m.month
""")
async def sums_by_path(tx: Tx) -> list[Row]:
    """What the running sums say, by the place in the tree."""


async def sums_of_trees(tx: Tx) -> Counter[tuple[int, str, int]]:
    """Minutes by station, month and team, each station with all below it; ``WHOLE`` stands for all its teams."""
    sums: Counter[tuple[int, str, int]] = Counter()
    for row in await sums_by_path(tx):
        for station in row["path"].strip("/").split("/"):
            for team in (row["team_id"], WHOLE):
                sums[int(station), row["month"], team] += row["minutes"]
    return sums


async def broken_audit(tx: Tx) -> Fault | None:
    bad = await first_bad_note(tx)
    return Fault(f"audit_{bad.why}", f"audit:{bad.number}") if bad else None


@sql("""
SELECT (SELECT cast(count(*) AS bigint) FROM person WHERE state <> 'erased') AS people,
    (SELECT cast(count(*) AS bigint) FROM service_record) AS records
""")
async def size_of_books(tx: Tx) -> tuple[int, int]:
    """How many people are known, and how many records of service there are."""
