"""A kind of reminder is done for a shift's time and place, not for the shift: moving it begins anew."""

from bot.ground.frozen import Frozen
from bot.reminders.lead_rules import Change
from bot.reminders.rules import Kind
from bot.sign_ups.rules import COMING, SignUpState
from bot.store.transaction import Row, Tx


class ComingShift(Frozen):
    id: int
    starts_at: int
    revision: int
    minimum: int | None
    activity_id: int
    lead_id: int
    station_id: int
    published_at: int
    zone: str
    done: frozenset[Kind]

    def mark(self, kind: Kind) -> str:
        """The key under which this kind is done for the present time and place."""
        return f"{kind}:shift:{self.id}/{self.revision}"


class Reminded(Frozen):
    """`since`: from when reminders are owed: the place was confirmed then, or a change was told."""

    sign_up_id: int
    person_id: int
    reader_id: int
    confirmed_at: int
    since: int
    said_yes: bool
    silenced: bool


def coming_of(row: Row) -> ComingShift:
    return ComingShift(
        id=row["id"],
        starts_at=row["starts_at"],
        revision=row["revision"],
        minimum=row["minimum"],
        activity_id=row["activity_id"],
        lead_id=row["lead_id"],
        station_id=row["station_id"],
        published_at=row["published_at"] or 0,
        zone=row["zone"],
        done=frozenset(kind for kind in Kind if row[kind.value]),
    )


async def shifts_to_remind(tx: Tx, *, now: int, until: int) -> list[ComingShift]:
    return [coming_of(row) for row in await tx.rows("shifts_to_remind", now=now, until=until)]


async def longest_hours(tx: Tx) -> int:
    """How far ahead any station reminds, as far as it is set on one; the presets are not counted."""
    hours: int = await tx.value("longest_reminder")
    return hours


async def people_to_remind(tx: Tx, shift: ComingShift, *, notice: str) -> list[Reminded]:
    """`notice`: the code under which a person may have silenced it."""
    rows = await tx.rows("people_to_remind", shift_id=shift.id, notice=notice)
    return [
        Reminded(
            sign_up_id=row["id"],
            person_id=row["person_id"],
            reader_id=row["reader_id"],
            confirmed_at=row["confirmed_at"],
            since=max(row["confirmed_at"], row["told_at"]),
            said_yes=row["answer"] == COMING and row["answered_revision"] == shift.revision,
            silenced=bool(row["silenced"]),
        )
        for row in rows
    ]


async def changes_since(tx: Tx, shift_id: int, since: int) -> list[Change]:
    return [change_of(row, since) for row in await tx.rows("changes_since", shift_id=shift_id, since=since)]


def change_of(row: Row, since: int) -> Change:
    if row["state"] == SignUpState.WITHDRAWN:
        return Change(row["name"], "withdrew")
    if row["late_minutes"] is not None and row["answered_at"] > since:
        return Change(row["name"], "late", row["late_minutes"])
    return Change(row["name"], "joined")


async def waiting_elsewhere(
    tx: Tx, *, shift_id: int, station_id: int, starts_at: int, ends_at: int, now: int
) -> list[int]:
    """People who could be asked to come here instead of waiting, by id."""
    rows = await tx.rows(
        "waiting_elsewhere",
        shift_id=shift_id,
        station_id=station_id,
        starts_at=starts_at,
        ends_at=ends_at,
        now=now,
    )
    return [row["person_id"] for row in rows]
