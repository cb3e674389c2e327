"""A correction is read as an answer: one line with what is left of it in the period, and from what it was corrected."""

from datetime import date

from bot.desk import Desk
from bot.ground.frozen import Frozen
from bot.ground.months import Period
from bot.ground.refusals import NotFound
from bot.ground.times import local_day, zone_named
from bot.hours.shown import Correction
from bot.reports.acts import visible
from bot.reports.entries import rows
from bot.reports.file_rows import between
from bot.reports.file_rules import EntryLine
from bot.reports.rows import where
from bot.reports.rules import Scope
from bot.store.transaction import Row, Tx


async def entries(tx: Tx, scope: Scope, period: Period, natures: frozenset[str]) -> list[EntryLine]:
    """What counts in the period; of a record that was taken back in it, too, with no minutes."""
    return await as_they_stand(tx, await rows.entries_of_period(tx, **where(scope), **between(period)), natures)


async def entries_of_person(tx: Tx, person_id: int, natures: frozenset[str]) -> list[EntryLine]:
    """What stands."""
    lines = await as_they_stand(tx, await rows.entries_of_person_rows(tx, person_id=person_id), natures)
    return [line for line in lines if line.minutes]


async def as_they_stand(tx: Tx, found: list[Row], natures: frozenset[str]) -> list[EntryLine]:
    """In the order of those that stand."""
    chains: dict[int, list[Row]] = {}
    firsts: dict[int, tuple[str, str]] = {}
    for row in found:
        first, source, note = await first_of(tx, row)
        chains.setdefault(first, []).append(row)
        firsts[first] = source, note
    lines = [line_of(chain, *firsts[first], natures) for first, chain in chains.items()]
    return sorted(lines, key=lambda line: line.starts_at)


async def first_of(tx: Tx, row: Row) -> tuple[int, str, str]:
    """The record that was corrected, however often: its id, its source, and what was said of it."""
    if not row["parent_id"]:
        return row["id"], row["source"], row["note"]
    if not row["grandparent_id"]:
        return row["parent_id"], row["first_source"], row["first_note"]
    at = await rows.what_it_replaces(tx, row["grandparent_id"])
    while at and at["replaces_id"]:
        at = await rows.what_it_replaces(tx, at["replaces_id"])
    return (at["id"], at["source"], at["note"]) if at else (row["parent_id"], row["first_source"], row["first_note"])


def line_of(chain: list[Row], source: str, note: str, natures: frozenset[str]) -> EntryLine:
    """The newest that was served, with the minutes of all of them."""
    newest = max(chain, key=lambda row: (not row["reverses_id"], row["id"]))
    return EntryLine(
        day=date.fromisoformat(newest["day"]),
        starts_at=newest["starts_at"],
        ends_at=newest["ends_at"],
        zone=newest["zone"],
        person=newest["person"],
        volunteer_number=newest["volunteer_number"],
        team=newest["team"],
        activity=newest["activity"] or note,
        kind=newest["kind"],
        nature=newest["nature"],
        source=source,
        heads=newest["heads"],
        minutes=sum(row["minutes"] for row in chain),
        counts=newest["nature"] in natures,
        corrections=tuple(corrections_of(chain)),
        person_id=newest["person_id"],
    )


def corrections_of(chain: list[Row]) -> list[Correction]:
    """Each once: it is a line that takes back, and one that stands for it."""
    made: dict[int, Correction] = {}
    for row in sorted(chain, key=lambda row: row["id"]):
        if row["parent_id"]:
            on = local_day(zone_named(row["zone"]), row["entered_at"])
            after = row["afterwards"] if row["reverses_id"] else row["minutes"]
            made.setdefault(row["parent_id"], Correction(on, row["before"], after, row["note"]))
    return list(made.values())


CORRECTIONS_SHOWN = 10


class PutRight(Frozen):
    """``day``: that of the service."""

    person: str
    activity: str
    day: date
    correction: Correction


async def put_right(desk: Desk, scope: Scope, period: Period) -> tuple[PutRight, ...]:
    """The newest corrections of a period. Raises NotFound where the viewer may not see the scope."""
    if not visible(desk.viewer, scope):
        raise NotFound
    found = await rows.newest_corrections(desk.tx, **where(scope), **between(period), limit=CORRECTIONS_SHOWN)
    return tuple(
        PutRight(
            row["person"], row["activity"], date.fromisoformat(row["day"]),
            Correction(
                local_day(zone_named(row["zone"]), row["entered_at"]), row["before"], row["afterwards"], row["note"]
            ),
        )
        for row in found
    )  # fmt: skip
