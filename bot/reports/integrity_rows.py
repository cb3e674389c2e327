"""Looks for what no constraint can see: sums that do not add up, places that nobody holds, dangling references."""

import json
from collections import Counter
from collections.abc import Sequence

from bot.reports.faults import Fault
from bot.reports.rules import from_json
from bot.reports.tallies import WHOLE
from bot.store import audit
from bot.store.asking import sql
from bot.store.transaction import Row, Tx

Key = tuple[int, int, str, str, str]


@sql("""
SELECT q.place, q.n FROM (
    SELECT 'person.managed_by_id' AS place, cast(count(*) AS bigint) AS n FROM person c
    WHERE c.managed_by_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.managed_by_id)
    UNION ALL
    SELECT 'person.merged_into_id' AS place, cast(count(*) AS bigint) AS n FROM person c
    WHERE c.merged_into_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.merged_into_id)
    UNION ALL
    SELECT 'station.parent_id' AS place, cast(count(*) AS bigint) AS n FROM station c
    WHERE c.parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.parent_id)
    UNION ALL
    SELECT 'broadcast.author_id' AS place, cast(count(*) AS bigint) AS n FROM broadcast c
    WHERE c.author_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.author_id)
    UNION ALL
    SELECT 'draft.person_id' AS place, cast(count(*) AS bigint) AS n FROM draft c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'guardian_consent.companion_id' AS place, cast(count(*) AS bigint) AS n FROM guardian_consent c
    WHERE c.companion_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.companion_id)
    UNION ALL
    SELECT 'guardian_consent.guardian_id' AS place, cast(count(*) AS bigint) AS n FROM guardian_consent c
    WHERE c.guardian_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.guardian_id)
    UNION ALL
    SELECT 'guardian_consent.person_id' AS place, cast(count(*) AS bigint) AS n FROM guardian_consent c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'guardian_consent.taken_by' AS place, cast(count(*) AS bigint) AS n FROM guardian_consent c
    WHERE c.taken_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.taken_by)
    UNION ALL
    SELECT 'notice_off.person_id' AS place, cast(count(*) AS bigint) AS n FROM notice_off c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'outbox.person_id' AS place, cast(count(*) AS bigint) AS n FROM outbox c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'pass_on.lead_id' AS place, cast(count(*) AS bigint) AS n FROM pass_on c
    WHERE c.lead_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.lead_id)
    UNION ALL
    SELECT 'pass_on.person_id' AS place, cast(count(*) AS bigint) AS n FROM pass_on c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'qualification.person_id' AS place, cast(count(*) AS bigint) AS n FROM qualification c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'qualification.recorded_by' AS place, cast(count(*) AS bigint) AS n FROM qualification c
    WHERE c.recorded_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.recorded_by)
    UNION ALL
    SELECT 'role_grant.granted_by' AS place, cast(count(*) AS bigint) AS n FROM role_grant c
    WHERE c.granted_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.granted_by)
    UNION ALL
    SELECT 'role_grant.person_id' AS place, cast(count(*) AS bigint) AS n FROM role_grant c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'role_grant.station_id' AS place, cast(count(*) AS bigint) AS n FROM role_grant c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'role_grant.withdrawn_by' AS place, cast(count(*) AS bigint) AS n FROM role_grant c
    WHERE c.withdrawn_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.withdrawn_by)
    UNION ALL
    SELECT 'station_setting.station_id' AS place, cast(count(*) AS bigint) AS n FROM station_setting c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'tally.station_id' AS place, cast(count(*) AS bigint) AS n FROM tally c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'team.lead_id' AS place, cast(count(*) AS bigint) AS n FROM team c
    WHERE c.lead_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.lead_id)
    UNION ALL
    SELECT 'team.station_id' AS place, cast(count(*) AS bigint) AS n FROM team c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'team_month.station_id' AS place, cast(count(*) AS bigint) AS n FROM team_month c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'activity.lead_id' AS place, cast(count(*) AS bigint) AS n FROM activity c
    WHERE c.lead_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.lead_id)
    UNION ALL
    SELECT 'activity.station_id' AS place, cast(count(*) AS bigint) AS n FROM activity c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'activity.team_id' AS place, cast(count(*) AS bigint) AS n FROM activity c
    WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM team p WHERE p.id = c.team_id)
    UNION ALL
    SELECT 'invitation.created_by' AS place, cast(count(*) AS bigint) AS n FROM invitation c
    WHERE c.created_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.created_by)
    UNION ALL
    SELECT 'invitation.person_id' AS place, cast(count(*) AS bigint) AS n FROM invitation c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'invitation.station_id' AS place, cast(count(*) AS bigint) AS n FROM invitation c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'invitation.team_id' AS place, cast(count(*) AS bigint) AS n FROM invitation c
    WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM team p WHERE p.id = c.team_id)
    UNION ALL
    SELECT 'membership.person_id' AS place, cast(count(*) AS bigint) AS n FROM membership c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'membership.team_id' AS place, cast(count(*) AS bigint) AS n FROM membership c
    WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM team p WHERE p.id = c.team_id)
    UNION ALL
    SELECT 'acknowledgement.activity_id' AS place, cast(count(*) AS bigint) AS n FROM acknowledgement c
    WHERE c.activity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM activity p WHERE p.id = c.activity_id)
    UNION ALL
    SELECT 'acknowledgement.person_id' AS place, cast(count(*) AS bigint) AS n FROM acknowledgement c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'activity_helper.activity_id' AS place, cast(count(*) AS bigint) AS n FROM activity_helper c
    WHERE c.activity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM activity p WHERE p.id = c.activity_id)
    UNION ALL
    SELECT 'activity_helper.person_id' AS place, cast(count(*) AS bigint) AS n FROM activity_helper c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'call_entry.activity_id' AS place, cast(count(*) AS bigint) AS n FROM call_entry c
    WHERE c.activity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM activity p WHERE p.id = c.activity_id)
    UNION ALL
    SELECT 'call_entry.marked_by' AS place, cast(count(*) AS bigint) AS n FROM call_entry c
    WHERE c.marked_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.marked_by)
    UNION ALL
    SELECT 'call_entry.person_id' AS place, cast(count(*) AS bigint) AS n FROM call_entry c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'shift.activity_id' AS place, cast(count(*) AS bigint) AS n FROM shift c
    WHERE c.activity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM activity p WHERE p.id = c.activity_id)
    UNION ALL
    SELECT 'attendance.marked_by' AS place, cast(count(*) AS bigint) AS n FROM attendance c
    WHERE c.marked_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.marked_by)
    UNION ALL
    SELECT 'attendance.person_id' AS place, cast(count(*) AS bigint) AS n FROM attendance c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'attendance.shift_id' AS place, cast(count(*) AS bigint) AS n FROM attendance c
    WHERE c.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift p WHERE p.id = c.shift_id)
    UNION ALL
    SELECT 'check_in_code.created_by' AS place, cast(count(*) AS bigint) AS n FROM check_in_code c
    WHERE c.created_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.created_by)
    UNION ALL
    SELECT 'check_in_code.shift_id' AS place, cast(count(*) AS bigint) AS n FROM check_in_code c
    WHERE c.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift p WHERE p.id = c.shift_id)
    UNION ALL
    SELECT 'group_place.created_by' AS place, cast(count(*) AS bigint) AS n FROM group_place c
    WHERE c.created_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.created_by)
    UNION ALL
    SELECT 'group_place.shift_id' AS place, cast(count(*) AS bigint) AS n FROM group_place c
    WHERE c.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift p WHERE p.id = c.shift_id)
    UNION ALL
    SELECT 'group_place.team_id' AS place, cast(count(*) AS bigint) AS n FROM group_place c
    WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM team p WHERE p.id = c.team_id)
    UNION ALL
    SELECT 'roll_call.captain_id' AS place, cast(count(*) AS bigint) AS n FROM roll_call c
    WHERE c.captain_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.captain_id)
    UNION ALL
    SELECT 'roll_call.closed_by' AS place, cast(count(*) AS bigint) AS n FROM roll_call c
    WHERE c.closed_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.closed_by)
    UNION ALL
    SELECT 'roll_call.shift_id' AS place, cast(count(*) AS bigint) AS n FROM roll_call c
    WHERE c.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift p WHERE p.id = c.shift_id)
    UNION ALL
    SELECT 'roll_call.taken_by' AS place, cast(count(*) AS bigint) AS n FROM roll_call c
    WHERE c.taken_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.taken_by)
    UNION ALL
    SELECT 'roll_card.person_id' AS place, cast(count(*) AS bigint) AS n FROM roll_card c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'roll_card.shift_id' AS place, cast(count(*) AS bigint) AS n FROM roll_card c
    WHERE c.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift p WHERE p.id = c.shift_id)
    UNION ALL
    SELECT 'service_record.activity_id' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.activity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM activity p WHERE p.id = c.activity_id)
    UNION ALL
    SELECT 'service_record.entered_by' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.entered_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.entered_by)
    UNION ALL
    SELECT 'service_record.person_id' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'service_record.replaces_id' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.replaces_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM service_record p WHERE p.id = c.replaces_id)
    UNION ALL
    SELECT 'service_record.returned_by' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.returned_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.returned_by)
    UNION ALL
    SELECT 'service_record.reverses_id' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.reverses_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM service_record p WHERE p.id = c.reverses_id)
    UNION ALL
    SELECT 'service_record.shift_id' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift p WHERE p.id = c.shift_id)
    UNION ALL
    SELECT 'service_record.station_id' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.station_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM station p WHERE p.id = c.station_id)
    UNION ALL
    SELECT 'service_record.team_id' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM team p WHERE p.id = c.team_id)
    UNION ALL
    SELECT 'service_record.verified_by' AS place, cast(count(*) AS bigint) AS n FROM service_record c
    WHERE c.verified_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.verified_by)
    UNION ALL
    SELECT 'wish.person_id' AS place, cast(count(*) AS bigint) AS n FROM wish c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'wish.shift_id' AS place, cast(count(*) AS bigint) AS n FROM wish c
    WHERE c.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift p WHERE p.id = c.shift_id)
    UNION ALL
    SELECT 'sign_up.created_by' AS place, cast(count(*) AS bigint) AS n FROM sign_up c
    WHERE c.created_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.created_by)
    UNION ALL
    SELECT 'sign_up.group_place_id' AS place, cast(count(*) AS bigint) AS n FROM sign_up c
    WHERE c.group_place_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM group_place p WHERE p.id = c.group_place_id)
    UNION ALL
    SELECT 'sign_up.person_id' AS place, cast(count(*) AS bigint) AS n FROM sign_up c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'sign_up.shift_id' AS place, cast(count(*) AS bigint) AS n FROM sign_up c
    WHERE c.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shift p WHERE p.id = c.shift_id)
    UNION ALL
    SELECT 'sign_up.withdrawn_by' AS place, cast(count(*) AS bigint) AS n FROM sign_up c
    WHERE c.withdrawn_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.withdrawn_by)
    UNION ALL
    SELECT 'statement.person_id' AS place, cast(count(*) AS bigint) AS n FROM statement c
    WHERE c.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id)
    UNION ALL
    SELECT 'statement.record_id' AS place, cast(count(*) AS bigint) AS n FROM statement c
    WHERE c.record_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM service_record p WHERE p.id = c.record_id)
) q WHERE q.n > 0 ORDER BY q.place LIMIT 1
""")
async def broken_reference_rows(tx: Tx) -> Row | None:
    """The first column that refers to a row that is not there. Written by tests/making/new_references.py."""


