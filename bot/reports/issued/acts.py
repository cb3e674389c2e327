"""A record of service is issued with a number, kept as it was issued, and answered for to whoever holds it.

Whoever asks about a paper learns nothing beyond it: a hash that is not its own is answered like a number that was never
given, and counted. What was put right afterwards is said of what stands on the paper, and of nothing else.
"""

import json
import secrets
from datetime import date
from hmac import compare_digest

from bot import telling
from bot.desk import Desk, note
from bot.ground import notices
from bot.ground.frozen import replace
from bot.ground.refusals import BadPeriod, NotFound, TooManyTries
from bot.ground.times import MINUTE
from bot.ground.viewer import Role, Viewer
from bot.hours.credit import counting
from bot.joining.own_settings import require_joined
from bot.reports import records_of_service as records
from bot.reports.file_rules import RecordOfService
from bot.reports.issued import keys, rows
from bot.reports.issued.rows import Paper
from bot.reports.issued.rules import KIND, Change, Extent, Proof, Verdict, canonical, digest, read
from bot.stations import rows as stations
from bot.store import wrong_tries
from bot.store.transaction import Tx

WHAT = "paper"
SALT = 16  # bytes


async def issue(desk: Desk, first: date | None, last: date | None, extent: Extent, *, bot: str) -> None:
    """It leaves as a notice. The same once more within a minute is on its way already. Raises NotRegistered, BadPeriod.

    Without a data key it has a number, and nothing else is kept or signed.
    """
    require_joined(desk.viewer)
    if first and last and last < first:
        raise BadPeriod(text=f"{first} {last}")
    days = (first.isoformat() if first else None, last.isoformat() if last else None)
    newest = await rows.newest_of(desk.tx, person_id=desk.viewer.id)
    if (
        newest
        and newest.issued_at > desk.now - MINUTE
        and (newest.first, newest.last, newest.extent) == (*days, extent)
    ):
        return
    record = await records.gather(desk.tx, desk.viewer.id, desk.now, first, last)
    if record is None:
        raise NotFound
    number = await rows.add(
        desk.tx, kind=KIND, person_id=desk.viewer.id, station_id=record.station_id, first=days[0], last=days[1],
        extent=extent, now=desk.now,
    )  # fmt: skip
    if desk.tx.vault.has_key:
        await keep(desk, number, replace(record, totals=extent == "totals", bot=bot))
    await telling.tell(
        desk.tx, notices.RecordOfService(number), desk.viewer.id, key=f"record_of_service:{number}:{desk.now}",
        subject=f"person:{desk.viewer.id}", now=desk.now,
    )  # fmt: skip


async def keep(desk: Desk, number: int, record: RecordOfService) -> None:
    content = canonical(record, number=number, issued_at=desk.now, salt=secrets.token_hex(SALT))
    key = await keys.in_use(desk.tx, desk.now)
    found = await rows.verified_of(desk.tx, person_id=desk.viewer.id)
    await rows.fill(
        desk.tx, id=number, content=desk.tx.vault.seal(content, place(desk.viewer.id)), sha256=digest(content),
        key_id=key.id, records=json.dumps(found),
    )  # fmt: skip


def place(person_id: int) -> str:
    return f"person:{person_id}:paper"


def content_of(tx: Tx, paper: Paper) -> str | None:
    if paper.content is None or paper.person_id is None or not tx.vault.has_key:
        return None
    return tx.vault.open(paper.content, place(paper.person_id))


async def issued(tx: Tx, person_id: int, number: int, now: int) -> tuple[RecordOfService, Proof | None] | None:
    """As it was issued, to be printed; None for who is not here any more. 0: asked for before papers had numbers."""
    paper = await rows.find(tx, id=number)
    if paper is None or paper.person_id != person_id:
        record = None if number else await records.gather(tx, person_id, now)
        return None if record is None else (record, None)
    content = content_of(tx, paper)
    if content is None or paper.key_id is None or paper.sha256 is None:
        days = [date.fromisoformat(day) if day else None for day in (paper.first, paper.last)]
        record = await records.gather(tx, person_id, paper.issued_at, *days)
        return None if record is None else (replace(record, number=number, totals=paper.extent == "totals"), None)
    key = await rows.key(tx, id=paper.key_id)
    return read(content), Proof(content, paper.sha256, key, await keys.seed_of(tx, key))


