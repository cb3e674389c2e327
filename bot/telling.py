"""Telling people: a notice to one or to many, and when it leaves, by the night of who reads it."""

from collections.abc import Mapping

from bot.ground.frozen import Frozen
from bot.ground.notice_nights import by_night
from bot.ground.notices import MINDED, AnyNotice, Night, Told
from bot.ground.times import zone_named
from bot.stations import rows as stations
from bot.store.asking import sql
from bot.store.outbox import note_unreached, payload_of
from bot.store.transaction import Row, Tx, Value


async def tell(
    tx: Tx,
    told: Told,
    person_id: int,
    *,
    key: str,
    subject: str | None,
    now: int,
    due_at: int | None = None,
    until: int | None = None,
    silent: bool = False,
    before: int | None = None,
) -> bool:
    """A notice to one person, worded when it leaves; at once unless ``due_at`` or the reader's quiet hours say later.

    Quiet hours keep nothing about a shift until people meet for it, or until ``before``. False when the key is there
    already, or when the person has no Telegram or cannot be reached; what is worth a phone call leaves a row then.
    """
    notice = told.notice
    until = told.useful(now, until)
    leaves_at, hushed = await leaving(
        tx, due_at or now, notice, person_id=person_id, subject=subject, until=until, before=before
    )
    queued = await queue_for_person(
        tx, kind=notice.kind, key=key, person_id=person_id, subject=subject,
        payload=payload_of(told.facts, silent or hushed), now=now, due_at=leaves_at, expires_at=until,
        class_=notice.class_,
    )  # fmt: skip
    if not queued and subject is not None and notice.matter is not None:
        await note_unreached(tx, {person_id: key}, kind=notice.kind, subject=subject, now=now)
    return queued


class At(Frozen):
    """Whose night it is."""

    id: int
    zone: str


@sql("""
SELECT s.id, s.zone FROM station s WHERE s.id = coalesce(
  (SELECT t.station_id FROM person p JOIN team t ON t.id = p.home_team_id WHERE p.id = :person_id),
  (SELECT min(t.station_id) FROM membership m JOIN team t ON t.id = m.team_id
    WHERE m.person_id = :person_id AND m.left_at IS NULL),
  (SELECT min(g.station_id) FROM role_grant g WHERE g.person_id = :person_id AND g.withdrawn_at IS NULL),
  (SELECT min(r.id) FROM station r WHERE r.parent_id IS NULL))
""")
async def station_of_reader(tx: Tx, *, person_id: int) -> At | None:
    """Whose quiet hours a person sleeps in: of the home team, another team, the place of work, else of all."""


async def leaving(
    tx: Tx,
    at: int,
    notice: AnyNotice | None,
    *,
    person_id: int,
    subject: str | None,
    until: int | None,
    before: int | None = None,
) -> tuple[int, bool]:
    """When a notice leaves that is to leave `at`, and whether without a sound, by its reader's night."""
    if notice is None or notice.night not in MINDED:
        return at, False
    station = await station_of_reader(tx, person_id=person_id)
    return await _by_night(tx, notice.night, at, await _useless_after(tx, subject, at, before, until), station)


@sql("""
INSERT INTO outbox (bot_id, key, kind, class, chat_id, person_id, subject, payload,
                    created_at, due_at, expires_at, state)
SELECT coalesce(b.bot_id, 0), 'bot' || cast(coalesce(b.bot_id, 0) AS text) || ':' || cast(:key AS text),
       cast(:kind AS text), cast(:class_ AS text), p.telegram_id, p.id, cast(:subject AS text), cast(:payload AS text),
       cast(:now AS bigint), cast(:due_at AS bigint), cast(:expires_at AS bigint), 'pending'
FROM person p
LEFT JOIN (SELECT bot_id FROM process ORDER BY started_at DESC, bot_id DESC LIMIT 1) b ON 1 = 1
WHERE p.id = :person_id AND p.telegram_id IS NOT NULL AND p.unreachable_at IS NULL
ON CONFLICT (key) DO NOTHING
""")
async def queue_for_person(tx: Tx, /, **values: Value) -> bool:
    """A notice of the bot that started last on this database. False where the person cannot be reached, or the key is
    there.
    """


async def tell_many(
    tx: Tx,
    told: Told,
    people: Mapping[int, str],
    *,
    subject: str | None,
    now: int,
    station_id: int,
    due_at: int | None = None,
    until: int | None = None,
) -> None:
    """The same notice to many people, in one go: `people` are the keys by person id. The station's night holds it."""
    notice = told.notice
    until = told.useful(now, until)
    station = At(station_id, (await stations.station(tx, station_id)).zone)
    useless_after = await _useless_after(tx, subject, due_at or now, None, until)
    leaves_at, hushed = await _by_night(tx, notice.night, due_at or now, useless_after, station)
    same: dict[str, int | str | None] = {
        "kind": notice.kind, "subject": subject, "payload": payload_of(told.facts, hushed), "now": now,
        "due_at": leaves_at, "expires_at": until, "class_": notice.class_,
    }  # fmt: skip
    every = [{**same, "key": key, "person_id": person_id} for person_id, key in people.items()]
    await queue_for_person.many(tx, every)


@sql("SELECT meet_at, starts_at FROM shift WHERE id = :id")
async def meeting_of_shift(tx: Tx, *, id: int) -> Row | None:
    """Until when news of a shift are of use to who comes."""


async def _useless_after(tx: Tx, subject: str | None, due_at: int, *known: int | None) -> int | None:
    """The first of these instants, and of when people meet for the shift it is about, that is still to come."""
    what, _, id = (subject or "").partition(":")
    shift = await meeting_of_shift(tx, id=int(id)) if what == "shift" else None
    begins = (shift["meet_at"], shift["starts_at"]) if shift else ()
    return min((one for one in (*known, *begins) if one is not None and one > due_at), default=None)


async def _by_night(
    tx: Tx, night: Night, due_at: int, useless_after: int | None, station: At | None
) -> tuple[int, bool]:
    """When it leaves, and whether without a sound, in the quiet hours of this station; None: there is none yet."""
    if station is None:
        return due_at, False
    quiet = (await stations.settings_of(tx, station.id)).quiet
    return by_night(night, due_at, useless_after, zone_named(station.zone), quiet)