async def broken_reference(tx: Tx) -> Fault | None:
    row = await broken_reference_rows(tx)
    return Fault("reference", row["place"], found=row["n"]) if row else None


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
    """Two records of one person at the same time, neither sent back nor reversed. In order of their starts two
    neighbours overlap if any do: so one pass is enough.
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
    """The same sums, added up from the records themselves."""


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


@sql("SELECT station_id, month, team_id, totals FROM tally ORDER BY month, station_id, team_id")
async def every_tally(tx: Tx) -> list[Row]:
    """What the closed months say."""


async def changed_tally(tx: Tx) -> Fault | None:
    """Nothing is booked into a closed month: its tally says what the sums say."""
    sums = await sums_of_trees(tx)
    for row in await every_tally(tx):
        figures = from_json(json.loads(row["totals"]))
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
    bad = await audit.first_bad_note(tx)
    return Fault(f"audit_{bad.why}", f"audit:{bad.number}") if bad else None


@sql("""
SELECT (SELECT cast(count(*) AS bigint) FROM person WHERE state <> 'erased') AS people,
    (SELECT cast(count(*) AS bigint) FROM service_record) AS records
""")
async def size_of_books_rows(tx: Tx) -> Row | None:
    """How many people are known, and how many records of service there are."""


async def size_of_books(tx: Tx) -> tuple[int, int]:
    """People that are known, and records of service."""
    row = await size_of_books_rows(tx)
    return (row["people"], row["records"]) if row else (0, 0)
