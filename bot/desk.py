"""Telling people: a notice to one or to many, and when it leaves, by the night of who reads it."""

from collections.abc import Mapping

from bot.ground.call_list import MATTERS
from bot.ground.notice_nights import MINDED, NIGHTS, Night, by_night
from bot.ground.times import zone_named
from bot.stations.rows import settings_of
from bot.store.outbox import Fact, NoticeClass, note_unreached, payload_of, queue_row
from bot.store.transaction import Row, Tx


async def queue_notice(
    tx: Tx,
    *,
    kind: str,
    key: str,
    person_id: int,
    subject: str | None,
    facts: Mapping[str, Fact],
    now: int,
    due_at: int | None = None,
    expires_at: int | None = None,
    class_: NoticeClass = "normal",
    silent: bool = False,
    before: int | None = None,
) -> bool:
    """A notice to one person, worded when it leaves; at once unless ``due_at`` or the reader's quiet hours say later.

    Quiet hours keep nothing about a shift until people meet for it, or until ``before``. False when the key is there
    already, or when the person has no Telegram or cannot be reached; what is worth a phone call leaves a row then.
    """
    leaves_at, hushed = await leaving(
        tx, due_at or now, kind=kind, person_id=person_id, subject=subject, expires_at=expires_at, before=before
    )
    queued = await queue_row(
        tx, "queue_for_person", kind=kind, key=key, person_id=person_id, subject=subject,
        payload=payload_of(facts, silent or hushed), now=now, due_at=leaves_at, expires_at=expires_at, class_=class_,
    )  # fmt: skip
    if not queued and subject is not None and kind in MATTERS:
        await note_unreached(tx, {person_id: key}, kind=kind, subject=subject, now=now)
    return queued


async def leaving(
    tx: Tx,
    at: int,
    *,
    kind: str,
    person_id: int,
    subject: str | None,
    expires_at: int | None,
    before: int | None = None,
) -> tuple[int, bool]:
    """When a notice leaves that is to leave `at`, and whether without a sound, by its reader's night."""
    if _night(kind) not in MINDED:
        return at, False
    station = await tx.row("station_of_reader", person_id=person_id)
    useless_after = await _useless_after(tx, subject, at, before, expires_at)
    return await _by_night(tx, kind, at, useless_after, station)


async def queue_notices(
    tx: Tx,
    people: Mapping[int, str],
    *,
    kind: str,
    subject: str | None,
    facts: Mapping[str, Fact],
    now: int,
    station_id: int,
    due_at: int | None = None,
    expires_at: int | None = None,
    class_: NoticeClass = "normal",
    silent: bool = False,
) -> None:
    """The same notice to many people, in one go: `people` are the keys by person id. The station's night holds it."""
    station = await tx.row("get_station", id=station_id)
    useless_after = await _useless_after(tx, subject, due_at or now, None, expires_at)
    leaves_at, hushed = await _by_night(tx, kind, due_at or now, useless_after, station)
    same: dict[str, int | str | None] = {
        "kind": kind, "subject": subject, "payload": payload_of(facts, silent or hushed), "now": now,
        "due_at": leaves_at, "expires_at": expires_at, "class_": class_,
    }  # fmt: skip
    every = [{**same, "key": key, "person_id": person_id} for person_id, key in people.items()]
    await tx.change_many("queue_for_person", every)


def _night(kind: str) -> Night:
    return NIGHTS.get(kind, Night.ANSWER)


async def _useless_after(tx: Tx, subject: str | None, due_at: int, *known: int | None) -> int | None:
    """The first of these instants, and of when people meet for the shift it is about, that is still to come."""
    what, _, id = (subject or "").partition(":")
    shift = await tx.row("meeting_of_shift", id=int(id)) if what == "shift" else None
    begins = (shift["meet_at"], shift["starts_at"]) if shift else ()
    return min((one for one in (*known, *begins) if one is not None and one > due_at), default=None)


async def _by_night(tx: Tx, kind: str, due_at: int, useless_after: int | None, station: Row | None) -> tuple[int, bool]:
    """When it leaves, and whether without a sound, in the quiet hours of this station; None: there is none yet."""
    if station is None:
        return due_at, False
    quiet = (await settings_of(tx, station["id"])).quiet
    return by_night(_night(kind), due_at, useless_after, zone_named(station["zone"]), quiet)