async def verify_link(desk: Desk, number: int, begins: str) -> Verdict | TooManyTries:
    """By the number and the beginning of the hash. What is wrong is counted; returned, so that the note of it stays."""
    until = await wrong_tries.pause_of(desk.tx, desk.viewer.telegram_id, WHAT, desk.now)
    if until is not None:
        return TooManyTries(until=until)
    paper = await rows.find(desk.tx, id=number)
    if paper is None or paper.sha256 is None or not compare_digest(paper.sha256[: len(begins)], begins):
        await wrong_tries.note_wrong_try(desk.tx, desk.viewer.telegram_id, WHAT, desk.now)
        return Verdict("not_ours")
    return await verdict(desk.tx, paper, desk.viewer)


async def verify_content(tx: Tx, viewer: Viewer | None, content: str) -> Verdict:
    """Of a file whose signature was found to be ours."""
    paper = await rows.find(tx, id=int(json.loads(content)["number"]))
    if paper is None or paper.sha256 != digest(content):
        return Verdict("not_ours")
    return await verdict(tx, paper, viewer)


async def verdict(tx: Tx, paper: Paper, viewer: Viewer | None) -> Verdict:
    content = content_of(tx, paper)
    said = Verdict("gone", paper.id, paper.issued_at, withdrawn_at=paper.withdrawn_at or 0)
    if content is None or digest(content) != paper.sha256:
        return said if paper.withdrawn_at is None else replace(said, state="withdrawn")
    said = replace(said, record=read(content), mine=viewer is not None and await may_withdraw(tx, viewer, paper))
    if paper.withdrawn_at is not None:
        return replace(said, state="withdrawn", mine=False)
    record = read(content)
    changes = await changes_since(tx, paper, record)
    more = sum(one.after - one.before for one in changes if one.counts)
    return replace(said, state="genuine", changes=tuple(changes), minutes=record.minutes + more)


async def changes_since(tx: Tx, paper: Paper, record: RecordOfService) -> list[Change]:
    """Of the entries on it, each as it stands now, however often it was put right since."""
    assert paper.person_id is not None  # noqa: S101  # whose content is kept is here
    stood = set(json.loads(paper.records))
    later = {row["reverses_id"]: row for row in await rows.reversals_of(tx, person_id=paper.person_id)}
    later = {id: row for id, row in later.items() if row["id"] not in stood}
    natures, changes = counting(await stations.settings_of(tx, paper.station_id)), list[Change]()
    for id in sorted(stood & later.keys()):
        row = last = later[id]
        day = date.fromisoformat(row["day"])
        if (record.first and day < record.first) or (record.last and day > record.last):
            continue
        while last["newer"] in later:
            last = later[last["newer"]]
        changes.append(Change(day, row["activity"] or "", row["before"], last["afterwards"], row["nature"] in natures))
    return changes


async def may_withdraw(tx: Tx, viewer: Viewer, paper: Paper) -> bool:
    """Whom it is about, and who coordinates the station that issued it."""
    if not viewer.registered:
        return False
    station = await stations.station(tx, paper.station_id)
    return viewer.id == paper.person_id or viewer.holds(station.path, Role.COORDINATOR, Role.ADMINISTRATOR)


async def paper_to_withdraw(desk: Desk, number: int) -> Verdict:
    """Raises NotFound."""
    paper = await rows.find(desk.tx, id=number)
    if paper is None or paper.sha256 is None or not await may_withdraw(desk.tx, desk.viewer, paper):
        raise NotFound
    return await verdict(desk.tx, paper, desk.viewer)


async def withdraw(desk: Desk, number: int) -> Verdict:
    """For good; twice is once. Raises NotFound."""
    await paper_to_withdraw(desk, number)
    if await rows.withdraw(desk.tx, id=number, now=desk.now):
        await note(desk, "paper_withdrawn", f"paper:{number}")
    return await paper_to_withdraw(desk, number)
