"""Who reads about a sign-up: the person; for who has no Telegram the one who manages them, else who signed them up.

Every notice's subject is `shift:<id>`, so that cancelling can drop what still waits.
"""

from collections.abc import Sequence

from bot import telling
from bot.activities import rows as activities
from bot.activities.rules import Shift
from bot.ground import notices
from bot.ground.notices import Notice
from bot.ground.quiet_hours import out_of_quiet
from bot.ground.times import MINUTE, zone_named
from bot.people import rows as people
from bot.sign_ups.rules import SignUp
from bot.sign_ups.rules import reads_for as reader
from bot.stations.rows import settings_of
from bot.store.outbox import drop_keyed, told_under
from bot.store.transaction import Tx

FOR_THE_REASON = 30
"""Seconds that the lead is told later, so that the reason can come along; at once where it is there."""


def subject(shift_id: int) -> str:
    return f"shift:{shift_id}"


async def reader_of(tx: Tx, sign_up: SignUp) -> int:
    """The person who gets the notices about this sign-up."""
    person = await people.person(tx, sign_up.person_id)
    return reader(sign_up, telegram=person.telegram_id is not None, managed_by=person.managed_by_id)


async def awake_at(tx: Tx, shift: Shift, now: int, *, before: int | None = None) -> int:
    """Now, or after the quiet hours where it is of use then: before people meet, and before this other instant."""
    settings = await settings_of(tx, shift.station_id)
    begins = (shift.meet_at, shift.starts_at, before or shift.starts_at)
    useless_after = min((one for one in begins if one > now), default=shift.starts_at)
    return max(now, out_of_quiet(now, useless_after, zone_named(shift.zone), settings.quiet))


async def tell(
    tx: Tx, news: Notice[int], sign_up: SignUp, *, now: int, until: int, due_at: int | None = None, mark: str = "",
    silent: bool = False,
) -> bool:  # fmt: skip
    """One notice of a kind to whoever reads for this sign-up; `mark` tells several of one kind apart."""
    return await telling.tell(
        tx, news(sign_up.id), await reader_of(tx, sign_up),
        key=f"{news.kind}:sign_up:{sign_up.id}{mark and ':'}{mark}", subject=subject(sign_up.shift_id),
        now=now, due_at=due_at, until=until, silent=silent,
    )  # fmt: skip


async def known_shift(tx: Tx, shift_id: int) -> Shift:
    shift = await activities.get_shift(tx, shift_id)
    if shift is None:
        raise LookupError(f"shift {shift_id}")
    return shift


async def signed_up_by(tx: Tx, made: SignUp, *, by: int, now: int) -> None:
    """Somebody else signed this person up: they hear of it, unless the one who did it reads for them."""
    if await reader_of(tx, made) == by:
        return
    shift = await known_shift(tx, made.shift_id)
    await tell(tx, notices.SignedUpFor, made, now=now, due_at=await awake_at(tx, shift, now), until=shift.starts_at)


async def signed_up_several(tx: Tx, made: Sequence[SignUp], shift: Shift, *, by: int, now: int) -> None:
    """Each hears of it as of one; whoever reads for several of them hears of all in one message."""
    readers: dict[tuple[int, bool], list[SignUp]] = {}
    for one in made:
        reader_id = await reader_of(tx, one)
        readers.setdefault((reader_id, reader_id == one.person_id), []).append(one)
    for (reader_id, _), ones in readers.items():
        if len(ones) == 1:
            await signed_up_by(tx, ones[0], by=by, now=now)
        elif reader_id != by:
            await telling.tell(
                tx, notices.SignedUpMany(shift.id, by), reader_id,
                key=f"signed_up_many:shift:{shift.id}:by:{by}:{now}:person:{reader_id}", subject=subject(shift.id),
                now=now, due_at=await awake_at(tx, shift, now), until=shift.starts_at,
            )  # fmt: skip


async def withdrawn_by(tx: Tx, gone: SignUp, shift: Shift, *, by: int, now: int) -> None:
    """Somebody else withdrew it."""
    if await reader_of(tx, gone) == by:
        return
    await tell(tx, notices.WithdrawnBy, gone, now=now, due_at=await awake_at(tx, shift, now), until=shift.starts_at)


async def tell_lead(
    tx: Tx, news: Notice[int], sign_up: SignUp, shift: Shift, *, now: int, mark: str = "", wait: int = FOR_THE_REASON
) -> None:
    """At once when it is about to begin, else when awake and with the reason; nothing to a lead who did it alone.

    One that still waits is replaced: it would say the same, because it is worded when it leaves.
    """
    soon = shift.starts_at - now < 30 * MINUTE
    key = f"{news.kind}:sign_up:{sign_up.id}"
    await drop_keyed(tx, subject(shift.id), key)
    due_at = now if soon else await awake_at(tx, shift, now + wait)
    await telling.tell(
        tx, news(sign_up.id), shift.lead_id, key=f"{key}:{mark}:{now}", subject=subject(shift.id), now=now,
        due_at=due_at, until=shift.ends_at,
    )  # fmt: skip


async def tell_reason(tx: Tx, gone: SignUp, shift: Shift, *, now: int) -> None:
    """The reason is there: what waits for it leaves at once, and what has left is changed where it stands."""
    key = f"{notices.WithdrewLate.kind}:sign_up:{gone.id}"
    if await drop_keyed(tx, subject(shift.id), key):
        await tell_lead(tx, notices.WithdrewLate, gone, shift, now=now, mark="reason", wait=0)
        return
    for told in await told_under(tx, subject(shift.id), notices.WithdrewLate.kind, key):
        await telling.tell(
            tx, notices.WithdrewFresh(gone.id), told, key=f"withdrew_fresh:sign_up:{gone.id}:{now}:person:{told}",
            subject=subject(shift.id), now=now, due_at=now + 1,
        )  # fmt: skip
